// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;

/**
 * Two private pipes or a private socket, through which a process and the one that runs for it exchange values.
 *
 * <p>One thread receives; any may send.
 */
public final class ForkChannel implements Closeable {
    private final DataInputStream in;
    private final DataOutputStream out;

    /** A channel over the pipe that is read and the one that is written. */
    public ForkChannel(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    /** A channel over a connected socket, which is closed if a thread that uses it is interrupted. */
    static ForkChannel over(SocketChannel socket) {
        return new ForkChannel(SocketStreams.in(socket), SocketStreams.out(socket));
    }

    /**
     * Hands a value over.
     *
     * @param type as which the other side receives it: a record, or a sealed interface of records
     * @throws IOException where the other side has gone
     */
    public synchronized <T> void send(Class<T> type, T value) throws IOException {
        ValueForm.write(out, type, value);
        out.flush();
    }

    /**
     * Waits for the next value.
     *
     * @throws IOException where the other side has gone; an {@link java.io.EOFException} where it did so in between
     */
    public <T> T receive(Class<T> type) throws IOException {
        return ValueForm.read(in, type);
    }

    /** Closes what is written, which the other side takes for the end. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
