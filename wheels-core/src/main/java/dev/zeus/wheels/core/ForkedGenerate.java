// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.fork.ChildProcess;
import dev.zeus.wheels.core.fork.ForkChannel;
import dev.zeus.wheels.core.fork.ForkMessage;
import dev.zeus.wheels.core.http.HttpProxy;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.core.output.SourceChange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * {@link Generate} in a process of its own, which a JVM that is new runs in half the time: it is tuned for a short
 * life, as a build's JVM is not.
 *
 * <p>The request, each login that a server wants and each event go through pipes between both. If no such process can
 * be started, the run takes place in this one; if there is nothing to do, none is started.
 */
public final class ForkedGenerate {
    /** The JVM ends this thread when it exits; the bound is for an exit that hangs. */
    private static final long LONGEST_END_SECONDS = 10;

    private final GenerateRequest request;
    private final SourceChange change;
    private final EventSink events;

    private ForkedGenerate(GenerateRequest request, SourceChange change, EventSink events) {
        this.request = request;
        this.change = change;
        this.events = events;
    }

    /**
     * Does the job of {@link Generate#run}.
     *
     * @return the outcome for people, one line each
     * @throws WheelsException as that does
     */
    public static List<String> run(GenerateRequest request, EventSink events) {
        return run(request, () -> true, events);
    }

    /**
     * Does the job of {@link Generate#run}, in this process where another is not worth it.
     *
     * @param isWorthIt asked where there may be something to do
     * @throws WheelsException as that does
     */
    public static List<String> run(GenerateRequest request, BooleanSupplier isWorthIt, EventSink events) {
        return run(request, SourceChange.none(), isWorthIt, ChildProcess.ownJava(), events);
    }

    /**
     * Does the job of {@link Generate#run} for declarations of which the sources are to change with the generated
     * files.
     *
     * @throws WheelsException as that does
     */
    static List<String> run(GenerateRequest request, SourceChange change, EventSink events) {
        return run(request, change, () -> true, ChildProcess.ownJava(), events);
    }

    /**
     * The same with another program that runs Java.
     *
     * @throws WheelsException as {@link Generate#run} does
     */
    public static List<String> run(GenerateRequest request, Path java, EventSink events) {
        return run(request, SourceChange.none(), () -> true, java, events);
    }

    private static List<String> run(
            GenerateRequest request, SourceChange change, BooleanSupplier isWorthIt, Path java, EventSink events) {
        Optional<GenerateOutcome> nothing = change.isEmpty() ? Generate.atOnce(request, events) : Optional.empty();
        if (nothing.isPresent()) {
            return nothing.get().lines();
        }
        Optional<List<String>> lines = isWorthIt.getAsBoolean()
                ? new ForkedGenerate(request, change, events).inProcessOfItsOwn(java)
                : Optional.empty();
        return lines.orElseGet(() -> Generate.looking(request, change, events).lines());
    }

    private Optional<List<String>> inProcessOfItsOwn(Path java) {
        try (ChildProcess child =
                ChildProcess.start(GenerateProcess.class, request.access().cacheDirectory(), java)) {
            if (!hasBegun(child)) {
                return Optional.empty();
            }
            List<String> lines = answer(child);
            child.finish();
            return Optional.of(lines);
        } catch (IOException e) {
            without(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Up to this a run in this process can take over, since the other has done nothing. */
    private boolean hasBegun(ChildProcess child) {
        try {
            child.channel()
                    .send(
                            ForkedRequest.class,
                            ForkedRequest.of(
                                    request,
                                    change,
                                    System.getProperties(),
                                    Locale.getDefault().toLanguageTag()));
            if (child.channel().receive(ForkMessage.class) instanceof ForkMessage.Begun) {
                return true;
            }
            without("it does not begin");
        } catch (IOException e) {
            without(child.end());
        }
        return false;
    }

    private void without(String why) {
        events.accept(new WheelsEvent.Noted("no process of its own for this run, " + why));
    }

    private List<String> answer(ChildProcess child) {
        ForkChannel channel = child.channel();
        try {
            while (true) {
                ForkMessage message = channel.receive(ForkMessage.class);
                if (message instanceof ForkMessage.Happened happened) {
                    events.accept(happened.event());
                } else if (message instanceof ForkMessage.LoginNeeded needed) {
                    channel.send(ForkMessage.class, login(needed));
                } else if (message instanceof ForkMessage.Done done) {
                    return done.lines();
                } else if (message instanceof ForkMessage.Failed failed) {
                    throw new WheelsException(failed.problem(), new ForkTrace(failed.trace()));
                } else if (message instanceof ForkMessage.Broke broke) {
                    if (broke.outOfMemory()) {
                        throw new OutOfMemoryError(broke.trace());
                    }
                    throw new ForkTrace(broke.trace());
                } else {
                    throw new ForkTrace("unexpected from the process of the run: " + message);
                }
            }
        } catch (IOException e) {
            String end = child.end();
            awaitOwnEnd();
            throw new ForkTrace("the process of the run is gone, " + end);
        }
    }

    /**
     * Ctrl-C ends both processes at once: that the other has gone is then no failure to be told while this one ends.
     */
    private static void awaitOwnEnd() {
        try {
            Thread hook = new Thread(() -> {}, "wheels-fork-end");
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            try {
                TimeUnit.SECONDS.sleep(LONGEST_END_SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private ForkMessage.LoginFound login(ForkMessage.LoginNeeded needed) {
        try {
            Optional<Login> login = needed.proxy()
                    ? Optional.ofNullable(request.access().http().proxies().get(needed.name()))
                            .map(HttpProxy::login)
                            .flatMap(found -> found.get())
                    : request.access().logins().of(needed.name());
            return new ForkMessage.LoginFound(login, Optional.empty());
        } catch (WheelsException e) {
            return new ForkMessage.LoginFound(Optional.empty(), Optional.of(e.problem()));
        }
    }

    /** Where the other process failed; this one's own stack says nothing of it. */
    private static final class ForkTrace extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ForkTrace(String trace) {
            super(trace, null, false, false);
        }
    }
}
