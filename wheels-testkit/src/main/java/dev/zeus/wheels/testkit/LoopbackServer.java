// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * An HTTP/1.1 server on the loopback address that can also misbehave: stall, cut, reset, drip.
 *
 * <p>It stands on a plain socket, since a well-behaved server library refuses to misbehave. It counts every request.
 */
public final class LoopbackServer implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "loopback");
        thread.setDaemon(true);
        return thread;
    });
    private final Collection<Socket> open = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Long> served = new ConcurrentHashMap<>();
    private final Function<Received, Answer> handler;

    private LoopbackServer(ServerSocket socket, Function<Received, Answer> handler) {
        this.socket = socket;
        this.handler = handler;
    }

    /** Starts a server on a free port of the loopback address that answers with {@code handler}. */
    public static LoopbackServer start(Function<Received, Answer> handler) {
        try {
            ServerSocket socket = new ServerSocket(0, 200, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            LoopbackServer server = new LoopbackServer(socket, handler);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root of the server, such as {@code http://127.0.0.1:40123/}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    /** All requests so far, in the order in which they were read. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** How many requests have asked for exactly this path. */
    public long count(String path) {
        return received.stream().filter(request -> request.path().equals(path)).count();
    }

    /** How many bytes the answers to requests of exactly this path have had, those cut short as if they were whole. */
    public long served(String path) {
        return served.getOrDefault(path, 0L);
    }

    /** Forgets the requests so far. */
    public void forget() {
        received.clear();
        served.clear();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                open.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            boolean more = true;
            while (more) {
                String start = line(in);
                if (start.isEmpty()) {
                    return;
                }
                String[] words = start.split(" ", 3);
                Received request = new Received(words[0], words[1], headers(in));
                received.add(request);
                Answer answer = handler.apply(request);
                served.merge(request.path(), (long) answer.body().length, Long::sum);
                more = send(answer, request, connection, out);
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(connection);
        }
    }

    /** Sends an answer; false if the connection is to be closed after it. */
    private boolean send(Answer answer, Received request, Socket connection, OutputStream out)
            throws IOException, InterruptedException {
        byte[] body = request.method().equals("HEAD") ? new byte[0] : answer.body();
        if (answer.manner() instanceof Answer.Manner.Polite) {
            write(out, head(answer, "Content-Length", Integer.toString(answer.body().length)));
            write(out, body);
            return true;
        } else if (answer.manner() instanceof Answer.Manner.Chunked) {
            write(out, head(answer, "Transfer-Encoding", "chunked"));
            write(out, chunk(body));
            write(out, "0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            return true;
        } else if (answer.manner() instanceof Answer.Manner.ChunkedWithoutEnd) {
            write(out, head(answer, "Transfer-Encoding", "chunked"));
            write(out, chunk(body));
            return false;
        } else if (answer.manner() instanceof Answer.Manner.Unframed cut) {
            write(out, head(answer, "Connection", "close"));
            write(out, Arrays.copyOf(body, Math.min(cut.bytes(), body.length)));
            return false;
        } else if (answer.manner() instanceof Answer.Manner.Truncated cut) {
            write(out, head(answer, "Content-Length", Integer.toString(body.length)));
            write(out, Arrays.copyOf(body, Math.min(cut.bytes(), body.length)));
            return false;
        } else if (answer.manner() instanceof Answer.Manner.Stalled stall) {
            write(out, head(answer, "Content-Length", Integer.toString(body.length)));
            write(out, Arrays.copyOf(body, Math.min(stall.bytes(), body.length)));
            closed.await();
            return false;
        } else if (answer.manner() instanceof Answer.Manner.Dripping drip) {
            write(out, head(answer, "Content-Length", Integer.toString(body.length)));
            for (byte one : body) {
                write(out, new byte[] {one});
                if (closed.await(drip.pauseMillis(), TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
            return true;
        } else if (answer.manner() instanceof Answer.Manner.Silent) {
            closed.await();
            return false;
        }
        // A linger of zero makes the close a reset instead of an orderly end.
        connection.setSoLinger(true, 0);
        return false;
    }

    private static byte[] head(Answer answer, String framing, String value) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put(framing, value);
        StringBuilder text =
                new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" Said\r\n");
        headers.forEach(
                (name, each) -> text.append(name).append(": ").append(each).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] chunk(byte[] body) {
        byte[] size = (Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(size, size.length + body.length + 2);
        System.arraycopy(body, 0, all, size.length, body.length);
        all[all.length - 2] = '\r';
        all[all.length - 1] = '\n';
        return all;
    }

    private static void write(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** The next line without its end; empty at the end of the stream. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
