// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.core.index.PackageIndex;
import dev.zeus.wheels.core.index.SdistContent;
import dev.zeus.wheels.core.index.SdistFile;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedSdist;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.core.resolve.ResolvedPackage;
import dev.zeus.wheels.core.wheel.ImportNames;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Makes the entry of one version in the lock, of what the targets that install it resolved to. */
final class EntryAssembly {
    private final List<Installed> installed;
    private final ResolvedPackage first;
    private final PackageIndex index;
    private final LockedPlaces places;
    private final Optional<KeptFiles> kept;

    EntryAssembly(List<Installed> installed, PackageIndex index, LockedPlaces places, Optional<KeptFiles> kept) {
        this.installed = installed;
        this.first = installed.get(0).resolved();
        this.index = index;
        this.places = places;
        this.kept = kept;
    }

    CompletableFuture<LockedPackage> entry() {
        return (first.file() instanceof SdistFile sdist ? built(sdist) : installedAsIs())
                .thenApply(locked -> locked.offering(Installed.offeredExtras(installed)));
    }

    /** Whether an entry is as it was, but for what the other packages of the set let it offer. */
    private static boolean isSame(LockedPackage before, LockedPackage now) {
        return before.equals(now.offering(before.offeredExtras()));
    }

    private CompletableFuture<LockedPackage> installedAsIs() {
        List<CompletableFuture<LockedWheel>> wheels = new ArrayList<>();
        // Many targets install the same file.
        Map<String, CompletableFuture<LockedWheel>> byName = new HashMap<>();
        for (Installed one : installed) {
            WheelFile chosen = (WheelFile) one.resolved().file();
            wheels.add(kept.flatMap(files -> files.of(one.target(), chosen))
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> byName.computeIfAbsent(chosen.name(), name -> lockedWheel(chosen))));
        }
        return CompletableFuture.allOf(wheels.toArray(CompletableFuture[]::new)).thenCompose(done -> {
            List<LockedWheel> files = joined(wheels);
            Optional<LockedPackage> same = kept.map(KeptFiles::entry)
                    .filter(entry -> isSame(entry, entry(files, Optional.empty(), entry.facts())));
            return same.map(CompletableFuture::completedFuture)
                    .orElseGet(() -> index.listing((WheelFile) first.file())
                            .thenApply(listing -> entry(
                                    files,
                                    Optional.empty(),
                                    MetadataFacts.of(
                                            first.metadata(),
                                            ImportNames.of(
                                                    listing.paths(),
                                                    first.metadata().importNames()),
                                            listing.programs()))));
        });
    }

    private CompletableFuture<LockedPackage> built(SdistFile sdist) {
        Optional<LockedPackage> same = kept.filter(files -> files.sdist().isPresent())
                .map(KeptFiles::entry)
                .filter(entry -> isSame(entry, entry(List.of(), entry.sdist(), entry.facts())));
        return same.map(CompletableFuture::completedFuture)
                .orElseGet(() -> index.content(sdist)
                        .thenCombine(
                                index.sha256(sdist),
                                (content, sha256) -> entry(
                                        List.of(),
                                        Optional.of(lockedSdist(sdist, content, sha256)),
                                        MetadataFacts.of(content.metadata(), content.imports(), List.of()))));
    }

    private LockedSdist lockedSdist(SdistFile sdist, SdistContent content, Sha256 sha256) {
        Optional<LockedFile> before = places.locked(index.source().name(), sdist, sha256);
        return new LockedSdist(
                sdist.filename(),
                url(sdist, before),
                sha256,
                before.map(LockedFile::size).orElse(sdist.size()),
                before.map(LockedFile::uploadTime).orElse(sdist.uploadTime()),
                content.buildRequires());
    }

    private CompletableFuture<LockedWheel> lockedWheel(WheelFile file) {
        return index.sha256(file).thenApply(sha256 -> {
            Optional<LockedFile> before = places.locked(index.source().name(), file, sha256);
            return new LockedWheel(
                    file.filename(),
                    url(file, before),
                    sha256,
                    before.map(LockedFile::size).orElse(file.size()),
                    before.map(LockedFile::uploadTime).orElse(file.uploadTime()),
                    new TreeSet<>());
        });
    }

    private URI url(IndexFile file, Optional<LockedFile> before) {
        return before.map(LockedFile::url)
                .orElseGet(() -> places.of(index.source().name(), file.url()));
    }

    /** The files by name, each with the targets that install it. */
    private List<LockedWheel> joined(List<CompletableFuture<LockedWheel>> wheels) {
        SortedMap<String, LockedWheel> files = new TreeMap<>();
        SortedMap<String, TreeSet<String>> targets = new TreeMap<>();
        SortedMap<String, Optional<VersionSpecifiers>> pythons = new TreeMap<>();
        for (int i = 0; i < wheels.size(); i++) {
            LockedWheel wheel = wheels.get(i).join();
            String name = wheel.filename().text();
            files.put(name, wheel);
            targets.computeIfAbsent(name, key -> new TreeSet<>())
                    .add(installed.get(i).target().id());
            pythons.put(name, installed.get(i).resolved().metadata().requiresPython());
        }
        boolean isSame = samePython();
        return files.entrySet().stream()
                .map(file -> file.getValue()
                        .withTargets(targets.getOrDefault(file.getKey(), new TreeSet<>()))
                        .withPython(isSame ? Optional.empty() : pythons.getOrDefault(file.getKey(), Optional.empty())))
                .toList();
    }

    private boolean samePython() {
        return installed.stream()
                        .map(one -> one.resolved().metadata().requiresPython())
                        .distinct()
                        .count()
                == 1;
    }

    private LockedPackage entry(List<LockedWheel> wheels, Optional<LockedSdist> sdist, PackageFacts facts) {
        return new LockedPackage(
                        first.name(),
                        first.version(),
                        first.source(),
                        places.index(index.source()),
                        samePython() ? first.metadata().requiresPython() : Optional.empty(),
                        Installed.targets(installed),
                        Installed.dependencies(installed),
                        Installed.optionalDependencies(installed),
                        wheels,
                        sdist,
                        facts)
                .with(Installed.departures(installed));
    }
}
