// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.util.Arrays;

/**
 * Bytes that are in memory, such as an entry that was read whole.
 *
 * @param name how a message names it
 */
public record MemoryBytes(String name, byte[] bytes) implements ByteSource {
    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public byte[] read(long offset, int length) {
        return Arrays.copyOfRange(bytes, Math.toIntExact(offset), Math.toIntExact(offset + length));
    }
}
