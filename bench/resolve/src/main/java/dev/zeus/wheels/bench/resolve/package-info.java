/** Holds our answers against uv's, and measures both; may use files, processes and the network, and nothing uses it. */
@NullMarked
package dev.zeus.wheels.bench.resolve;

import org.jspecify.annotations.NullMarked;
