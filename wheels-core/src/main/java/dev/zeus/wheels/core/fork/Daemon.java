// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import dev.zeus.wheels.core.disk.FileState;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The later life of a process that stays after its run: it waits on a socket for the next run, one at a time.
 *
 * <p>It ends after a time without a run, when its socket is removed or replaced, when a file of its class path changes,
 * and after a run that did not end as runs do.
 */
public final class Daemon {
    /** How soon it sees that its socket is gone; so few wake-ups cost nothing. */
    private static final Duration TICK = Duration.ofSeconds(2);

    /** A terminal and an editor have other variables, and there may be another JDK: each has its own. */
    private static final int MOST = 3;

    /** A build that is connected has its request at hand. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Runs leave some megabytes of tables; what is left of them beyond that is a leak. */
    private static final long MOST_KEPT = 96L << 20;

    private static final String MAKING = ".new";

    private final DaemonTerms terms;
    private final Service service;
    private final UserPrincipal user;
    private final Object place;
    private Optional<RunThreads> run = Optional.empty();
    private boolean isTidy;
    private long idleSince = System.nanoTime();

    private Daemon(DaemonTerms terms, Service service, Path bound) throws IOException {
        this.terms = terms;
        this.service = service;
        this.user = Files.getOwner(bound, LinkOption.NOFOLLOW_LINKS);
        this.place = identity(bound);
    }

    /** What it does for one who connects. */
    @FunctionalInterface
    public interface Service {
        /**
         * Does one run.
         *
         * @param answering told when all is done but the last answer
         * @return whether another run may follow
         * @throws IOException where the other side has gone before it asked for one
         */
        boolean serve(ForkChannel channel, Runnable answering) throws IOException;
    }

    /**
     * Does the run that the process was started for.
     *
     * @return whether another run may follow: it has ended as it should, and the build has let go of this process
     */
    public static boolean first(ForkChannel channel, Service service) {
        return RunThreads.start(answering -> {
                    try {
                        return service.serve(channel, answering);
                    } catch (IOException e) {
                        return false;
                    }
                })
                .end();
    }

    /**
     * Listens until it is time to end.
     *
     * @throws IOException where it cannot listen
     */
    public static void listen(DaemonTerms terms, Service service) throws IOException {
        // Made under another name: whoever finds the right one finds somebody there.
        Path making = terms.socket().resolveSibling(ProcessHandle.current().pid() + MAKING);
        Files.deleteIfExists(making);
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            server.bind(UnixDomainSocketAddress.of(making));
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
            Daemon daemon = new Daemon(terms, service, making);
            Files.move(making, terms.socket(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            daemon.sweep();
            while (daemon.isToListenOn(server, selector)) {}
            if (daemon.isInPlace()) {
                Files.deleteIfExists(terms.socket());
            }
        } finally {
            Files.deleteIfExists(making);
        }
    }

    private boolean isToListenOn(ServerSocketChannel server, Selector selector) throws IOException {
        try {
            selector.select(TICK.toMillis());
            selector.selectedKeys().clear();
            SocketChannel socket = server.accept();
            boolean isBusy = !isFree();
            if (socket == null) {
                return isBusy || (isFit() && FileState.areSame(terms.classPath()) && !isIdle() && tidy());
            }
            if (!isBusy && isFit()) {
                // Who knows the name of the socket has just seen that the class path is as it was.
                begin(socket);
                return true;
            }
            socket.close();
            return isBusy;
        } catch (OutOfMemoryError e) {
            // That of a run, which says so itself.
            return !isFree();
        }
    }

    private boolean isFree() {
        return run.filter(RunThreads::isBusy).isEmpty();
    }

    /** Whether the last run has ended as it should, and this is still the one that is found. */
    private boolean isFit() {
        if (run.isPresent()) {
            boolean wentWell = run.get().end();
            run = Optional.empty();
            idleSince = System.nanoTime();
            isTidy = false;
            if (!wentWell) {
                return false;
            }
        }
        return isInPlace();
    }

    private boolean isInPlace() {
        try {
            return identity(terms.socket()).equals(place);
        } catch (IOException e) {
            return false;
        }
    }

    private static Object identity(Path file) throws IOException {
        return String.valueOf(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey());
    }

    private boolean isIdle() {
        return System.nanoTime() - idleSince > terms.idleMillis() * 1_000_000;
    }

    /** Gives memory back when no run has followed at once; whether what is left is no more than it should be. */
    private boolean tidy() {
        if (isTidy) {
            return true;
        }
        isTidy = true;
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory() < MOST_KEPT;
    }

    private void begin(SocketChannel socket) throws IOException {
        if (!isTrusted(socket)) {
            socket.close();
            return;
        }
        run = Optional.of(RunThreads.start(answering -> {
            try (socket;
                    ForkChannel channel = new ForkChannel(SocketStreams.in(socket), new WrittenLater(socket))) {
                channel.send(
                        ForkMessage.class,
                        new ForkMessage.Ready(ProcessHandle.current().pid()));
                return !Peer.speaks(socket, PATIENCE) || service.serve(channel, answering);
            } catch (IOException e) {
                return true;
            }
        }));
    }

    private boolean isTrusted(SocketChannel socket) {
        try {
            return Peer.isOf(user, socket);
        } catch (IOException e) {
            return false;
        }
    }

    /** Removes sockets at which nobody listens any more, and ends those who have stayed longest. */
    private void sweep() {
        SortedMap<FileTime, Path> others = new TreeMap<>(Comparator.reverseOrder());
        try (DirectoryStream<Path> sockets =
                Files.newDirectoryStream(terms.socket().resolveSibling(""), DaemonPlace::isSocket)) {
            for (Path socket : sockets) {
                if (isUnfinished(socket)) {
                    continue;
                }
                if (!socket.equals(terms.socket()) && DaemonProcess.isAlive(socket)) {
                    others.put(Files.getLastModifiedTime(socket, LinkOption.NOFOLLOW_LINKS), socket);
                }
            }
            for (Path socket : others.values().stream().skip(MOST - 1).toList()) {
                Files.deleteIfExists(socket);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // The next one does it.
        }
    }

    /** Whether it is one that another process is about to listen at; it is removed if that was killed. */
    private static boolean isUnfinished(Path socket) throws IOException {
        String name = String.valueOf(socket.getFileName());
        if (!name.endsWith(MAKING)) {
            return false;
        }
        long pid = Long.parseLong(name.substring(0, name.length() - MAKING.length()));
        if (ProcessHandle.of(pid).isEmpty()) {
            Files.deleteIfExists(socket);
        }
        return true;
    }
}
