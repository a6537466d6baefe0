// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.text.Printable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Answers for the files of declared folders, and leaves all else to the network.
 *
 * <p>A file is asked for by its {@code file:} address, or by a path relative to the lock. Whatever is outside of the
 * declared folders is refused, so that no page of an index can make us read a file of this machine.
 */
public final class FolderHttp implements Http {
    private final Http network;
    private final Path lockDirectory;
    private final List<Path> folders;
    private final HttpSettings settings;

    /**
     * Puts the folders before the network.
     *
     * @param lockDirectory what relative paths are relative to
     * @param folders the declared folders
     * @param settings how large an answer may be
     */
    public FolderHttp(Http network, Path lockDirectory, List<Path> folders, HttpSettings settings) {
        this.network = network;
        this.lockDirectory = lockDirectory.toAbsolutePath().normalize();
        this.folders = List.copyOf(folders);
        this.settings = settings;
    }

    @Override
    public <T> T get(HttpRequest request, AnswerReader<T> reader) {
        Optional<Path> file = file(request.uri());
        return file.isEmpty() ? network.get(request, reader) : reader.read(answer(request, file.get()));
    }

    @Override
    public HttpAnswer download(URI uri, Path target, long limit) {
        Optional<Path> file = file(uri);
        if (file.isEmpty()) {
            return network.download(uri, target, limit);
        }
        try {
            if (!Files.isRegularFile(file.get())) {
                return new HttpAnswer(uri, 404, HttpFields.NONE, new byte[0]);
            }
            Files.copy(file.get(), target, StandardCopyOption.REPLACE_EXISTING);
            return new HttpAnswer(uri, 200, HttpFields.NONE, new byte[0]);
        } catch (IOException e) {
            throw unreadable(file.get(), e);
        }
    }

    /** The file of a local address; empty for one of the network. */
    private Optional<Path> file(URI uri) {
        String scheme = uri.getScheme();
        if (scheme != null && !scheme.equals("file")) {
            return Optional.empty();
        }
        Path path = scheme == null
                ? lockDirectory.resolve(uri.getPath()).normalize()
                : Path.of(uri).normalize();
        if (folders.stream().noneMatch(path::startsWith)) {
            throw new WheelsException(
                    HttpProblem.FORBIDDEN_ADDRESS,
                    "\"" + Printable.of(path.toString(), 200) + "\" is in no declared folder",
                    "declare the folder as the url of a @Source, or rewrite the lock with mvn wheels:generate");
        }
        return Optional.of(path);
    }

    private HttpAnswer answer(HttpRequest request, Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return new HttpAnswer(request.uri(), 404, HttpFields.NONE, new byte[0]);
            }
            long size = Files.size(file);
            long first = request.range().map(range -> first(range, size)).orElse(0L);
            long last = request.range().map(range -> last(range, size)).orElse(size - 1);
            long length = last - first + 1;
            if (length > request.limit().bytes(settings)) {
                throw new IOException("larger than " + request.limit().said(settings));
            }
            byte[] body = read(file, first, (int) length);
            Map<String, String> fields = new TreeMap<>();
            fields.put("content-type", file.toString().endsWith(".html") ? "text/html" : "application/octet-stream");
            if (request.range().isPresent()) {
                fields.put("content-range", "bytes " + first + "-" + last + "/" + size);
            }
            return new HttpAnswer(
                    request.uri(),
                    request.range().isPresent() ? 206 : 200,
                    new HttpFields(new TreeMap<>(fields)),
                    body);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static long first(ByteRange range, long size) {
        if (range instanceof ByteRange.Span span) {
            return span.first();
        }
        return range instanceof ByteRange.Suffix suffix
                ? Math.max(0, size - suffix.length())
                : ((ByteRange.From) range).first();
    }

    private static long last(ByteRange range, long size) {
        return range instanceof ByteRange.Span span ? Math.min(span.last(), size - 1) : size - 1;
    }

    private static byte[] read(Path file, long first, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(first);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until all of it is there.
            }
        }
        return bytes.array();
    }

    private static WheelsException unreadable(Path file, IOException e) {
        return new WheelsException(
                HttpProblem.UNREADABLE_FILE,
                "\"" + file + "\" cannot be read: " + Printable.of(PlainFile.reason(e), 200),
                "check the file and its permissions");
    }

    @Override
    public void close() {
        network.close();
    }
}
