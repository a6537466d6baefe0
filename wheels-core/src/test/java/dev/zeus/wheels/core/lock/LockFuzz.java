// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import java.util.regex.Pattern;

/** The reader of locks for a fuzzer, which is in another package. */
public final class LockFuzz {
    private static final Pattern DIGEST = Pattern.compile("(?m)^digest = .*\\R?");

    private LockFuzz() {}

    /** Reads a lock that was edited and given a matching digest, as an attacker would. */
    public static void read(String text) {
        Lock lock = Lock.parse(Wholeness.sealed(DIGEST.matcher(text).replaceAll("")));
        Lock again = Lock.parse(lock.toToml());
        if (!again.toToml().equals(lock.toToml())) {
            throw new AssertionError("reads back as " + again.toToml());
        }
    }
}
