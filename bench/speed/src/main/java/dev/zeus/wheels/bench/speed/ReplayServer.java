// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.zeus.wheels.core.wheel.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** Serves an index on the loopback address over HTTP/1.1: gzip, validators, ranges, a latency, and counts. */
final class ReplayServer implements AutoCloseable {
    private final Index index;
    private final long latency;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Optional<Packed>> packed = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /** A page as it goes over the wire. */
    private record Packed(String type, String tag, byte[] gzip) {}

    /** What was asked and sent since the last look. */
    record Traffic(long requests, long bytes) {}

    ReplayServer(Index index, int port, long latencyMillis) throws IOException {
        this.index = index;
        this.latency = latencyMillis;
        // The JDK's server waits with small packets otherwise, which would be measured as ours or uv's.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 500);
        server.setExecutor(threads);
        server.createContext("/simple/", exchange -> answer(exchange, this::page));
        server.createContext("/unhashed/", exchange -> answer(exchange, this::unhashed));
        server.createContext("/files/", exchange -> answer(exchange, this::file));
        server.start();
    }

    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    Traffic traffic() {
        return new Traffic(requests.getAndSet(0), bytes.getAndSet(0));
    }

    private interface Handler {
        void handle(HttpExchange exchange, String path) throws IOException;
    }

    private void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            Thread.sleep(latency);
            String path = exchange.getRequestURI().getPath();
            handler.handle(exchange, path.substring(path.indexOf('/', 1) + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void page(HttpExchange exchange, String path) throws IOException {
        page(exchange, path, body -> body);
    }

    /** Pages without digests, for who reads whole files: a made-up page has those of names that nobody reads. */
    private void unhashed(HttpExchange exchange, String path) throws IOException {
        page(
                exchange,
                path,
                body -> new String(body, StandardCharsets.UTF_8)
                        .replaceAll("\"hashes\": ?\\{[^}]*\\}", "\"hashes\":{}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void page(HttpExchange exchange, String path, UnaryOperator<byte[]> change) throws IOException {
        String project = path.replace("/", "");
        Optional<Packed> page = packed.computeIfAbsent(
                exchange.getHttpContext().getPath() + project,
                key -> index.page(project, root())
                        .map(found -> pack(new Index.Page(found.type(), change.apply(found.body())))));
        if (page.isEmpty()) {
            send(exchange, 404, new byte[0]);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", page.get().type());
        exchange.getResponseHeaders().set("ETag", page.get().tag());
        if (page.get().tag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            send(exchange, 304, new byte[0]);
            return;
        }
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        send(exchange, 200, page.get().gzip());
    }

    private void file(HttpExchange exchange, String path) throws IOException {
        Optional<byte[]> found = index.file(path);
        if (found.isEmpty()) {
            send(exchange, 404, new byte[0]);
            return;
        }
        byte[] file = found.get();
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.getResponseHeaders().set("Cache-Control", "max-age=365000000, immutable, public");
        String range = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                .orElse("");
        if (!range.startsWith("bytes=")) {
            send(exchange, 200, file);
            return;
        }
        String[] ends = range.substring("bytes=".length()).split("-", 2);
        int first =
                ends[0].isEmpty() ? Math.max(0, file.length - Integer.parseInt(ends[1])) : Integer.parseInt(ends[0]);
        int last = ends[0].isEmpty() || ends[1].isEmpty()
                ? file.length - 1
                : (int) Math.min(file.length - 1, Long.parseLong(ends[1]));
        exchange.getResponseHeaders().set("Content-Range", "bytes " + first + "-" + last + "/" + file.length);
        send(exchange, 206, Arrays.copyOfRange(file, first, last + 1));
    }

    private void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        bytes.addAndGet(body.length);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, body.length == 0 || head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Packed pack(Index.Page page) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(page.body());
            }
            return new Packed(page.type(), "\"" + Sha256.of(page.body()) + '"', out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
