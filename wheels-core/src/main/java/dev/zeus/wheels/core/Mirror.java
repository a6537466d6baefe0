// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.disk.ByteCount;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.index.Mirrors;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.locking.LockedPlaces;
import dev.zeus.wheels.core.mirror.MirrorProblem;
import dev.zeus.wheels.core.mirror.MirrorTree;
import dev.zeus.wheels.core.mirror.MirroredFile;
import dev.zeus.wheels.core.question.LockRevision;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.core.wheel.WheelEntry;
import dev.zeus.wheels.core.wheel.WheelStore;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.WheelFilename;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * The locked files of all targets as a static index, which any file server can serve and which needs no other network.
 *
 * <p>Files come from the cache, checked by their hashes, and are fetched where it has none. They are in place before
 * the pages that name them, so that a reader never finds a page of a file that is not there.
 */
public final class Mirror {
    private static final String TASK = "mirror";

    /** The limit with which the resolver reads the same file (docs/limits.md). */
    private static final long METADATA_LIMIT = 16L << 20;

    private final MirrorTree tree;
    private final Set<Sha256> known;
    private final EventSink events;
    private final SortedMap<String, SortedMap<PackageName, List<MirroredFile>>> sources = new TreeMap<>();
    private int written;
    private long bytes;

    private Mirror(MirrorTree tree, Set<Sha256> known, EventSink events) {
        this.tree = tree;
        this.known = known;
        this.events = events;
    }

    /**
     * Writes the index.
     *
     * @return what to say of it
     * @throws WheelsException C101 where the lock does not answer the declarations, D224 where there is no such older
     *     one, I222 where something else is in the directory, I223 where that cannot be written, and what fetching a
     *     file fails with
     */
    public static List<String> run(MirrorRequest request, EventSink events) {
        Lock lock = Export.lock(request.set(), request.outputDirectory());
        Set<Sha256> known = request.since()
                .map(text -> new LockRevision("wheels.mirrorSince", text).lock(request.outputDirectory()))
                .map(Mirror::hashes)
                .orElse(Set.of());
        MirrorTree tree = new MirrorTree(request.directory());
        try {
            tree.require();
            Mirror mirror = new Mirror(tree, known, events);
            mirror.files(request, lock);
            mirror.sources.forEach(tree::pages);
            tree.finish(lock, mirror.sources.keySet());
            return mirror.lines(request);
        } catch (IOException | UncheckedIOException e) {
            throw new WheelsException(
                    MirrorProblem.UNWRITABLE,
                    "cannot write \"" + request.directory() + "\": " + PlainFile.reason(e) + " ("
                            + ByteCount.free(
                                    request.directory().toAbsolutePath().normalize())
                            + ")",
                    "check its permissions and the free space, and run again: it continues where it stopped",
                    e);
        }
    }

    private static Set<Sha256> hashes(Lock lock) {
        return lock.packages().stream()
                .flatMap(LockedPackage::files)
                .map(LockedFile::sha256)
                .collect(Collectors.toSet());
    }

    private void files(MirrorRequest request, Lock lock) throws IOException {
        try (PackageIndexes indexes =
                request.access().open(request.set().sources(), request.outputDirectory(), events)) {
            Set<String> mirrored = request.access().mirrored(request.set().sources(), request.outputDirectory());
            WheelStore store = indexes.wheels().with(new Mirrors(indexes, mirrored, LockedPlaces.owners(lock)));
            Map<Sha256, CompletableFuture<Path>> fetched = new HashMap<>();
            for (LockedPackage locked : lock.packages()) {
                locked.files()
                        .forEach(file -> fetched.computeIfAbsent(
                                file.sha256(), hash -> store.fetchLater(file.url(), hash, file.size())));
            }
            events.accept(new WheelsEvent.Started(TASK, fetched.size()));
            for (LockedPackage locked : lock.packages()) {
                for (LockedFile file : locked.files().toList()) {
                    add(
                            locked,
                            file,
                            Optional.ofNullable(fetched.get(file.sha256())).orElseThrow());
                }
            }
            events.accept(new WheelsEvent.Finished(TASK, Counted.of(fetched.size(), "file") + " in the mirror"));
        }
    }

    private void add(LockedPackage locked, LockedFile file, CompletableFuture<Path> later) throws IOException {
        Path stored;
        try {
            stored = later.join();
        } catch (CompletionException e) {
            throw WheelsException.of(e);
        }
        events.accept(new WheelsEvent.Advanced(TASK, file.name()));
        Optional<byte[]> metadata =
                WheelFilename.isWheel(file.name()) ? Optional.of(metadata(stored)) : Optional.empty();
        if (!known.contains(file.sha256())) {
            boolean isNew = tree.file(locked.source(), locked.name(), file, stored, metadata);
            written += isNew ? 1 : 0;
            bytes += isNew ? Files.size(stored) : 0;
        }
        sources.computeIfAbsent(locked.source(), source -> new TreeMap<>())
                .computeIfAbsent(locked.name(), name -> new ArrayList<>())
                .add(new MirroredFile(
                        file,
                        locked.version(),
                        Files.size(stored),
                        locked.requiresPython(file.name()),
                        metadata.map(Sha256::of)));
    }

    private static byte[] metadata(Path wheel) {
        try (WheelArchive archive = WheelArchive.open(wheel)) {
            WheelEntry entry = archive.entry(archive.distInfo() + "METADATA").orElseThrow();
            return archive.read(entry, METADATA_LIMIT);
        }
    }

    private List<String> lines(MirrorRequest request) {
        List<String> lines = new ArrayList<>();
        sources.forEach((source, packages) -> lines.add("  " + source + ": " + Counted.of(packages.size(), "package")
                + ", "
                + Counted.of(packages.values().stream().mapToInt(List::size).sum(), "file")));
        lines.add("Wrote " + Counted.of(written, "new file") + " (" + new ByteCount(bytes) + ") to "
                + request.directory());
        return lines;
    }
}
