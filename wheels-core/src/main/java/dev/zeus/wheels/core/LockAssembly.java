package dev.zeus.wheels.core;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.core.resolve.Resolution;
import dev.zeus.wheels.core.resolve.ResolvedDependency;
import dev.zeus.wheels.core.resolve.ResolvedPackage;
import dev.zeus.wheels.core.wheel.ImportNames;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Joins what each target resolved to into one lock, and asks the indexes for the facts that rendering needs. */
final class LockAssembly {
    private static final String TASK = "read wheels";

    private final LockInputs inputs;
    private final Optional<Instant> uploadedBefore;
    private final List<Resolution> resolutions;
    private final PackageIndexes indexes;
    private final LockedPlaces places;
    private final EventSink events;

    LockAssembly(
            LockInputs inputs,
            Optional<Instant> uploadedBefore,
            List<Resolution> resolutions,
            PackageIndexes indexes,
            LockedPlaces places,
            EventSink events) {
        this.inputs = inputs;
        this.uploadedBefore = uploadedBefore;
        this.resolutions = resolutions;
        this.indexes = indexes;
        this.places = places;
        this.events = events;
    }

    /** One package as one target installs it. */
    private record Installed(String target, ResolvedPackage resolved) {}

    private record Key(PackageName name, Version version) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = name.compareTo(other.name);
            return order != 0 ? order : version.compareTo(other.version);
        }
    }

    Lock lock() {
        SortedMap<Key, List<Installed>> packages = new TreeMap<>();
        for (Resolution resolution : resolutions) {
            resolution
                    .packages()
                    .forEach((name, resolved) -> packages.computeIfAbsent(
                                    new Key(name, resolved.version()), key -> new ArrayList<>())
                            .add(new Installed(resolution.target().id(), resolved)));
        }
        events.accept(new WheelsEvent.Started(TASK, packages.size()));
        List<CompletableFuture<LockedPackage>> locked =
                packages.values().stream().map(this::lockedPackage).toList();
        try {
            Lock lock = new Lock(
                    inputs,
                    uploadedBefore,
                    resolutions.stream().map(Resolution::target).toList(),
                    locked.stream().map(CompletableFuture::join).toList());
            events.accept(new WheelsEvent.Finished(
                    TASK, "Resolved " + packages.size() + " packages for " + resolutions.size() + " targets"));
            return lock;
        } catch (CompletionException e) {
            throw e.getCause() instanceof WheelsException cause ? cause : e;
        }
    }

    private CompletableFuture<LockedPackage> lockedPackage(List<Installed> installed) {
        ResolvedPackage first = installed.get(0).resolved();
        TreeMap<String, WheelFile> files = new TreeMap<>();
        Map<String, TreeSet<String>> targets = new TreeMap<>();
        for (Installed one : installed) {
            WheelFile file = one.resolved().wheel();
            files.put(file.filename().text(), file);
            targets.computeIfAbsent(file.filename().text(), name -> new TreeSet<>())
                    .add(one.target());
        }
        List<CompletableFuture<LockedWheel>> wheels = files.values().stream()
                .map(file -> indexes.of(first.source())
                        .sha256(file)
                        .thenApply(sha256 -> lockedWheel(
                                first.source(),
                                file,
                                sha256,
                                targets.getOrDefault(file.filename().text(), new TreeSet<>()))))
                .toList();
        return indexes.of(first.source())
                .listing(files.firstEntry().getValue())
                .thenCombine(
                        CompletableFuture.allOf(wheels.toArray(CompletableFuture[]::new)),
                        (paths, done) -> lockedPackage(
                                installed,
                                wheels.stream().map(CompletableFuture::join).toList(),
                                paths));
    }

    private LockedPackage lockedPackage(List<Installed> installed, List<LockedWheel> wheels, List<String> paths) {
        ResolvedPackage first = installed.get(0).resolved();
        TreeSet<String> targets = new TreeSet<>();
        installed.forEach(one -> targets.add(one.target()));
        PackageFacts facts = MetadataFacts.of(
                first.metadata(), ImportNames.of(paths, first.metadata().importNames()));
        events.accept(new WheelsEvent.Advanced(TASK, first.name() + " " + first.version()));
        return new LockedPackage(
                first.name(),
                first.version(),
                first.source(),
                places.index(indexes.of(first.source()).source()),
                first.metadata().requiresPython(),
                targets,
                edges(installed, Optional.empty()),
                optionalEdges(installed),
                wheels,
                facts);
    }

    private LockedWheel lockedWheel(String source, WheelFile file, Sha256 sha256, TreeSet<String> targets) {
        return new LockedWheel(
                file.filename(), places.of(source, file.url()), sha256, file.size(), file.uploadTime(), targets);
    }

    private static SortedMap<ExtraName, List<LockedDependency>> optionalEdges(List<Installed> installed) {
        SortedMap<ExtraName, List<LockedDependency>> edges = new TreeMap<>();
        for (Installed one : installed) {
            for (ExtraName extra : one.resolved().optionalDependencies().keySet()) {
                edges.computeIfAbsent(extra, name -> edges(installed, Optional.of(name)));
            }
        }
        return edges;
    }

    /** The edges of one extra, or those without extra, each with the targets that have it. */
    private static List<LockedDependency> edges(List<Installed> installed, Optional<ExtraName> extra) {
        Map<String, ResolvedDependency> dependencies = new TreeMap<>();
        Map<String, TreeSet<String>> targets = new TreeMap<>();
        for (Installed one : installed) {
            List<ResolvedDependency> here = extra.map(
                            name -> one.resolved().optionalDependencies().getOrDefault(name, List.of()))
                    .orElse(one.resolved().dependencies());
            for (ResolvedDependency dependency : here) {
                String key = dependency.name() + " " + dependency.extras();
                dependencies.put(key, dependency);
                targets.computeIfAbsent(key, name -> new TreeSet<>()).add(one.target());
            }
        }
        return dependencies.entrySet().stream()
                .map(entry -> new LockedDependency(
                        entry.getValue().name(),
                        entry.getValue().extras(),
                        targets.getOrDefault(entry.getKey(), new TreeSet<>())))
                .toList();
    }
}
