/** One HTTP client with retries, deadlines, limits and a cache; knows nothing of Python. */
@NullMarked
package dev.zeus.wheels.core.http;

import org.jspecify.annotations.NullMarked;
