/** Measures wheels-python against Python's {@code packaging}; may use files, processes and JMH, and nothing uses it. */
@NullMarked
package dev.zeus.wheels.bench.python;

import org.jspecify.annotations.NullMarked;
