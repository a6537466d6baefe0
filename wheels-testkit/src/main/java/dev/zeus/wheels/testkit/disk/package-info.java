/** A disk that can be full, read-only or without locks, as a file system for tests; may touch the one it stands on. */
@NullMarked
package dev.zeus.wheels.testkit.disk;

import org.jspecify.annotations.NullMarked;
