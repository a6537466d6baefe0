// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.http.Http;
import dev.zeus.wheels.core.http.HttpRequest;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Publisher;
import dev.zeus.wheels.python.Version;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** An index that speaks the simple API. */
final class SimpleIndex implements ReadingIndex {
    private final IndexSource source;
    private final Http http;
    private final FileContents contents;
    private final PageReader pages;
    private final Attestations attestations;
    private final Executor executor;
    private final Map<PackageName, CompletableFuture<ProjectPage>> page = new ConcurrentHashMap<>();

    SimpleIndex(IndexSource source, Http http, FileContents contents, Executor executor, EventSink events) {
        this.source = source;
        this.http = http;
        this.contents = contents;
        this.pages = new PageReader(source, events);
        this.attestations = new Attestations(source, http, pages, events);
        this.executor = executor;
    }

    @Override
    public IndexSource source() {
        return source;
    }

    @Override
    public FileContents contents() {
        return contents;
    }

    @Override
    public CompletableFuture<ProjectPage> page(PackageName name) {
        return page.computeIfAbsent(name, key -> CompletableFuture.supplyAsync(() -> ask(key), executor));
    }

    private ProjectPage ask(PackageName name) {
        if (source.isFolder()) {
            Folder.require(source);
        }
        return http.get(HttpRequest.page(source.page(name), PageReader.ACCEPT), pages.of(name));
    }

    @Override
    public CompletableFuture<Optional<List<Advisory>>> advisories(PackageName name, Version version) {
        return source.root()
                .map(root -> CompletableFuture.supplyAsync(() -> ask(root, name, version), executor))
                .orElseGet(() -> ReadingIndex.super.advisories(name, version));
    }

    private Optional<List<Advisory>> ask(URI root, PackageName name, Version version) {
        URI uri = root.resolve("pypi/" + name + "/" + version + "/json");
        return http.get(HttpRequest.page(uri, "application/json"), answer -> pages.advisories(name, version, answer));
    }

    @Override
    public CompletableFuture<Map<String, Set<Publisher>>> publishers(PackageName name, Map<String, Sha256> files) {
        return source.isFolder()
                ? ReadingIndex.super.publishers(name, files)
                : CompletableFuture.supplyAsync(() -> attestations.publishers(name, files), executor);
    }
}
