/**
 * One HTTP client with retries, deadlines, limits and a cache on disk; knows nothing of Python and uses {@code event}
 * and {@code disk} only.
 */
@NullMarked
package dev.zeus.wheels.core.http;

import org.jspecify.annotations.NullMarked;
