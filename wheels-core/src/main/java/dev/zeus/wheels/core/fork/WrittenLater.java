// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * What is written to a socket by a thread of its own.
 *
 * <p>A thread that is interrupted while it writes to a socket closes it; the threads of a run that fails are
 * interrupted while they say what happens.
 */
final class WrittenLater extends OutputStream {
    /** A build that reads nothing for so long has been stopped. */
    private static final long PATIENCE_MILLIS = 10_000;

    private final OutputStream out;
    private final Thread writer = new Thread(this::write, "wheels-fork-writer");
    private ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private boolean isClosed;
    private Optional<IOException> failure = Optional.empty();

    WrittenLater(SocketChannel socket) {
        out = SocketStreams.out(socket);
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (failure.isPresent()) {
            throw new IOException(failure.get());
        }
        waiting.write(bytes, offset, length);
        notifyAll();
    }

    private void write() {
        try {
            for (byte[] next = next(); next.length > 0; next = next()) {
                out.write(next, 0, next.length);
            }
        } catch (IOException e) {
            synchronized (this) {
                failure = Optional.of(e);
            }
        }
    }

    /** What waits to be written; nothing at the end. */
    private synchronized byte[] next() throws IOException {
        try {
            while (waiting.size() == 0 && !isClosed) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        byte[] next = waiting.toByteArray();
        waiting = new ByteArrayOutputStream();
        return next;
    }

    /** Waits until all is written, and closes the socket. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            isClosed = true;
            notifyAll();
        }
        try {
            writer.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            out.close();
        }
    }
}
