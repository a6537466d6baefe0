// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.lock.Lock;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The locks that this JVM made last, by their directory: where a lock has been removed since, what it held is still
 * most of what is about to be asked for ({@link FormerClosure}), and nothing else is made of it.
 *
 * <p>A JVM that stays for the next run, as a daemon's or an editor's, has one; any other has none.
 */
final class LastLocks {
    /** A build of some modules; a lock takes a megabyte. */
    static final int MOST = 8;

    private final Map<Path, Lock> locks = new LinkedHashMap<>(MOST, 0.75f, true);

    /** Those of this JVM. */
    static final LastLocks HERE = new LastLocks();

    synchronized void remember(Path directory, Lock lock) {
        locks.put(directory, lock);
        if (locks.size() > MOST) {
            locks.remove(locks.keySet().iterator().next());
        }
    }

    synchronized Optional<Lock> of(Path directory) {
        return Optional.ofNullable(locks.get(directory));
    }
}
