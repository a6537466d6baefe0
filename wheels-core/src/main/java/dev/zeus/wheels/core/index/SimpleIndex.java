package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.http.Http;
import dev.zeus.wheels.core.http.HttpRequest;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.PackageName;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** An index that speaks the simple API. */
final class SimpleIndex implements PackageIndex {
    private final IndexSource source;
    private final Http http;
    private final WheelReader reader;
    private final SdistReader sdists;
    private final PageReader pages;
    private final Executor executor;
    private final Map<PackageName, CompletableFuture<ProjectPage>> page = new ConcurrentHashMap<>();
    private final Map<URI, CompletableFuture<CoreMetadata>> metadata = new ConcurrentHashMap<>();
    private final Map<URI, CompletableFuture<WheelListing>> listing = new ConcurrentHashMap<>();
    private final Map<URI, CompletableFuture<SdistContent>> content = new ConcurrentHashMap<>();
    private final Map<URI, CompletableFuture<Sha256>> sha256 = new ConcurrentHashMap<>();

    SimpleIndex(
            IndexSource source,
            Http http,
            WheelReader reader,
            SdistReader sdists,
            Executor executor,
            EventSink events) {
        this.source = source;
        this.http = http;
        this.reader = reader;
        this.sdists = sdists;
        this.pages = new PageReader(source, events);
        this.executor = executor;
    }

    @Override
    public IndexSource source() {
        return source;
    }

    @Override
    public CompletableFuture<ProjectPage> page(PackageName name) {
        return page.computeIfAbsent(name, key -> CompletableFuture.supplyAsync(() -> ask(key), executor));
    }

    private ProjectPage ask(PackageName name) {
        URI uri = source.url().resolve(name.value() + "/");
        return http.get(HttpRequest.page(uri, PageReader.ACCEPT), answer -> pages.read(name, answer));
    }

    @Override
    public CompletableFuture<CoreMetadata> metadata(WheelFile wheel) {
        return metadata.computeIfAbsent(
                wheel.url(), key -> CompletableFuture.supplyAsync(() -> reader.metadata(wheel), executor));
    }

    @Override
    public CompletableFuture<WheelListing> listing(WheelFile wheel) {
        return listing.computeIfAbsent(
                wheel.url(), key -> CompletableFuture.supplyAsync(() -> reader.listing(wheel), executor));
    }

    @Override
    public CompletableFuture<SdistContent> content(SdistFile sdist) {
        return content.computeIfAbsent(
                sdist.url(), key -> CompletableFuture.supplyAsync(() -> sdists.content(sdist), executor));
    }

    @Override
    public CompletableFuture<Sha256> sha256(IndexFile file) {
        return sha256.computeIfAbsent(
                file.url(),
                key -> file.sha256()
                        .map(CompletableFuture::completedFuture)
                        .orElseGet(() -> CompletableFuture.supplyAsync(
                                () -> file instanceof WheelFile wheel
                                        ? reader.sha256(wheel)
                                        : sdists.sha256((SdistFile) file),
                                executor)));
    }
}
