// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.text.AddressSecrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The network behind the cache: fresh entries answer at once, others are asked about, offline the cache is all. */
final class CachedHttp implements Http {
    private static final String BUCKET = "http";

    private final NetworkHttp network;
    private final DiskCache cache;
    private final boolean offline;
    private final Clock clock;
    private final EventSink events;

    CachedHttp(NetworkHttp network, DiskCache cache, boolean offline, Clock clock, EventSink events) {
        this.network = network;
        this.cache = cache;
        this.offline = offline;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public <T> T get(HttpRequest request, AnswerReader<T> reader) {
        if (!request.kept()) {
            requireNetwork(request.uri(), Optional.empty());
            return network.get(request, reader);
        }
        String key = request.uri() + " " + request.accept();
        Optional<Kept> kept = cache.read(BUCKET, key)
                .flatMap(Kept::of)
                // In another form another release has kept it.
                .filter(each -> each.form().isEmpty() || each.form().equals(reader.form()));
        if (kept.isPresent() && (offline || kept.get().isFresh(clock.instant()))) {
            return fromCache(request, reader, key, kept.get());
        }
        requireNetwork(request.uri(), Optional.of(key));
        HttpAnswer answer = network.answer(request, kept.map(Kept::conditions).orElse(Map.of()));
        if (answer.status() == 304 && kept.isPresent() && !kept.get().bare()) {
            if (kept.get().isNews(answer.fields())) {
                cache.write(BUCKET, key, kept.get().refreshed(answer.fields(), clock.instant()));
            }
            return fromCache(request, reader, key, kept.get());
        }
        return fromNetwork(request, reader, key, answer);
    }

    private <T> T fromCache(HttpRequest request, AnswerReader<T> reader, String key, Kept kept) {
        try {
            return kept.form().isEmpty() ? reader.read(kept.answer()) : reader.readFormed(kept.answer());
        } catch (WheelsException e) {
            // Only good answers are kept: this one was written by another release that judged otherwise.
            cache.remove(BUCKET, key);
            if (offline) {
                throw e;
            }
            events.accept(new WheelsEvent.Warned(new Problem(
                    HttpProblem.DAMAGED_CACHE,
                    "what the cache holds of \"" + SafeUrl.of(request.uri()) + "\" cannot be read, fetching it again",
                    "nothing to do")));
            return fromNetwork(request, reader, key, network.answer(request, Map.of()));
        }
    }

    private <T> T fromNetwork(HttpRequest request, AnswerReader<T> reader, String key, HttpAnswer answer) {
        // A 304 to a question without a condition is a proxy's mistake; asked once more it usually knows better.
        HttpAnswer real = answer.status() == 304 ? network.answer(request, Map.of()) : answer;
        T value = reader.read(real);
        if (real.status() == 200 && Freshness.mayKeep(real.fields())) {
            cache.write(BUCKET, key, Kept.entry(real, reader, clock.instant()));
        } else if (real.status() == 200) {
            cache.write(BUCKET, unkept(key), DiskCache.Entry.of(new byte[0]));
        }
        return value;
    }

    /** The key of a mark that an answer was there, and must not be kept. */
    private static String unkept(String key) {
        return key + " no-store";
    }

    @Override
    public HttpAnswer download(URI uri, Path target, long limit) {
        requireNetwork(uri, Optional.empty());
        return network.download(uri, target, limit);
    }

    private void requireNetwork(URI uri, Optional<String> key) {
        if (!offline) {
            return;
        }
        if (key.flatMap(each -> cache.read(BUCKET, unkept(each))).isPresent()) {
            throw new WheelsException(
                    HttpProblem.NOT_CACHED,
                    "\"" + SafeUrl.of(uri)
                            + "\" is not in the cache, because its server forbids storing it, and the run"
                            + " is offline",
                    "run without -o: this server's answers must not be stored (Cache-Control: no-store)");
        }
        throw new WheelsException(
                HttpProblem.NOT_CACHED,
                "\"" + SafeUrl.of(uri) + "\" is not in the cache, and the run is offline",
                "run once without -o; then the cache has it");
    }

    @Override
    public void close() {
        network.close();
        cache.close();
    }

    /**
     * A kept answer with what decides about its further use.
     *
     * @param bare whether secrets were left out, as of links that sign themselves in: such an answer is for offline
     *     runs, which need no more than its names and hashes; online its links would be refused
     * @param form the form in which its reader has it; empty where the body is as it came
     */
    private record Kept(HttpAnswer answer, Instant freshUntil, boolean bare, String form) {
        private static final String BARE = "without-secrets";
        private static final String FORM = "form";
        private static final String FRESH = "fresh-until-millis";
        private static final String[] FIELDS = {"content-type", "etag", "last-modified"};

        static Optional<Kept> of(DiskCache.Entry entry) {
            try {
                SortedMap<String, String> head = new TreeMap<>(entry.head());
                URI uri = URI.create(String.valueOf(head.remove("from")));
                // A number, as a date takes long to read.
                Instant fresh = Instant.ofEpochMilli(Long.parseLong(String.valueOf(head.remove(FRESH))));
                boolean bare = head.remove(BARE) != null;
                String form = Optional.ofNullable(head.remove(FORM)).orElse("");
                return Optional.of(
                        new Kept(new HttpAnswer(uri, 200, new HttpFields(head), entry.body()), fresh, bare, form));
            } catch (RuntimeException e) {
                return Optional.empty();
            }
        }

        static DiskCache.Entry entry(HttpAnswer answer, AnswerReader<?> reader, Instant now) {
            SortedMap<String, String> head = head(answer, now);
            Optional<byte[]> formed = reader.formed();
            if (formed.isPresent()) {
                head.put(FORM, reader.form());
                return new DiskCache.Entry(head, formed.get());
            }
            // As bytes, whatever they mean: one character for each.
            String text = new String(answer.body(), StandardCharsets.ISO_8859_1);
            String clean = AddressSecrets.without(text);
            if (clean.equals(text)) {
                return new DiskCache.Entry(head, answer.body());
            }
            head.put(BARE, "true");
            return new DiskCache.Entry(head, clean.getBytes(StandardCharsets.ISO_8859_1));
        }

        private static SortedMap<String, String> head(HttpAnswer answer, Instant now) {
            SortedMap<String, String> head = new TreeMap<>();
            for (String name : FIELDS) {
                answer.fields().get(name).ifPresent(value -> head.put(name, value));
            }
            head.put("from", bare(answer.uri()).toString());
            head.put(
                    FRESH, Long.toString(now.plus(Freshness.of(answer.fields())).toEpochMilli()));
            return head;
        }

        boolean isFresh(Instant now) {
            return !bare && now.isBefore(freshUntil);
        }

        /** The address as a base for links: neither a password nor a signed query is kept on disk. */
        private static URI bare(URI uri) {
            String text = uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
            return URI.create(uri.getRawUserInfo() == null ? text : text.replace(uri.getRawUserInfo() + "@", ""));
        }

        /** Whether a confirmation says anything that is not kept already: for how long, or by what to ask next time. */
        boolean isNews(HttpFields news) {
            boolean other = false;
            for (String name : FIELDS) {
                other |= news.get(name).isPresent()
                        && !news.get(name).equals(answer.fields().get(name));
            }
            return other || !Freshness.of(news).isZero();
        }

        /** The same body, confirmed. */
        DiskCache.Entry refreshed(HttpFields news, Instant now) {
            SortedMap<String, String> fields = new TreeMap<>(answer.fields().values());
            fields.putAll(news.values());
            SortedMap<String, String> head =
                    head(new HttpAnswer(answer.uri(), 200, new HttpFields(fields), answer.body()), now);
            if (!form.isEmpty()) {
                head.put(FORM, form);
            }
            return new DiskCache.Entry(head, answer.body());
        }

        Map<String, String> conditions() {
            Map<String, String> headers = new HashMap<>();
            if (bare) {
                return headers;
            }
            answer.fields().get("etag").ifPresent(tag -> headers.put("If-None-Match", tag));
            answer.fields().get("last-modified").ifPresent(date -> headers.put("If-Modified-Since", date));
            return headers;
        }
    }
}
