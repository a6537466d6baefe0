// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The bytes of an open file.
 *
 * @param name how a message names it
 */
record FileBytes(FileChannel channel, String name, long size) implements ByteSource {
    FileBytes(FileChannel channel, String name) throws IOException {
        this(channel, name, channel.size());
    }

    @Override
    public byte[] read(long offset, int length) {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try {
            for (long at = offset; buffer.hasRemaining(); at = offset + buffer.position()) {
                if (channel.read(buffer, at) < 0) {
                    throw new IOException("it became shorter while it was read");
                }
            }
        } catch (IOException e) {
            throw new WheelsException(
                    WheelProblem.UNREADABLE_WHEEL,
                    "cannot read \"" + name + "\": " + PlainFile.reason(e),
                    "check its permissions, or delete it");
        }
        return buffer.array();
    }
}
