// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One file of the cache.
 *
 * @param kind what it is, for people: {@code pages}, {@code metadata}, {@code file lists}, {@code wheels},
 *     {@code up-to-date marks}, {@code class archives}, {@code unfinished}, {@code of other releases}
 * @param path where it is
 * @param bytes how large it is
 * @param used when it was last used, to the day
 */
public record CacheItem(String kind, Path path, long bytes, Instant used) {}
