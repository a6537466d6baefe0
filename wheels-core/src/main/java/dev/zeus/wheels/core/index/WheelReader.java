// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.http.DiskCache;
import dev.zeus.wheels.core.http.Http;
import dev.zeus.wheels.core.http.HttpAnswer;
import dev.zeus.wheels.core.http.HttpRequest;
import dev.zeus.wheels.core.http.SafeUrl;
import dev.zeus.wheels.core.text.AddressSecrets;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.core.wheel.BrokenWheelException;
import dev.zeus.wheels.core.wheel.ByteSource;
import dev.zeus.wheels.core.wheel.DistInfo;
import dev.zeus.wheels.core.wheel.EntryContent;
import dev.zeus.wheels.core.wheel.RemoteBytes;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.core.wheel.WheelDirectory;
import dev.zeus.wheels.core.wheel.WheelEntry;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.PackagingParseException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is inside a wheel, with as little of it fetched as the index allows, and kept for ever under the wheel's digest.
 */
final class WheelReader {
    private static final String METADATA = "metadata";
    private static final String LISTING = "listing";

    /** METADATA contains the project's README; the largest have some hundred kilobytes (docs/limits.md). */
    private static final long METADATA_LIMIT = 16L << 20;

    /** A line for each entry point: a few kilobytes. */
    private static final long ENTRY_POINTS_LIMIT = 1L << 20;

    private final Http http;
    private final DiskCache cache;
    private final UnhashedFiles unhashed;
    private final SidecarHosts sidecars;
    private final EventSink events;

    WheelReader(Http http, DiskCache cache, UnhashedFiles unhashed, SidecarHosts sidecars, EventSink events) {
        this.http = http;
        this.cache = cache;
        this.unhashed = unhashed;
        this.sidecars = sidecars;
        this.events = events;
    }

    /** What the inside of an archive tells in one go. */
    private record Inside(WheelListing listing, byte[] metadata) {}

    CoreMetadata metadata(WheelFile wheel) {
        Optional<byte[]> kept = kept(METADATA, wheel);
        if (kept.isPresent()) {
            return parse(wheel, kept.get());
        }
        byte[] text =
                fetched(METADATA, wheel, () -> withoutSecrets(sidecar(wheel).orElseGet(() -> inside(wheel).metadata)));
        CoreMetadata metadata = parse(wheel, text);
        keep(METADATA, wheel, text);
        return metadata;
    }

