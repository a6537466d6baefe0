/**
 * A process of its own for one run: how values reach it, what both sides say, and the archive of classes that it starts
 * from.
 */
@NullMarked
package dev.zeus.wheels.core.fork;

import org.jspecify.annotations.NullMarked;
