// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.fork.ChildProcess;
import dev.zeus.wheels.core.fork.DaemonProcess;
import dev.zeus.wheels.core.fork.DaemonTerms;
import dev.zeus.wheels.core.fork.ForkChannel;
import dev.zeus.wheels.core.fork.ForkMessage;
import dev.zeus.wheels.core.fork.RunProcess;
import dev.zeus.wheels.core.fork.RunProcesses;
import dev.zeus.wheels.core.http.HttpProxy;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.core.output.SourceChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

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
    private final Duration idle;
    private final EventSink events;

    private ForkedGenerate(GenerateRequest request, SourceChange change, Duration idle, EventSink events) {
        this.request = request;
        this.change = change;
        this.idle = idle;
        this.events = events;
    }

    /**
     * Does the job of {@link Generate#run} in a process that ends with the run.
     *
     * @return the outcome for people, one line each
     * @throws WheelsException as that does
     */
    public static List<String> run(GenerateRequest request, EventSink events) {
        return run(request, RunPlace::forked, events);
    }

    /**
     * Does the job of {@link Generate#run}.
     *
     * @throws WheelsException as that does
     */
    public static List<String> run(GenerateRequest request, RunPlace place, EventSink events) {
        return run(request, () -> place, events);
    }

    /**
     * Does the job of {@link Generate#run}.
     *
     * @param place asked where there may be something to do
     * @throws WheelsException as that does
     */
    public static List<String> run(GenerateRequest request, Supplier<RunPlace> place, EventSink events) {
        return run(request, SourceChange.none(), place, events);
    }

    /**
     * Does the job of {@link Generate#run} for declarations of which the sources are to change with the generated
     * files.
     *
     * @throws WheelsException as that does
     */
    static List<String> run(GenerateRequest request, SourceChange change, Supplier<RunPlace> place, EventSink events) {
        Optional<GenerateOutcome> nothing = change.isEmpty() ? Generate.atOnce(request, events) : Optional.empty();
        if (nothing.isPresent()) {
            return nothing.get().lines();
        }
        RunPlace chosen = place.get();
        Optional<List<String>> lines = chosen.java()
                .flatMap(java -> new ForkedGenerate(request, change, chosen.idle(), events).inProcessOfItsOwn(java));
        return lines.orElseGet(() -> Generate.looking(request, change, events).lines());
    }

    private Optional<List<String>> inProcessOfItsOwn(Path java) {
        // It sets a property of the JVM, which would else be there or not.
        TimeZone.getDefault();
        ForkedRequest asked = ForkedRequest.of(
                request, change, System.getProperties(), Locale.getDefault().toLanguageTag());
        try {
            RunProcesses processes = RunProcesses.of(
                    new RunProcesses.Start(
                            GenerateProcess.class, request.access().cacheDirectory(), java),
                    asked.jvm().properties(),
                    asked.jvm().locale(),
                    asked.isForAny() ? idle : Duration.ZERO);
            Optional<List<String>> lines = inOneThatStayed(processes, asked);
            return lines.isPresent() ? lines : inNewOne(processes, asked);
        } catch (IOException e) {
            without(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<List<String>> inOneThatStayed(RunProcesses processes, ForkedRequest asked) {
        Optional<DaemonProcess> found = processes.stayed();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (DaemonProcess process = found.get()) {
            if (hasBegun(process, asked)) {
                events.accept(new WheelsEvent.Noted("this run takes place in process " + process.pid()
                        + ", which has stayed after an earlier one"));
                return Optional.of(answer(process));
            }
        } catch (IOException e) {
            // It was about to end.
        }
        return Optional.empty();
    }

    private Optional<List<String>> inNewOne(RunProcesses processes, ForkedRequest asked) throws IOException {
        Optional<DaemonTerms> terms = processes.terms();
        try (ChildProcess child = processes.start(terms)) {
            try {
                if (!hasBegun(child, asked.on(terms))) {
                    without("it does not begin");
                    return Optional.empty();
                }
            } catch (IOException e) {
                without(child.end());
                return Optional.empty();
            }
            List<String> lines = new ArrayList<>(answer(child));
            if (terms.isPresent()) {
                events.accept(new WheelsEvent.Noted("process " + child.pid() + " stays for later runs"));
                if (processes.isFirst()) {
                    lines.add(Math.max(0, lines.size() - 1), staying());
                }
            }
            return Optional.of(lines);
        }
    }

    private String staying() {
        return "The JVM of this run stays for the next one, and ends after " + idle.toMinutes()
                + " minutes without one; -Dwheels.daemon=false ends it with the run";
    }

    /** Up to this a run in this process can take over, since the other has done nothing. */
    private static boolean hasBegun(RunProcess process, ForkedRequest asked) throws IOException {
        process.channel().send(ForkedRequest.class, asked);
        return process.begins() && process.channel().receive(ForkMessage.class) instanceof ForkMessage.Begun;
    }

    private void without(String why) {
        events.accept(new WheelsEvent.Noted("no process of its own for this run, " + why));
    }

    private List<String> answer(RunProcess process) {
        ForkChannel channel = process.channel();
        try {
            while (true) {
                ForkMessage message = channel.receive(ForkMessage.class);
                if (message instanceof ForkMessage.Happened happened) {
                    events.accept(happened.event());
                } else if (message instanceof ForkMessage.LoginNeeded needed) {
                    channel.send(ForkMessage.class, login(needed));
                } else if (message instanceof ForkMessage.Done done) {
                    process.finish();
                    return done.lines();
                } else if (message instanceof ForkMessage.Failed failed) {
                    process.leave();
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
            String end = process.end();
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
