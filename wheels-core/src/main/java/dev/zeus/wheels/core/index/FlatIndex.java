// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.http.Http;
import dev.zeus.wheels.core.http.HttpAnswer;
import dev.zeus.wheels.core.http.HttpFields;
import dev.zeus.wheels.core.http.HttpRequest;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.SdistFilename;
import dev.zeus.wheels.python.WheelFilename;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A source that lists the files of all its projects in one place: a folder, one page of links, or the one file that it
 * is.
 */
final class FlatIndex implements ReadingIndex {
    private final IndexSource source;
    private final FileContents contents;
    private final EventSink events;
    private final Executor executor;
    private final Http http;
    private Optional<CompletableFuture<Flat>> all = Optional.empty();

    FlatIndex(IndexSource source, Http http, FileContents contents, Executor executor, EventSink events) {
        this.source = source;
        this.contents = contents;
        this.events = events;
        this.executor = executor;
        this.http = http;
    }

    /** All files by the project that their names tell. */
    private record Flat(HttpAnswer answer, Listing listing, Map<PackageName, List<ListedFile>> files) {}

    /** Listed once, when first asked for. */
    private synchronized CompletableFuture<Flat> all() {
        if (all.isEmpty()) {
            all = Optional.of(CompletableFuture.supplyAsync(this::list, executor));
        }
        return all.get();
    }

    private Flat list() {
        if (source.isFolder()) {
            Folder folder = Folder.list(source);
            return flat(folder.answer(), folder.listing());
        }
        if (source.isOneFile()) {
            HttpAnswer nothingAsked = new HttpAnswer(source.url(), 200, HttpFields.NONE, new byte[0]);
            return flat(nothingAsked, Listing.ofFiles(List.of(WrittenFile.at(source.fileName(), source.url()))));
        }
        PageReader pages = new PageReader(source, events);
        HttpRequest request = HttpRequest.page(source.url(), "text/html");
        return http.get(request, answer -> flat(answer, pages.links(answer)));
    }

    private static Flat flat(HttpAnswer answer, Listing listing) {
        Map<PackageName, List<ListedFile>> files = new TreeMap<>();
        for (ListedFile file : listing.files()) {
            owner(file)
                    .ifPresent(name -> files.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(file));
        }
        return new Flat(answer, listing, files);
    }

    /** The project of a file; empty for links that lead elsewhere, of which such pages are full. */
    private static Optional<PackageName> owner(ListedFile file) {
        try {
            return Optional.of(
                    WheelFilename.isWheel(file.filename())
                            ? WheelFilename.parse(file.filename()).name()
                            : SdistFilename.parse(file.filename()).name());
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
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
        return all().thenApply(flat -> {
            List<ListedFile> own = Optional.ofNullable(flat.files.get(name))
                    .orElseThrow(() -> new NoSuchProjectException(name, source));
            Listing listing = flat.listing.with(own);
            JudgedFiles judged = new PageFiles(name, source, flat.answer, listing).judged();
            judged.notes().forEach(note -> events.accept(new WheelsEvent.Noted(note)));
            return judged.page(source, flat.answer, listing, ProjectStatus.ACTIVE);
        });
    }
}
