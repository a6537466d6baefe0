/**
 * Measures whole runs against uv's on one replayed index; may use files, processes and loopback, and nothing uses it.
 */
@NullMarked
package dev.zeus.wheels.bench.speed;

import org.jspecify.annotations.NullMarked;
