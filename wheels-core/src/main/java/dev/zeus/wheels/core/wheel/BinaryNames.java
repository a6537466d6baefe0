// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.nio.charset.StandardCharsets;

/** A table of names in a binary, each ended by a NUL. */
final class BinaryNames {
    /** Names may share their ends, but not without limit: all that are asked for must stay readable. */
    private static final long LIMIT = 512L << 20;

    private final BinaryWindow file;
    private final long at;
    private final byte[] bytes;
    private long left = LIMIT;

    private BinaryNames(BinaryWindow file, long at, byte[] bytes) {
        this.file = file;
        this.at = at;
        this.bytes = bytes;
    }

    static BinaryNames read(BinaryWindow file, long at, long length, String what) {
        return new BinaryNames(file, at, file.block(at, length, what).array());
    }

    /** The name that begins at an index of the table. */
    String name(long index, String what) {
        if (index < 0 || index >= bytes.length) {
            throw file.broken(at, what + " begins outside of its table");
        }
        int from = (int) index;
        int to = from;
        while (to < bytes.length && bytes[to] != 0) {
            to++;
        }
        left -= to - from;
        if (to == bytes.length) {
            throw file.broken(at + from, what + " has no end");
        }
        if (left < 0) {
            throw file.broken(at, "it names more than " + LIMIT + " characters");
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
