// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A process that has stayed after an earlier run, as the next build sees it. */
public final class DaemonProcess implements RunProcess {
    /** One that is there answers in a thousandth of that, but the machine may be busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SocketChannel socket;
    private final ForkChannel channel;
    private final long pid;

    private DaemonProcess(SocketChannel socket, ForkChannel channel, long pid) {
        this.socket = socket;
        this.channel = channel;
        this.pid = pid;
    }

    /** The one that listens at a place and is free; sockets at which nobody answers are removed. */
    static Optional<DaemonProcess> find(DaemonPlace place, DaemonKey key) {
        Path path = place.socket(key);
        try {
            if (Files.notExists(path) || !DaemonPlace.isSocket(path)) {
                return Optional.empty();
            }
            Optional<SocketChannel> connected = connect(path);
            if (connected.isEmpty()) {
                return Optional.empty();
            }
            SocketChannel socket = connected.get();
            Optional<DaemonProcess> found = Optional.empty();
            try {
                found = greeted(place, path, socket);
            } finally {
                if (found.isEmpty()) {
                    socket.close();
                }
            }
            return found;
        } catch (IOException e) {
            // It has no time, or ends.
            return Optional.empty();
        }
    }

    private static Optional<DaemonProcess> greeted(DaemonPlace place, Path path, SocketChannel socket)
            throws IOException {
        if (!Peer.isOf(place.maker().principal(), socket)) {
            return Optional.empty();
        }
        if (!Peer.speaks(socket, PATIENCE)) {
            Files.deleteIfExists(path);
            return Optional.empty();
        }
        ForkChannel channel = ForkChannel.over(socket);
        return channel.receive(ForkMessage.class) instanceof ForkMessage.Ready ready
                ? Optional.of(new DaemonProcess(socket, channel, ready.pid()))
                : Optional.empty();
    }

    /** Connects without waiting for a place in the queue of those who do. */
    private static Optional<SocketChannel> connect(Path path) throws IOException {
        SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX);
        boolean connected = false;
        try {
            socket.configureBlocking(false);
            connected = socket.connect(UnixDomainSocketAddress.of(path));
            if (connected) {
                socket.configureBlocking(true);
            }
        } catch (ConnectException refused) {
            Files.deleteIfExists(path);
        } finally {
            if (!connected) {
                socket.close();
            }
        }
        return connected ? Optional.of(socket) : Optional.empty();
    }

    /**
     * Whether somebody listens at a socket, which is removed if nobody does; one that is busy may not take the call.
     */
    static boolean isAlive(Path path) throws IOException {
        Optional<SocketChannel> socket = connect(path);
        if (socket.isPresent()) {
            socket.get().close();
        }
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Its number. */
    public long pid() {
        return pid;
    }

    @Override
    public ForkChannel channel() {
        return channel;
    }

    @Override
    public boolean begins() throws IOException {
        return Peer.speaks(socket, PATIENCE);
    }

    @Override
    public String end() {
        return "it has closed the connection";
    }

    @Override
    public void leave() {
        // It stays whatever is said to it.
    }

    @Override
    public void finish() {
        leave();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is left to be said to it.
        }
    }
}
