// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A package index on the loopback address: project pages, wheels, metadata files and byte ranges, with faults on
 * demand.
 *
 * <p>Example: {@code index.add(WheelBuilder.of("demo", "1.0").build())} serves {@code /simple/demo/},
 * {@code /files/demo-1.0-py3-none-any.whl} and its {@code .metadata}; {@code index.script("/simple/demo/",
 * Answer.status(503))} makes the next request of the page fail once.
 */
public final class LoopbackIndex implements AutoCloseable {
    private static final int LONGEST_HOLD_SECONDS = 30;

    private final LoopbackServer server;
    private final Map<String, List<ServedFile>> projects = new ConcurrentHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, String> attestations = new ConcurrentHashMap<>();
    private final Map<String, Deque<Answer>> scripts = new ConcurrentHashMap<>();
    private final Map<String, Answer> fixed = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> releases = new ConcurrentHashMap<>();
    private volatile PageStyle style = PageStyle.PLAIN_HTML;
    private volatile Optional<String> requiredAuthorization = Optional.empty();

    private LoopbackIndex() {
        this.server = LoopbackServer.start(this::answer);
    }

    /** Starts an empty index that answers as {@link PageStyle#PLAIN_HTML}. */
    public static LoopbackIndex start() {
        return new LoopbackIndex();
    }

    /** The root of the simple API, ending in a slash. */
    public URI uri() {
        return server.uri().resolve("simple/");
    }

    /** The server below, for its counts and its root. */
    public LoopbackServer server() {
        return server;
    }

    /** Serves pages in another style from now on. */
    public LoopbackIndex style(PageStyle value) {
        style = value;
        return this;
    }

    /** Demands this {@code Authorization} header of every request, and answers 401 without it. */
    public LoopbackIndex requireAuthorization(String value) {
        requiredAuthorization = Optional.of(value);
        return this;
    }

    /** Serves a wheel and its metadata file. */
    public LoopbackIndex add(BuiltWheel wheel) {
        return add(ServedFile.of(wheel));
    }

    /** Serves a file with what its page says of it. */
    public LoopbackIndex add(ServedFile file) {
        projects.computeIfAbsent(normalised(file.project()), name -> new CopyOnWriteArrayList<>())
                .add(file);
        files.put("/files/" + file.filename(), file.bytes());
        file.metadata().ifPresent(text -> files.put("/files/" + file.filename() + ".metadata", text));
        return this;
    }

    /** Says on pages in JSON, at this address, that a file has attestations. */
    public LoopbackIndex attested(String filename, String address) {
        attestations.put(filename, address);
        return this;
    }

    /** Serves an object of attestations of a file (PEP 740), at {@code /integrity/FILE}, and says so on its page. */
    public LoopbackIndex attested(String filename, Answer provenance) {
        String path = "/integrity/" + filename;
        return always(path, provenance)
                .attested(filename, server.uri().resolve(path).toString());
    }

    /** Answers the next requests of a path with these, one each, and as usual after them. */
    public LoopbackIndex script(String path, Answer... answers) {
        scripts.computeIfAbsent(path, key -> new ArrayDeque<>()).addAll(Arrays.asList(answers));
        return this;
    }

    /** Answers every request of a path with this from now on. */
    public LoopbackIndex always(String path, Answer answer) {
        fixed.put(path, answer);
        return this;
    }

    /** Answers every request of a file, not of a page, with this from now on. */
    public LoopbackIndex files(Answer answer) {
        files.keySet().forEach(path -> fixed.put(path, answer));
        return this;
    }

    /** Answers the requests of a path once another one is requested; never waits longer than a test may take. */
    public LoopbackIndex hold(String path, String until) {
        CountDownLatch requested = new CountDownLatch(1);
        held.put(path, requested);
        releases.put(until, requested);
        return this;
    }

    private void await(String path) {
        Optional.ofNullable(releases.get(path)).ifPresent(CountDownLatch::countDown);
        @Nullable CountDownLatch requested = held.get(path);
        if (requested != null) {
            try {
                if (!requested.await(LONGEST_HOLD_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException(path + " was held back in vain");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The number of requests of a path so far. */
    public long count(String path) {
        return server.count(path);
    }

    private Answer answer(Received request) {
        String path = request.path();
        await(path);
        @Nullable Deque<Answer> script = scripts.get(path);
        if (script != null) {
            synchronized (script) {
                @Nullable Answer next = script.poll();
                if (next != null) {
                    return next;
                }
            }
        }
        @Nullable Answer always = fixed.get(path);
        if (always != null) {
            return always;
        }
        if (requiredAuthorization.isPresent()
                && !request.header("authorization").equals(requiredAuthorization)) {
            return Answer.status(401).with("WWW-Authenticate", "Basic realm=\"loopback\"");
        }
        // A plus sign is itself in a path.
        String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        byte @Nullable [] file = files.get(decoded);
        if (file != null) {
            return ranged(file, request);
        }
        if (path.startsWith("/simple/") && path.endsWith("/")) {
            String project = path.substring("/simple/".length(), path.length() - 1);
            @Nullable List<ServedFile> served = projects.get(project);
            if (served != null) {
                return page(project, served, request);
            }
        }
        return Answer.status(404);
    }

    private Answer page(String project, List<ServedFile> served, Received request) {
        Answer page = style.page(project, List.copyOf(served), Map.copyOf(attestations));
        String tag = '"' + BuiltWheel.sha256(page.body()) + '"';
        if (style.validators() && request.header("if-none-match").equals(Optional.of(tag))) {
            return Answer.status(304).with("ETag", tag);
        }
        return style.validators() ? page.with("ETag", tag) : page;
    }

    /** A file, or the part of it that a {@code Range} header asks for. */
    public static Answer ranged(byte[] file, Received request) {
        Answer whole = Answer.bytes(file).with("Accept-Ranges", "bytes");
        String range = request.header("range").orElse("");
        if (!range.startsWith("bytes=")) {
            return whole;
        }
        int dash = range.indexOf('-');
        String first = range.substring("bytes=".length(), dash);
        String last = range.substring(dash + 1);
        int start = first.isEmpty() ? Math.max(0, file.length - Integer.parseInt(last)) : Integer.parseInt(first);
        int end =
                first.isEmpty() || last.isEmpty() ? file.length : (int) Math.min(file.length, Long.parseLong(last) + 1);
        if (start >= end) {
            return Answer.status(416).with("Content-Range", "bytes */" + file.length);
        }
        return new Answer(206, whole.headers(), Arrays.copyOfRange(file, start, end), whole.manner())
                .with("Content-Range", "bytes " + start + "-" + (end - 1) + "/" + file.length);
    }

    private static String normalised(String name) {
        StringBuilder text = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean separator = c == '-' || c == '_' || c == '.';
            if (!separator) {
                text.append(c);
            } else if (text.length() > 0 && text.charAt(text.length() - 1) != '-') {
                text.append('-');
            }
        }
        return text.toString();
    }

    /** The number of requests by path, sorted. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        server.received().forEach(request -> counts.merge(request.path(), 1L, Long::sum));
        return counts;
    }

    @Override
    public void close() {
        server.close();
    }
}
