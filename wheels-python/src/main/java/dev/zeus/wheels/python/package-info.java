/** The Python packaging standards as values: pure, without I/O, depending on nothing. */
@NullMarked
package dev.zeus.wheels.python;

import org.jspecify.annotations.NullMarked;
