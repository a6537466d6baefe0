// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * A socket as two streams, of which one can be written while another thread waits for the other.
 *
 * <p>Those that {@link java.nio.channels.Channels} makes cannot before JDK 19: both hold one lock.
 */
final class SocketStreams {
    /** The JVM copies what is written, in a buffer that it keeps. */
    private static final int PIECE = 1 << 14;

    private SocketStreams() {}

    static InputStream in(SocketChannel socket) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return length == 0 ? 0 : socket.read(ByteBuffer.wrap(bytes, offset, Math.min(length, PIECE)));
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }

    static OutputStream out(SocketChannel socket) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (int done = 0; done < length; ) {
                    done += socket.write(ByteBuffer.wrap(bytes, offset + done, Math.min(length - done, PIECE)));
                }
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }
}
