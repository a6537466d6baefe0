/**
 * Reads the annotations into declarations, says every mistake at its place, and writes the registry; touches nothing
 * but the compiler and the lock.
 */
@NullMarked
package dev.zeus.wheels.processor;

import org.jspecify.annotations.NullMarked;
