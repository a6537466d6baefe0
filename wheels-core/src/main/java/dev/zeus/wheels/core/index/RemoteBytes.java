package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.http.ByteRange;
import dev.zeus.wheels.core.http.ContentRange;
import dev.zeus.wheels.core.http.Http;
import dev.zeus.wheels.core.http.HttpAnswer;
import dev.zeus.wheels.core.http.HttpRequest;
import dev.zeus.wheels.core.wheel.ByteSource;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** A file on a server, read by ranges: its end with the first request, more only where that is not enough. */
final class RemoteBytes implements ByteSource {
    private static final int TAIL = 64 << 10;

    private final Http http;
    private final URI uri;
    private final String name;
    private final long size;
    private final byte[] tail;
    private byte[] window = new byte[0];
    private long windowAt;

    private RemoteBytes(Http http, URI uri, String name, long size, byte[] tail) {
        this.http = http;
        this.uri = uri;
        this.name = name;
        this.size = size;
        this.tail = tail;
    }

    /** A server that does not answer ranges as they are asked for. */
    static final class NoRangesException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads the end of a file.
     *
     * @throws NoRangesException if the server does not answer with that
     */
    static RemoteBytes open(Http http, URI uri, String name) {
        HttpRequest request = HttpRequest.part(uri, new ByteRange.Suffix(TAIL), TAIL);
        return http.get(request, answer -> {
            Optional<ContentRange> range = range(answer);
            if (range.isEmpty() || range.get().last() + 1 != range.get().total()) {
                throw new NoRangesException();
            }
            return new RemoteBytes(http, uri, name, range.get().total(), answer.body());
        });
    }

    private static Optional<ContentRange> range(HttpAnswer answer) {
        return answer.status() != 206
                ? Optional.empty()
                : answer.fields()
                        .get("content-range")
                        .flatMap(ContentRange::parse)
                        .filter(range -> range.last() - range.first() + 1 == answer.body().length);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] read(long offset, int length) {
        long tailAt = size - tail.length;
        if (offset >= tailAt) {
            int from = (int) (offset - tailAt);
            return Arrays.copyOfRange(tail, from, from + length);
        }
        if (offset < windowAt || offset + length > windowAt + window.length) {
            fill(offset, length);
        }
        int from = (int) (offset - windowAt);
        return Arrays.copyOfRange(window, from, from + length);
    }

    /** Fetches more than was asked for: what follows a header is read next. */
    private void fill(long offset, int length) {
        long last = Math.min(size, offset + Math.max(length, TAIL)) - 1;
        HttpRequest request = HttpRequest.part(uri, new ByteRange.Span(offset, last), last - offset + 1);
        window = http.get(request, answer -> {
            Optional<ContentRange> range = range(answer);
            if (range.isEmpty() || range.get().first() != offset || range.get().last() != last) {
                throw new NoRangesException();
            }
            return answer.body();
        });
        windowAt = offset;
    }
}
