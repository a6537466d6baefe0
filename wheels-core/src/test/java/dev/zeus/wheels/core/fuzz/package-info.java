/**
 * The readers of foreign text and bytes as targets of a fuzzer, and the replay of what it found ({@code bench/fuzz}).
 */
@NullMarked
package dev.zeus.wheels.core.fuzz;

import org.jspecify.annotations.NullMarked;
