// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A part of a binary with its byte order: every read is held against its bounds.
 *
 * @param kind what it should be, such as {@code ELF file}, for messages
 * @param start where it begins in the source; positions count from there
 */
record BinaryWindow(ByteSource source, String kind, long start, long size, ByteOrder order) {
    /** Larger than any table of a real library; symbol names of the largest take some 100 MB. */
    private static final int BLOCK_LIMIT = 256 << 20;

    static BinaryWindow of(ByteSource source, String kind, ByteOrder order) {
        return new BinaryWindow(source, kind, 0, source.size(), order);
    }

    BinaryWindow part(long at, long length, ByteOrder ofPart, String what) {
        require(at, length, what);
        return new BinaryWindow(source, kind, start + at, length, ofPart);
    }

    /** Exactly {@code length} bytes. */
    ByteBuffer block(long at, long length, String what) {
        require(at, length, what);
        if (length > BLOCK_LIMIT) {
            throw broken(at, what + " takes " + length + " bytes, more than any library has");
        }
        return ByteBuffer.wrap(source.read(start + at, (int) length)).order(order);
    }

    private void require(long at, long length, String what) {
        if (at < 0 || length < 0 || at > size || length > size - at) {
            throw broken(at, what + " lies outside of its " + size + " bytes");
        }
    }

    BrokenWheelException broken(long at, String why) {
        return new BrokenWheelException(
                WheelProblem.BROKEN_BINARY,
                "\"" + source.name() + "\" is no sound " + kind + ": at byte " + Long.toUnsignedString(start + at)
                        + ", " + why,
                "use another version of the package, and tell its authors");
    }
}
