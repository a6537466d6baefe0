/**
 * Files that several processes share: written whole, locked, counted, removed; knows nothing of what is in them and
 * uses {@code event} only.
 */
@NullMarked
package dev.zeus.wheels.core.disk;

import org.jspecify.annotations.NullMarked;
