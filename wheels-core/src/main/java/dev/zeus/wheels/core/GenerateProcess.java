// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.fork.ForkChannel;
import dev.zeus.wheels.core.fork.ForkMessage;
import dev.zeus.wheels.core.http.Login;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The program of {@link ForkedGenerate}'s process: reads what is asked from standard input, and says on standard output
 * what happens.
 *
 * <p>It ends at once when its standard input does, since the build that asked is then gone. What it writes it writes as
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
        ForkChannel channel = new ForkChannel(System.in, new FileOutputStream(FileDescriptor.out));
        // Whatever a library prints must not get between.
        System.setOut(System.err);
        ForkedRequest request = channel.receive(ForkedRequest.class);
        request.jvm().properties().forEach(System::setProperty);
        Locale.setDefault(Locale.forLanguageTag(request.jvm().locale()));
        channel.send(ForkMessage.class, new ForkMessage.Begun());
        new GenerateProcess(channel).run(request);
    }

    private void run(ForkedRequest request) throws IOException {
        Thread listener = new Thread(this::listen, "wheels-fork-listener");
        listener.setDaemon(true);
        listener.start();
        ForkMessage last = outcome(request);
        done = true;
        channel.send(ForkMessage.class, last);
        channel.close();
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
            return new ForkMessage.Broke(e instanceof OutOfMemoryError, trace(e));
        }
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