    /** Private packages name addresses with logins in their metadata; no reader has a use for those. */
    private static byte[] withoutSecrets(byte[] metadata) {
        // As bytes, whatever they mean: one character for each.
        return AddressSecrets.without(new String(metadata, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    WheelListing listing(WheelFile wheel) {
        return kept(LISTING, wheel)
                .flatMap(WheelListing::read)
                .orElseGet(() -> WheelListing.read(fetched(
                                LISTING, wheel, () -> inside(wheel).listing.toBytes()))
                        .orElseThrow());
    }

    Sha256 sha256(WheelFile wheel) {
        return unhashed.sha256(wheel);
    }

    private byte[] fetched(String what, WheelFile wheel, Supplier<byte[]> reading) {
        return wheel.sha256().isPresent() ? reading.get() : unhashed.kept(what, wheel, reading);
    }

    private Optional<byte[]> kept(String bucket, WheelFile wheel) {
        return wheel.sha256()
                .flatMap(sha256 -> cache.read(bucket, sha256.hex()))
                .map(DiskCache.Entry::body);
    }

    private void keep(String bucket, WheelFile wheel, byte[] bytes) {
        wheel.sha256().ifPresent(sha256 -> cache.write(bucket, sha256.hex(), DiskCache.Entry.of(bytes)));
    }

    /** The metadata file beside the wheel; empty if there is none, or none that can be trusted. */
    private Optional<byte[]> sidecar(WheelFile wheel) {
        if (!wheel.announcesMetadata() && !sidecars.isWorthAsking(wheel.url())) {
            return Optional.empty();
        }
        HttpAnswer answer = http.get(HttpRequest.file(beside(wheel.url())), each -> each);
        if (!answer.isSuccess()) {
            if (wheel.announcesMetadata()) {
                events.accept(new WheelsEvent.Noted("the announced metadata of \"" + wheel.filename() + "\" at \""
                        + SafeUrl.of(answer.uri()) + "\" answered " + answer.status() + ", reading the wheel instead"));
            } else {
                sidecars.missed(wheel.url());
            }
            return Optional.empty();
        }
        if (wheel.announcesMetadata() && !isMetadata(answer.text())) {
            // Such as a page that asks for a password; the wheel says the same and has a digest of its own.
            events.accept(new WheelsEvent.Noted("the announced metadata of \"" + wheel.filename() + "\" at \""
                    + SafeUrl.of(answer.uri()) + "\" is none, it begins with \"" + Printable.of(answer.text(), 80)
                    + "\", reading the wheel instead"));
            return Optional.empty();
        }
        if (wheel.metadataSha256().isPresent()) {
            Sha256 computed = Sha256.of(answer.body());
            if (!wheel.metadataSha256().get().equals(computed)) {
                throw new BrokenWheelException(
                        IndexProblem.OTHER_METADATA_HASH,
                        "hash mismatch of \"" + SafeUrl.of(answer.uri()) + "\"\n  Expected: sha256:"
                                + wheel.metadataSha256().get() + "\n  Computed: sha256:" + computed,
                        "do not use it: the index or a cache between serves another file than it lists");
            }
            return Optional.of(answer.body());
        }
        if (!wheel.announcesMetadata() && !answer.text().startsWith("Metadata-Version:")) {
            // A server that answers everything with some page of its own has no such file.
            sidecars.missed(wheel.url());
            return Optional.empty();
        }
        sidecars.had(wheel.url());
        return Optional.of(answer.body());
    }

    /** Whether text has one of the fields that all metadata has, before the first empty line. */
    private static boolean isMetadata(String text) {
        return text.lines()
                .takeWhile(line -> !line.isBlank())
                .map(line -> line.toLowerCase(Locale.ROOT))
                .anyMatch(line -> line.startsWith("metadata-version:") || line.startsWith("name:"));
    }

    private static URI beside(URI wheel) {
        String text = wheel.toString();
        int query = text.indexOf('?');
        return URI.create(
                query < 0 ? text + ".metadata" : text.substring(0, query) + ".metadata" + text.substring(query));
    }

    private Inside inside(WheelFile wheel) {
        String name = wheel.filename().toString();
        Inside inside;
        try {
            inside = inside(RemoteBytes.open(http, wheel.url(), name));
        } catch (RemoteBytes.NoRangesException e) {
            events.accept(new WheelsEvent.Noted("\"" + name + "\" cannot be read in parts; fetching all of it"));
            inside = whole(unhashed.path(wheel));
        }
        keep(LISTING, wheel, inside.listing.toBytes());
        return inside;
    }

    private static Inside inside(ByteSource source) {
        List<WheelEntry> entries = WheelDirectory.read(source);
        return inside(source.name(), entries, entry -> EntryContent.read(source, entry, METADATA_LIMIT));
    }

    private static Inside whole(Path path) {
        try (WheelArchive archive = WheelArchive.open(path)) {
            String name = String.valueOf(path.getFileName());
            return inside(name, archive.entries(), entry -> archive.read(entry, METADATA_LIMIT));
        }
    }

    private static Inside inside(String name, List<WheelEntry> entries, Function<WheelEntry, byte[]> content) {
        List<String> paths = entries.stream()
                .filter(entry -> !entry.isDirectory())
                .map(WheelEntry::path)
                .toList();
        String info = DistInfo.find(name, paths);
        byte[] metadata = at(info + "METADATA", entries).map(content).orElseThrow();
        String entryPoints = at(info + "entry_points.txt", entries)
                .filter(entry -> entry.size() <= ENTRY_POINTS_LIMIT)
                .map(entry -> new String(content.apply(entry), StandardCharsets.UTF_8))
                .orElse("");
        return new Inside(WheelListing.of(paths, entryPoints), metadata);
    }

    private static Optional<WheelEntry> at(String path, List<WheelEntry> entries) {
        return entries.stream().filter(entry -> entry.path().equals(path)).findFirst();
    }

    private static CoreMetadata parse(WheelFile wheel, byte[] text) {
        CoreMetadata metadata;
        try {
            metadata = CoreMetadata.parse(new String(text, StandardCharsets.UTF_8));
        } catch (PackagingParseException e) {
            throw new BrokenWheelException(
                    IndexProblem.BROKEN_METADATA,
                    "the metadata of \"" + wheel.filename() + "\" is broken: " + e.getMessage(),
                    "use another version of \"" + wheel.filename().name() + "\", and tell its authors",
                    String.valueOf(e.getMessage()));
        }
        if (!metadata.name().equals(wheel.filename().name())
                || !metadata.version().equals(wheel.filename().version())) {
            throw new BrokenWheelException(
                    IndexProblem.OTHER_METADATA,
                    "the metadata of \"" + wheel.filename() + "\" is of \"" + metadata.name() + "\" "
                            + metadata.version() + ", expected \""
                            + wheel.filename().name() + "\" "
                            + wheel.filename().version(),
                    "use another version of \"" + wheel.filename().name()
                            + "\", and tell its authors that the file's name and its metadata differ");
        }
        return metadata;
    }
}
