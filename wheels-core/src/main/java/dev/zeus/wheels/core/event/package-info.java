/** What the core reports while it works: events, problems and the one exception; may touch nothing else of the core. */
@NullMarked
package dev.zeus.wheels.core.event;

import org.jspecify.annotations.NullMarked;
