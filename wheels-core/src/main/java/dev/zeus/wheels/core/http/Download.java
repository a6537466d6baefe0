// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.disk.ByteCount;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.TransportException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One file on its way to disk; every further try goes on where the last one broke, if the server still has the same.
 */
final class Download {
    /** A file may take what a line of this rate would need, and five minutes. */
    private static final long SLOWEST_BYTES_PER_SECOND = 16_000;

    private final Transport transport;
    private final Hops hops;
    private final HttpSettings settings;
    private final URI uri;
    private final Path target;
    private final long limit;
    private Optional<String> validator = Optional.empty();
    private boolean resumable = true;

    Download(Transport transport, Hops hops, HttpSettings settings, URI uri, Path target, long limit) {
        this.transport = transport;
        this.hops = hops;
        this.settings = settings;
        this.uri = uri;
        this.target = target;
        this.limit = limit;
    }

    HttpAnswer attempt() throws TransportException {
        try {
            return fetch();
        } catch (IOException | UncheckedIOException e) {
            if (e instanceof TransportException problem) {
                throw problem;
            }
            throw new WheelsException(
                    HttpProblem.UNWRITABLE_CACHE,
                    "cannot write \"" + target + "\": " + PlainFile.reason(e) + " (" + ByteCount.free(target) + ")",
                    "check the free space and the permissions of the cache directory");
        }
    }

    private HttpAnswer fetch() throws IOException {
        // Without a mark to know it again by, the rest may be that of another file.
        long have = resumable && validator.isPresent() && Files.exists(target) ? Files.size(target) : 0;
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "*/*", "Accept-Encoding", "identity"));
        if (have > 0) {
            headers.put("Range", new ByteRange.From(have).header());
            validator.ifPresent(value -> headers.put("If-Range", value));
        }
        Hops.Arrival arrival = hops.open(uri, headers);
        try (Transport.Reply reply = arrival.reply()) {
            NetworkHttp.refuseTransient(reply);
            boolean resumed = reply.status() == 206;
            if (resumed && have == 0) {
                throw new TransportException(Kind.TRUNCATED, "was offered a part that nobody asked for");
            } else if (resumed) {
                requireOffset(part(reply), have);
            } else if (have > 0 && reply.status() == 416) {
                resumable = false;
                throw new TransportException(Kind.TRUNCATED, "the server cannot go on at byte " + have);
            }
            if (reply.status() < 300) {
                receive(reply, resumed, have);
            }
            if (resumed) {
                requireWhole(part(reply));
            }
            return new HttpAnswer(arrival.uri(), reply.status(), reply.fields(), new byte[0]);
        }
    }

    private void receive(Transport.Reply reply, boolean resumed, long have) throws IOException {
        if (!resumed) {
            validator = validator(reply.fields());
        }
        Duration total = Duration.ofSeconds(300 + limit / SLOWEST_BYTES_PER_SECOND);
        try (OutputStream out = resumed
                ? Files.newOutputStream(target, StandardOpenOption.APPEND)
                : Files.newOutputStream(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            new BodyReader(transport, settings, total).copy(reply, out, SizeLimit.of(resumed ? limit - have : limit));
        }
    }

    /** What the rest of this very file can be asked for by; what was decoded has no offsets of its own. */
    private static Optional<String> validator(HttpFields fields) {
        return fields.get("etag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> fields.get("last-modified"))
                .filter(value -> fields.get("content-encoding").isEmpty());
    }

    private static Optional<ContentRange> part(Transport.Reply reply) {
        return reply.fields().get("content-range").flatMap(ContentRange::parse);
    }

    /** A server that answers with other bytes than asked for would make a corrupt file of two good halves. */
    private void requireOffset(Optional<ContentRange> part, long have) throws TransportException {
        long first = part.map(ContentRange::first).orElse(-1L);
        if (first != have) {
            resumable = false;
            throw new TransportException(Kind.TRUNCATED, "asked for byte " + have + " on, was offered " + first);
        }
    }

    /** A server may answer with less than all that is missing. */
    private void requireWhole(Optional<ContentRange> part) throws IOException {
        long total = part.map(ContentRange::total).orElse(0L);
        long have = Files.size(target);
        if (have < total) {
            throw new TransportException(Kind.TRUNCATED, "got " + have + " of " + total + " bytes");
        }
    }
}
