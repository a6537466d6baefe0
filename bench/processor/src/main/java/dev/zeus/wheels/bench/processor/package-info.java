/** Measures what the processor adds to javac; may use the compiler and files, and nothing uses it. */
@NullMarked
package dev.zeus.wheels.bench.processor;

import org.jspecify.annotations.NullMarked;
