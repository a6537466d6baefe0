// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import dev.zeus.wheels.core.http.ByteRange;
import dev.zeus.wheels.core.http.ContentRange;
import dev.zeus.wheels.core.http.Http;
import dev.zeus.wheels.core.http.HttpAnswer;
import dev.zeus.wheels.core.http.HttpRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file on a server, read by ranges: its end with the first request, more only where that is not enough.
 *
 * <p>What was read is kept, so that nothing is asked for twice. For one thread at a time.
 */
public final class RemoteBytes implements ByteSource {
    /** Room for the directory of some six hundred files, about a hundred bytes each: most wheels take one request. */
    private static final int TAIL = 64 << 10;

    private final Http http;
    private final URI uri;
    private final String name;
    private final long size;
    private final List<Part> parts = new ArrayList<>();

    private RemoteBytes(Http http, URI uri, String name, long size) {
        this.http = http;
        this.uri = uri;
        this.name = name;
        this.size = size;
    }

    private record Part(long offset, byte[] bytes) {
        boolean holds(long from, int length) {
            return from >= offset && from + length <= offset + bytes.length;
        }
    }

    /** A server that does not answer ranges as they are asked for. */
    public static final class NoRangesException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** A server that sends something else than the range that was asked for. */
        public NoRangesException() {}
    }

    /**
     * Reads the end of a file.
     *
     * @param name how messages name it
     * @throws NoRangesException if the server does not answer with that
     */
    public static RemoteBytes open(Http http, URI uri, String name) {
        HttpRequest request = HttpRequest.part(uri, new ByteRange.Suffix(TAIL), TAIL);
        return http.get(request, answer -> {
            ContentRange range = range(answer).orElseThrow(NoRangesException::new);
            if (range.last() + 1 != range.total()) {
                throw new NoRangesException();
            }
            RemoteBytes file = new RemoteBytes(http, uri, name, range.total());
            file.parts.add(new Part(range.first(), answer.body()));
            return file;
        });
    }

    private static Optional<ContentRange> range(HttpAnswer answer) {
        Optional<String> field = answer.status() == 206 ? answer.fields().get("content-range") : Optional.empty();
        Optional<ContentRange> range = field.isPresent() ? ContentRange.parse(field.get()) : Optional.empty();
        boolean whole = range.isPresent() && range.get().last() - range.get().first() + 1 == answer.body().length;
        return whole ? range : Optional.empty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    /** How many bytes were fetched so far. */
    public long fetched() {
        return parts.stream().mapToLong(part -> part.bytes.length).sum();
    }

    /** @throws NoRangesException if the server does not answer with what is asked for */
    @Override
    public byte[] read(long offset, int length) {
        Part part = parts.stream()
                .filter(each -> each.holds(offset, length))
                .findFirst()
                .orElseGet(() -> fetch(offset, length));
        int from = (int) (offset - part.offset);
        return Arrays.copyOfRange(part.bytes, from, from + length);
    }

    /** Fetches more than was asked for: what follows a header is read next. */
    private Part fetch(long offset, int length) {
        long last = Math.min(size, offset + Math.max(length, TAIL)) - 1;
        HttpRequest request = HttpRequest.part(uri, new ByteRange.Span(offset, last), last - offset + 1);
        Part part = http.get(request, answer -> {
            ContentRange range = range(answer).orElseThrow(NoRangesException::new);
            if (range.first() != offset || range.last() != last || range.total() != size) {
                throw new NoRangesException();
            }
            return new Part(offset, answer.body());
        });
        parts.add(part);
        return part;
    }
}
