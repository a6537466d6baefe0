// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.index.ProjectPage;
import dev.zeus.wheels.core.lock.FileHosts;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.SourceAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * Where the files of a lock may come from: where the declarations say, or where the pages of the index say.
 *
 * <p>The lock names its places itself, and an editor of the file can recompute its digests; so it is never trusted
 * about them. Pages are asked only for files from places that no declaration knows.
 */
public final class FilePlaces {
    private final WheelSetDeclaration set;
    private final Path lockDirectory;
    private final IndexAccess access;
    private final EventSink events;
    private final Map<String, Set<String>> known = new TreeMap<>();
    private final Set<String> closed = new TreeSet<>();

    public FilePlaces(WheelSetDeclaration set, Path lockDirectory, IndexAccess access, EventSink events) {
        this.set = set;
        this.lockDirectory = lockDirectory;
        this.access = access;
        this.events = events;
        for (SourceDeclaration source : set.sources()) {
            known.put(source.name(), known(source));
            if (!source.files().isEmpty()) {
                closed.add(source.name());
            }
        }
    }

    private Set<String> known(SourceDeclaration source) {
        Set<String> places = new TreeSet<>();
        source.files().forEach(place -> places.add(FileHosts.place(URI.create(place))));
        Optional<String> mirror = Optional.ofNullable(access.addresses().get(source.name()));
        for (Optional<String> given : List.of(Optional.<String>empty(), mirror)) {
            URI address = SourceAddress.of(source, given, lockDirectory);
            places.add(FileHosts.place(address));
            if (String.valueOf(address.getScheme()).equals("file")) {
                places.add(FileHosts.BESIDE_THE_LOCK);
            }
        }
        return places;
    }

    /**
     * What is wrong with the places of a lock: L106 where a file comes from a place that neither the declarations nor
     * its index know, L204 where it is another file than its index lists, L107 where that cannot be asked.
     */
    public List<Problem> problems(Lock lock) {
        List<Problem> problems = new ArrayList<>();
        List<LockedPackage> open = new ArrayList<>();
        for (LockedPackage locked : lock.packages()) {
            Optional<LockedFile> elsewhere = elsewhere(locked).findFirst();
            if (!known.containsKey(locked.source())) {
                problems.add(wrong(
                        locked,
                        "\"" + locked.name() + "\" from the source \"" + locked.source()
                                + "\", which is not declared"));
            } else if (elsewhere.isPresent() && closed.contains(locked.source())) {
                problems.add(wrong(
                        locked,
                        named(elsewhere.get()) + ", and files of \"" + locked.source() + "\" are declared to come from "
                                + String.join(", ", known.getOrDefault(locked.source(), Set.of()))));
            } else if (elsewhere.isPresent()) {
                open.add(locked);
            }
        }
        if (!open.isEmpty()) {
            ask(open, problems);
        }
        return problems;
    }

    /** Whether the declarations alone say of each file of a lock that it may come from where it does. */
    public boolean areDeclared(Lock lock) {
        return lock.packages().stream()
                .allMatch(locked -> known.containsKey(locked.source())
                        && elsewhere(locked).findAny().isEmpty());
    }

    private Stream<LockedFile> elsewhere(LockedPackage locked) {
        return locked.files()
                .filter(file -> !known.getOrDefault(locked.source(), Set.of()).contains(file.place()));
    }

    private void ask(List<LockedPackage> packages, List<Problem> problems) {
        try (PackageIndexes indexes = access.open(set.sources(), lockDirectory, events)) {
            for (LockedPackage locked : packages) {
                ProjectPage page =
                        indexes.of(locked.source()).page(locked.name()).join();
                elsewhere(locked)
                        .flatMap(file -> held(locked, file, page).stream())
                        .forEach(problems::add);
            }
        } catch (CompletionException e) {
            if (WheelsException.of(e) instanceof WheelsException cause) {
                problems.add(unasked(packages.get(0), cause));
                return;
            }
            throw e;
        } catch (WheelsException e) {
            problems.add(unasked(packages.get(0), e));
        }
    }

    private Problem unasked(LockedPackage locked, WheelsException cause) {
        String place = elsewhere(locked).findFirst().map(LockedFile::place).orElse("");
        return new Problem(
                LockingProblem.UNKNOWN_PLACE,
                "cannot find out whether files of \"" + locked.name() + "\" come from \"" + place + "\": "
                        + cause.problem().message(),
                "declare the place with files = … in the @Source \"" + locked.source()
                        + "\", or run once while its index answers");
    }

    private static Optional<Problem> held(LockedPackage locked, LockedFile file, ProjectPage page) {
        Optional<IndexFile> same = page.file(locked.version(), file.name());
        if (same.isPresent()
                && same.get()
                        .sha256()
                        .filter(hash -> !hash.equals(file.sha256()))
                        .isPresent()) {
            return Optional.of(
                    KeptFiles.replaced(locked, file, same.get().sha256().get()));
        }
        // A file that the index has removed since may still be where its others are.
        boolean usual = same.map(Stream::of)
                .orElseGet(() -> Stream.concat(page.wheels().stream(), page.sdists().stream()))
                .anyMatch(each -> FileHosts.place(each.url()).equals(file.place()));
        return usual
                ? Optional.empty()
                : Optional.of(wrong(locked, named(file) + ", which the pages of its index do not name"));
    }

    private static String named(LockedFile file) {
        return "\"" + file.name() + "\" from \"" + file.place() + "\"";
    }

    private static Problem wrong(LockedPackage locked, String what) {
        return new Problem(
                LockingProblem.OTHER_PLACE,
                "pylock.toml takes " + what,
                "restore the lock from the last good commit and find out who changed it; if the place is right, declare"
                        + " it with files = … in the @Source \"" + locked.source() + "\"");
    }
}
