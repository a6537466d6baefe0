// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.CoreMetadata;
import java.util.concurrent.CompletableFuture;

/** An index whose files are read by {@link FileContents}, whichever way it lists them. */
interface ReadingIndex extends PackageIndex {
    /** What reads its files. */
    FileContents contents();

    @Override
    default CompletableFuture<CoreMetadata> metadata(WheelFile wheel) {
        return contents().metadata(wheel);
    }

    @Override
    default CompletableFuture<WheelListing> listing(WheelFile wheel) {
        return contents().listing(wheel);
    }

    @Override
    default CompletableFuture<SdistContent> content(SdistFile sdist) {
        return contents().content(sdist);
    }

    @Override
    default CompletableFuture<Sha256> sha256(IndexFile file) {
        return contents().sha256(file);
    }
}
