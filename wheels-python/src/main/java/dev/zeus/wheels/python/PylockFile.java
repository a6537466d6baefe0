// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One file of a lock file, with what proves that it is the right one.
 *
 * <pre>{@code
 * file.hashes().get("sha256");
 * }</pre>
 *
 * <p>Standard: pylock.toml, <a href="https://peps.python.org/pep-0751/">PEP 751</a>.
 *
 * @param name the file's name, as said or as its path or address ends
 * @param url its address; empty if it has a path
 * @param path its path, relative to the lock file unless absolute
 * @param size its length in bytes
 * @param uploadTime when the file was uploaded
 * @param hashes the digests in hexadecimal by their algorithms, at least one
 */
public record PylockFile(
        String name,
        Optional<String> url,
        Optional<String> path,
        OptionalLong size,
        Optional<Instant> uploadTime,
        SortedMap<String, String> hashes) {

    /**
     * Copies the hashes.
     *
     * @param name the file's name, as said or as its path or address ends
     * @param url its address; empty if it has a path
     * @param path its path, relative to the lock file unless absolute
     * @param size its length in bytes
     * @param uploadTime when the file was uploaded
     * @param hashes the digests in hexadecimal by their algorithms, at least one
     */
    public PylockFile {
        hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
    }

    static PylockFile of(TomlTable table) {
        Optional<String> url = table.text("url").filter(text -> !text.isEmpty());
        Optional<String> path = table.text("path").filter(text -> !text.isEmpty());
        if (url.isEmpty() && path.isEmpty()) {
            throw table.wrong("url", "", "an address, or a path");
        }
        SortedMap<String, String> hashes = table.requiredTable("hashes").texts();
        if (hashes.isEmpty()) {
            throw table.wrong("hashes", "", "at least one hash");
        }
        String name = table.text("name")
                .filter(text -> !text.isEmpty())
                .or(() -> path.map(PylockFile::lastOfPath))
                .or(() -> url.map(PylockFile::lastOfUrl))
                .orElse("");
        return new PylockFile(name, url, path, table.number("size"), table.instant("upload-time"), hashes);
    }

    private static String lastOfPath(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String lastOfUrl(String url) {
        int end = url.length();
        for (char mark : new char[] {'#', '?'}) {
            int at = url.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        String path = url.substring(0, end);
        String last = path.substring(path.lastIndexOf('/') + 1);
        try {
            // A plus sign is itself in a path.
            return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return last;
        }
    }
}
