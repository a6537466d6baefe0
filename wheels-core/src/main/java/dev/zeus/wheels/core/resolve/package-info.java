/** The resolver: from declarations and an index to one consistent set of versions per target. */
@NullMarked
package dev.zeus.wheels.core.resolve;

import org.jspecify.annotations.NullMarked;
