// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.TransportException.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The network itself: redirects, retries and limits, no cache. */
final class NetworkHttp implements Http {
    /** For a longer wait, the advice to try again later is better. */
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

    private static final SizeLimit EXCUSE = SizeLimit.of(64L << 10);

    private final Transport transport;
    private final Hops hops;
    private final OwnLogins logins;
    private final HttpSettings settings;
    private final Pause pause;
    private final EventSink events;
    private final Set<Map.Entry<Origin, Kind>> troubles = ConcurrentHashMap.newKeySet();

    NetworkHttp(Transport transport, HttpOptions options, Pause pause, EventSink events) {
        this.transport = transport;
        this.hops = new Hops(transport, options);
        this.logins = new OwnLogins(options.credentials());
        this.settings = options.settings();
        this.pause = pause;
        this.events = events;
    }

    /** One try of something. */
    @FunctionalInterface
    private interface Try<T> {
        T run() throws TransportException;
    }

    @Override
    public <T> T get(HttpRequest request, AnswerReader<T> reader) {
        return reader.read(answer(request, Map.of()));
    }

    /** The answer to a request with more header fields, such as conditions. */
    HttpAnswer answer(HttpRequest request, Map<String, String> conditions) {
        Map<String, String> headers = new HashMap<>(conditions);
        headers.put("Accept", request.accept());
        headers.put("Accept-Encoding", request.range().isPresent() ? "identity" : "gzip");
        request.range().ifPresent(range -> headers.put("Range", range.header()));
        return retrying(request.uri(), () -> once(request, headers));
    }

    private HttpAnswer once(HttpRequest request, Map<String, String> headers) throws TransportException {
        Hops.Arrival arrival = hops.open(request.uri(), headers);
        try (Transport.Reply reply = arrival.reply()) {
            refuseTransient(reply);
            boolean good = reply.status() < 300;
            byte[] body = new byte[0];
            BodyReader reader = new BodyReader(transport, settings, settings.time(HttpSetting.TOTAL_TIMEOUT));
            boolean whole = request.range().isPresent() && reply.status() != 206;
            if (good && !whole) {
                body = reader.bytes(reply, request.limit());
            } else if (!good) {
                body = excuse(reader, reply);
            }
            return logins.without(new HttpAnswer(arrival.uri(), reply.status(), reply.fields(), body));
        }
    }

    /** The body of a refusal is worth reading, but nothing fails for want of it. */
    private static byte[] excuse(BodyReader reader, Transport.Reply reply) {
        try {
            return reader.bytes(reply, EXCUSE);
        } catch (TransportException e) {
            return new byte[0];
        }
    }

    @Override
    public HttpAnswer download(URI uri, Path target, long limit) {
        Download download = new Download(transport, hops, settings, uri, target, limit);
        return retrying(uri, download::attempt);
    }

    /** Throws if trying again could help, or if the server is at its end. */
    static void refuseTransient(Transport.Reply reply) throws TransportException {
        int status = reply.status();
        boolean again = status == 408
                || status == 429
                || status == 500
                || status == 502
                || status == 503
                || status == 504
                || (status >= 520 && status <= 527);
        if (again) {
            throw new TransportException(
                    Kind.BUSY,
                    "answered " + status,
                    reply.fields().get("retry-after").flatMap(text -> RetryAfter.parse(text, Instant.now())));
        }
        if (status >= 500 || status < 200 || (status >= 300 && status != 304 && status < 400)) {
            String portal = status == 511 ? " (network authentication required: a captive portal?)" : "";
            throw new TransportException(Kind.NOT_HTTP, "answered " + status + portal);
        }
    }

    private <T> T retrying(URI uri, Try<T> attempt) {
        long start = System.nanoTime();
        for (int tried = 1; ; tried++) {
            try {
                return attempt.run();
            } catch (TransportException e) {
                if (!e.kind().retried || tried > settings.count(HttpSetting.RETRIES)) {
                    throw failure(uri, e, tried, start);
                }
                Duration wait = e.retryAfter().orElse(Duration.ZERO);
                if (wait.compareTo(settings.time(HttpSetting.LONGEST_WAIT)) > 0) {
                    throw failure(uri, waitTooLong(e, wait), tried, start);
                }
                tell(uri, e, tried);
                rest(wait, tried);
            }
        }
    }

    /** One warning a server and trouble: where it is down, all that is asked for at the same time fails alike. */
    private void tell(URI uri, TransportException e, int tried) {
        Problem again = new Problem(
                e.kind().problem,
                "\"" + SafeUrl.of(uri) + "\" " + e.getMessage() + ", trying again (" + tried + " of "
                        + settings.count(HttpSetting.RETRIES) + ")",
                "nothing to do; it is a problem only if it keeps failing");
        boolean first = troubles.add(Map.entry(Origin.of(uri), e.kind()));
        events.accept(first ? new WheelsEvent.Warned(again) : new WheelsEvent.Noted(again.message()));
    }

    private TransportException waitTooLong(TransportException e, Duration wait) {
        return new TransportException(
                Kind.ASKED_TO_WAIT,
                e.getMessage() + " and asks to wait " + wait.toSeconds() + " s, more than "
                        + settings.said(HttpSetting.LONGEST_WAIT));
    }

    private WheelsException failure(URI uri, TransportException e, int tried, long start) {
        String after = tried == 1
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", failed after %d retries in %.1fs",
                        tried - 1,
                        (System.nanoTime() - start) / 1e9);
        return new WheelsException(
                new Problem(e.kind().problem, "\"" + SafeUrl.of(uri) + "\": " + e.getMessage() + after, e.kind().hint),
                e);
    }

    /** Full jitter, so that many clients of one troubled server do not come back together. */
    private void rest(Duration atLeast, int tried) {
        long ceiling = Math.min(settings.of(HttpSetting.BACKOFF) << Math.min(tried, 16), LONGEST_BACKOFF.toMillis());
        Duration wait = Duration.ofMillis(ThreadLocalRandom.current().nextLong(ceiling + 1));
        try {
            pause.of(wait.compareTo(atLeast) < 0 ? atLeast : wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WheelsException(
                    HttpProblem.INTERRUPTED, "interrupted while waiting for a server", "run it again");
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
