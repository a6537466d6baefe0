// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.CoreMetadata;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** What is inside the files of an index, however it lists them; each thing is asked for once. */
final class FileContents {
    private final WheelReader wheels;
    private final SdistReader sdists;
    private final Executor executor;
    private final Map<URI, CompletableFuture<CoreMetadata>> metadata = new ConcurrentHashMap<>();
    private final Map<URI, CompletableFuture<WheelListing>> listing = new ConcurrentHashMap<>();
    private final Map<URI, CompletableFuture<SdistContent>> content = new ConcurrentHashMap<>();
    private final Map<URI, CompletableFuture<Sha256>> sha256 = new ConcurrentHashMap<>();

    FileContents(WheelReader wheels, SdistReader sdists, Executor executor) {
        this.wheels = wheels;
        this.sdists = sdists;
        this.executor = executor;
    }

    CompletableFuture<CoreMetadata> metadata(WheelFile wheel) {
        return metadata.computeIfAbsent(
                wheel.url(), key -> CompletableFuture.supplyAsync(() -> wheels.metadata(wheel), executor));
    }

    CompletableFuture<WheelListing> listing(WheelFile wheel) {
        return listing.computeIfAbsent(
                wheel.url(), key -> CompletableFuture.supplyAsync(() -> wheels.listing(wheel), executor));
    }

    CompletableFuture<SdistContent> content(SdistFile sdist) {
        return content.computeIfAbsent(
                sdist.url(), key -> CompletableFuture.supplyAsync(() -> sdists.content(sdist), executor));
    }

    CompletableFuture<Sha256> sha256(IndexFile file) {
        Optional<Sha256> said = file.sha256();
        return said.isPresent()
                ? CompletableFuture.completedFuture(said.get())
                : sha256.computeIfAbsent(
                        file.url(),
                        key -> CompletableFuture.supplyAsync(
                                () -> file instanceof WheelFile wheel
                                        ? wheels.sha256(wheel)
                                        : sdists.sha256((SdistFile) file),
                                executor));
    }
}
