/** Generated files as a pure function of declarations and lock. */
@NullMarked
package dev.zeus.wheels.core.render;

import org.jspecify.annotations.NullMarked;
