// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;

/** The process for a run: one that has stayed after an earlier run, or a new one, which may stay after this. */
public final class RunProcesses {
    private final ChildCommand command;
    private final Duration idle;
    private final Optional<Staying> staying;

    private RunProcesses(ChildCommand command, Duration idle, Optional<Staying> staying) {
        this.command = command;
        this.idle = idle;
        this.staying = staying;
    }

    /** Where processes stay that such a run can take place in. */
    private record Staying(DaemonPlace place, DaemonKey key) {}

    /**
     * What a JVM for a run is started with.
     *
     * @param main its class
     * @param cache where the archive of its classes is kept, and the sockets of processes that stay
     * @param java the program that runs it, such as {@link ChildProcess#ownJava}
     */
    public record Start(Class<?> main, Path cache, Path java) {}

    /**
     * Those that take place in one process, whatever is asked of it.
     *
     * @param properties what the JVM is told
     * @param locale the language of its messages
     * @param idle for how long a process stays; zero if none is to stay, or to be found
     * @throws IOException where none can be started
     */
    public static RunProcesses of(Start start, SortedMap<String, String> properties, String locale, Duration idle)
            throws IOException {
        ChildCommand command = ChildCommand.of(start.main(), start.cache(), start.java());
        Optional<Staying> staying = Optional.empty();
        // The archive of its classes is written by a JVM that ends.
        Optional<DaemonPlace> place =
                idle.isZero() || command.writesArchive() ? Optional.empty() : DaemonPlace.of(start.cache());
        if (place.isPresent()) {
            DaemonKey key =
                    DaemonKey.of(command, properties, locale, place.get().maker());
            staying = Optional.of(new Staying(place.get(), key));
        }
        return new RunProcesses(command, idle, staying);
    }

    /**
     * Ends all that have stayed for builds with this cache, as soon as they are free.
     *
     * @throws IOException where one cannot be told
     */
    public static void endAll(Path cache) throws IOException {
        DaemonPlace.clear(cache);
    }

    /** A process that has stayed, and is free. */
    public Optional<DaemonProcess> stayed() {
        return staying.flatMap(each -> DaemonProcess.find(each.place(), each.key()));
    }

    /** How a new one stays; not at all where another one is, which is busy. */
    public Optional<DaemonTerms> terms() {
        return staying.map(each -> new DaemonTerms(
                        each.place().socket(each.key()),
                        idle.toMillis(),
                        each.key().classPath()))
                .filter(terms -> Files.notExists(terms.socket()));
    }

    /** Whether the first one of this cache is about to stay. */
    public boolean isFirst() {
        return staying.filter(each -> each.place().isNew()).isPresent();
    }

    /**
     * Starts a new one.
     *
     * @param terms on which it stays; it then does not run in the directory of the build, which it would keep in use
     * @throws IOException where it cannot be started
     */
    public ChildProcess start(Optional<DaemonTerms> terms) throws IOException {
        return ChildProcess.start(command, terms.map(each -> each.socket().resolveSibling("")));
    }
}
