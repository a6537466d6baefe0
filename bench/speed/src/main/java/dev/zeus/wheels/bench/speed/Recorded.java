// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * An index as it once was: what a folder has of it, and where {@code upstream} is given, what it has not is fetched and
 * put there.
 *
 * <p>Pages are kept as they came; served, the addresses of their files lead to the replay server, which keeps the
 * address as a path: {@code https://host/a/b} becomes {@code ROOT/files/https/host/a/b}.
 */
record Recorded(Path folder) implements Index {
    private static final Pattern FILE = Pattern.compile("\"url\": ?\"(https?)://");
    private static final String ACCEPT = "application/vnd.pypi.simple.v1+json";

    /**
     * {@code FOLDER PORT}: serves an index and records it; run the programs that are to be measured against it once.
     * The property {@code upstream} is the root of its simple API.
     */
    public static void main(String[] arguments) throws Exception {
        ReplayServer server = new ReplayServer(new Recorded(Path.of(arguments[0])), Integer.parseInt(arguments[1]), 0);
        System.out.println("recording at " + server.root() + "simple/ until it is interrupted");
    }

    @Override
    public Optional<Page> page(String project, String root) {
        return stored(
                        folder.resolve("pages").resolve(project),
                        () -> URI.create(System.getProperty("upstream", "") + project + "/"))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .map(text -> FILE.matcher(text).replaceAll("\"url\":\"" + root + "files/$1/"))
                .map(text -> new Page(ACCEPT, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<byte[]> file(String path) {
        return stored(folder.resolve("files").resolve(path), () -> URI.create(path.replaceFirst("/", "://")));
    }

    private static Optional<byte[]> stored(Path file, Supplier<URI> upstream) {
        try {
            if (!Files.exists(file) && !System.getProperty("upstream", "").isEmpty()) {
                HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(upstream.get())
                                        .header("Accept", ACCEPT)
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() == 200) {
                    Files.createDirectories(file.resolveSibling(""));
                    Files.write(file, answer.body());
                }
            }
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
