// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.core.index.IndexSource;
import dev.zeus.wheels.core.index.PackageIndex;
import dev.zeus.wheels.core.index.ProjectPage;
import dev.zeus.wheels.core.index.SdistContent;
import dev.zeus.wheels.core.index.SdistFile;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.index.WheelListing;
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
 * An index that answers as another one does, but for what a test overrides.
 *
 * <p>The metadata of a file of either kind is not passed on: it is asked of this index, by kind, so that what is
 * overridden counts there, too.
 */
interface ForwardingIndex extends PackageIndex {
    /** The index that answers. */
    PackageIndex index();

    @Override
    default IndexSource source() {
        return index().source();
    }

    @Override
    default CompletableFuture<ProjectPage> page(PackageName name) {
        return index().page(name);
    }

    @Override
    default CompletableFuture<CoreMetadata> metadata(WheelFile wheel) {
        return index().metadata(wheel);
    }

    @Override
    default CompletableFuture<SdistContent> content(SdistFile sdist) {
        return index().content(sdist);
    }

    @Override
    default CompletableFuture<WheelListing> listing(WheelFile wheel) {
        return index().listing(wheel);
    }

    @Override
    default CompletableFuture<Optional<List<Advisory>>> advisories(PackageName name, Version version) {
        return index().advisories(name, version);
    }

    @Override
    default CompletableFuture<Map<String, Set<Publisher>>> publishers(PackageName name, Map<String, Sha256> files) {
        return index().publishers(name, files);
    }

    @Override
    default CompletableFuture<Sha256> sha256(IndexFile file) {
        return index().sha256(file);
    }
}
