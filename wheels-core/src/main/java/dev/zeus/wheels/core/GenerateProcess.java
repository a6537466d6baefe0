// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.fork.Daemon;
import dev.zeus.wheels.core.fork.DaemonTerms;
import dev.zeus.wheels.core.fork.Detachment;
import dev.zeus.wheels.core.fork.ForkChannel;
import dev.zeus.wheels.core.fork.ForkMessage;
import dev.zeus.wheels.core.http.Login;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The program of {@link ForkedGenerate}'s process: reads what is asked from standard input, and says on standard output
 * what happens. If it is told to stay, it then does the same for others over a socket.
 *
 * <p>It ends at once when what it reads from does, since the build that asked is then gone. What it writes it writes as
 * one change, so that nothing is left half done.
 */
final class GenerateProcess {
    /** What shells report for a process that Ctrl-C ended: 128 plus SIGINT, which is 2. */
    private static final int INTERRUPTED = 130;

    private final ForkChannel channel;
    private final BlockingQueue<ForkMessage.LoginFound> logins = new ArrayBlockingQueue<>(1);
    private volatile boolean done;

    private GenerateProcess(ForkChannel channel) {
        this.channel = channel;
    }

    /** Takes no arguments: the request may contain secrets, and every user can read a command line. */
    public static void main(String[] arguments) throws IOException {
        Optional<DaemonTerms> terms = first();
        if (terms.isPresent()) {
            try {
                Detachment.detach();
                // What a JVM is told is the same for all who find it there.
                Daemon.listen(
                        terms.get(), (next, answering) -> serve(next, next.receive(ForkedRequest.class), answering));
            } finally {
                // Whatever a run has left behind ends with it.
                Runtime.getRuntime().halt(0);
            }
        }
    }

    /**
     * The run that the process was started for, of which nothing is kept: not even {@link System#in}, which has a
     * buffer.
     *
     * @return on which terms it now stays
     */
    private static Optional<DaemonTerms> first() throws IOException {
        ForkChannel channel =
                new ForkChannel(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        // Whatever a library prints must not get between.
        System.setOut(System.err);
        ForkedRequest request = channel.receive(ForkedRequest.class);
        request.jvm().properties().forEach(System::setProperty);
        Locale.setDefault(Locale.forLanguageTag(request.jvm().locale()));
        if (request.terms().isEmpty()) {
            serve(channel, request, () -> {});
        } else if (!Daemon.first(channel, (first, answering) -> serve(first, request, answering))) {
            Runtime.getRuntime().halt(1);
        }
        return request.terms();
    }

    /** Whether another run may follow: this one has ended as runs do, if only by a failure that has a code. */
    private static boolean serve(ForkChannel channel, ForkedRequest request, Runnable answering) throws IOException {
        channel.send(ForkMessage.class, new ForkMessage.Begun());
        return new GenerateProcess(channel).run(request, answering);
    }

    private boolean run(ForkedRequest request, Runnable answering) throws IOException {
        Thread listener = new Thread(this::listen, "wheels-fork-listener");
        listener.setDaemon(true);
        listener.start();
        ForkMessage last = outcome(request);
        done = true;
        answering.run();
        channel.send(ForkMessage.class, last);
        channel.close();
        return !(last instanceof ForkMessage.Broke);
    }

    private ForkMessage outcome(ForkedRequest request) {
        try {
            GenerateRequest asked = request.request(name -> login(false, name), scheme -> login(true, scheme));
            List<String> lines = Generate.looking(
                            asked, request.change(), event -> say(new ForkMessage.Happened(event)))
                    .lines();
            return new ForkMessage.Done(lines);
        } catch (WheelsException e) {
            return new ForkMessage.Failed(e.problem(), trace(e));
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            return broken(e);
        }
    }

    private static ForkMessage broken(Throwable failure) {
        try {
            return new ForkMessage.Broke(isOutOfMemory(failure), trace(failure));
        } catch (OutOfMemoryError again) {
            return new ForkMessage.Broke(true, String.valueOf(failure));
        }
    }

    /** What ran out in another thread is the cause of what its result is asked for. */
    private static boolean isOutOfMemory(@Nullable Throwable failure) {
        return failure != null && (failure instanceof OutOfMemoryError || isOutOfMemory(failure.getCause()));
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private void say(ForkMessage message) {
        try {
            channel.send(ForkMessage.class, message);
        } catch (IOException e) {
            gone();
        }
    }

    private synchronized Optional<Login> login(boolean proxy, String name) {
        say(new ForkMessage.LoginNeeded(proxy, name));
        try {
            ForkMessage.LoginFound found = logins.take();
            found.refused().ifPresent(problem -> {
                throw new WheelsException(problem);
            });
            return found.login();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a login was asked for", e);
        }
    }

    private void listen() {
        try {
            while (true) {
                if (channel.receive(ForkMessage.class) instanceof ForkMessage.LoginFound found) {
                    logins.add(found);
                }
            }
        } catch (IOException e) {
            gone();
        }
    }

    /** The caller has gone; work after the run, such as writing the archive of classes, goes on. */
    private void gone() {
        if (!done) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
    }
}
