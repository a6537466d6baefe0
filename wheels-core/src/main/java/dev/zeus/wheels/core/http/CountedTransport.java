// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells of each answer of a server, and of how many bytes of its body have come. */
final class CountedTransport implements Transport {
    private final Transport transport;
    private final EventSink events;

    CountedTransport(Transport transport, EventSink events) {
        this.transport = transport;
        this.events = events;
    }

    @Override
    public Reply open(URI uri, Map<String, String> headers) throws TransportException {
        Reply reply = transport.open(uri, headers);
        Counted body = new Counted(reply.body());
        AtomicBoolean released = new AtomicBoolean();
        return new Reply(reply.status(), reply.fields(), body, () -> {
            if (!released.getAndSet(true)) {
                events.accept(new WheelsEvent.Fetched(body.count, ServerClock.date(reply.fields())));
            }
            reply.release().run();
        });
    }

    @Override
    public TransportException explain(IOException problem) {
        return transport.explain(problem);
    }

    @Override
    public void close() {
        transport.close();
    }

    /** A body that one thread reads. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            count += skipped;
            return skipped;
        }
    }
}
