// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Publisher;
import dev.zeus.wheels.python.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One package index, asked at most once in a run for each thing.
 *
 * <p>Every future fails with a {@code WheelsException} ({@code X…}), wrapped as futures do where it is joined. No index
 * is asked in another's place.
 */
public interface PackageIndex {
    /** The index that is asked. */
    IndexSource source();

    /**
     * All files of a project (PEP 503, 691).
     *
     * <p>Fails with {@link NoSuchProjectException} if the index does not have it.
     */
    CompletableFuture<ProjectPage> page(PackageName name);

    /**
     * The metadata of a wheel: the file beside it, announced or not (PEP 658), a range read of the wheel, or the whole
     * wheel, whichever answers first.
     *
     * <p>Its name and version agree with the file name. Fails with {@code BrokenWheelException} if this wheel is
     * unusable though another one may not be.
     */
    CompletableFuture<CoreMetadata> metadata(WheelFile wheel);

    /** What a source distribution says of itself; it is fetched whole. */
    CompletableFuture<SdistContent> content(SdistFile sdist);

    /** The metadata of either. */
    default CompletableFuture<CoreMetadata> metadata(IndexFile file) {
        return file instanceof WheelFile wheel
                ? metadata(wheel)
                : content((SdistFile) file).thenApply(SdistContent::metadata);
    }

    /** The files and programs of a wheel, by a range read where the index answers ranges. */
    CompletableFuture<WheelListing> listing(WheelFile wheel);

    /**
     * The known vulnerabilities of a version, by id, without those that were withdrawn; empty where the index publishes
     * none of it.
     */
    default CompletableFuture<Optional<List<Advisory>>> advisories(PackageName name, Version version) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /**
     * Who published each of some files of a project, by file name, as its attestations say (PEP 740); none of a file
     * that has none.
     *
     * @param files the files with their digests
     */
    default CompletableFuture<Map<String, Set<Publisher>>> publishers(PackageName name, Map<String, Sha256> files) {
        return CompletableFuture.completedFuture(Map.of());
    }

    /** The digest of a file: the index's own, or the computed one of the whole file where it gives none. */
    CompletableFuture<Sha256> sha256(IndexFile file);
}
