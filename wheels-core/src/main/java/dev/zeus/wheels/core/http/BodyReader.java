// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.http.TransportException.Kind;
import dev.zeus.wheels.core.text.Printable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Reads a body off the wire: decodes it, counts it, and gives up where it is too large, too slow or cut. */
final class BodyReader {
    /** Less than the least rate over this time is an attack, or an unusable line. */
    private static final Duration WINDOW = Duration.ofSeconds(60);

    /** What is one longer is still an array of every JVM. */
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 16;

    private final Transport transport;
    private final HttpSettings settings;
    private final Duration total;
    private final LongSupplier nanos;
    private final long start;

    /** @param total how long all of it may take */
    BodyReader(Transport transport, HttpSettings settings, Duration total) {
        this(transport, settings, total, System::nanoTime);
    }

    BodyReader(Transport transport, HttpSettings settings, Duration total, LongSupplier nanos) {
        this.transport = transport;
        this.settings = settings;
        this.total = total;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** What is made of a decoded body. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(InputStream decoded) throws IOException;
    }

    /**
     * Copies the decoded body.
     *
     * @param limit how many decoded bytes are taken at most
     */
    void copy(Transport.Reply reply, OutputStream out, SizeLimit limit) throws TransportException {
        long most = limit.bytes(settings);
        read(reply, decoded -> {
            byte[] buffer = new byte[32 << 10];
            long taken = 0;
            for (int n = decoded.read(buffer); n >= 0; n = decoded.read(buffer)) {
                taken += n;
                require(taken <= most, limit);
                write(out, buffer, n);
            }
            return taken;
        });
    }

    /**
     * The decoded body.
     *
     * @param limit how many decoded bytes are taken at most
     */
    byte[] bytes(Transport.Reply reply, SizeLimit limit) throws TransportException {
        int most = (int) Math.min(limit.bytes(settings), LARGEST_ARRAY);
        return read(reply, decoded -> {
            // In pieces that are joined once: a buffer that grows is copied whenever it does.
            byte[] bytes = decoded.readNBytes(most + 1);
            require(bytes.length <= most, limit);
            return bytes;
        });
    }

    private void require(boolean isWithin, SizeLimit limit) throws TransportException {
        if (!isWithin) {
            throw new TransportException(
                    Kind.TOO_LARGE, "the answer is larger than the limit of " + limit.said(settings));
        }
    }

    private <T> T read(Transport.Reply reply, Reading<T> reading) throws TransportException {
        Metered wire = new Metered(reply.body());
        try {
            T read = reading.of(decoded(reply, wire));
            // A decoder stops at its own end; the connection is free for the next request only at the body's.
            wire.readNBytes(1024);
            return read;
        } catch (IOException e) {
            TransportException problem = transport.explain(e);
            throw problem.kind() == Kind.TRUNCATED ? truncated(reply, wire.count) : problem;
        }
    }

    /** Our own disk failing must not look like the network failing. */
    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TransportException truncated(Transport.Reply reply, long count) {
        String promised = reply.fields()
                .get("content-length")
                .map(length -> " of " + length)
                .orElse("");
        return new TransportException(Kind.TRUNCATED, "got " + count + promised + " bytes");
    }

    private static InputStream decoded(Transport.Reply reply, InputStream wire) throws IOException {
        String coding = reply.fields()
                .get("content-encoding")
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "identity", "" -> wire;
            case "gzip", "x-gzip" -> new GZIPInputStream(wire, 16 << 10);
            case "deflate" -> new InflaterInputStream(wire);
            default ->
                throw new TransportException(
                        Kind.NOT_HTTP, "the answer is encoded as \"" + Printable.of(coding, 20) + "\", expected gzip");
        };
    }

    private final class Metered extends FilterInputStream {
        private long count;
        private long windowStart = start;
        private long windowCount;

        Metered(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            pass(c < 0 ? 0 : 1);
            return c;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            pass(Math.max(0, n));
            return n;
        }

        /** The time that is up; a large file has more than the setting says. */
        private String deadline() {
            return total.equals(settings.time(HttpSetting.TOTAL_TIMEOUT))
                    ? settings.said(HttpSetting.TOTAL_TIMEOUT)
                    : total.toSeconds() + " s";
        }

        private void pass(int bytes) throws TransportException {
            count += bytes;
            windowCount += bytes;
            long now = nanos.getAsLong();
            if (now - start > total.toNanos()) {
                throw new TransportException(
                        Kind.TOO_SLOW, "not whole after " + deadline() + ", got " + count + " bytes");
            }
            if (now - windowStart > WINDOW.toNanos()) {
                if (windowCount < settings.of(HttpSetting.LEAST_RATE) * WINDOW.toSeconds()) {
                    throw new TransportException(
                            Kind.TOO_SLOW,
                            "only " + windowCount + " bytes in a minute, expected at least "
                                    + settings.said(HttpSetting.LEAST_RATE));
                }
                windowStart = now;
                windowCount = 0;
            }
        }
    }
}
