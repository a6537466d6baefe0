// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a distribution was installed from, if not by name from an index: its direct_url.json.
 *
 * <pre>{@code
 * DirectUrl.of(Map.of("url", "https://example.org/foo.zip", "archive_info", Map.of())).url();
 * }</pre>
 *
 * <p>Standard: direct URL data structure, <a href="https://peps.python.org/pep-0610/">PEP 610</a>. Reading JSON is the
 * caller's.
 *
 * @param subdirectory the folder of the project in what the address leads to
 */
public record DirectUrl(String url, Origin origin, Optional<String> subdirectory) {
    private static final String KIND = "direct_url.json";

    /** What the address leads to. */
    public sealed interface Origin {
        /**
         * A file.
         *
         * @param hashes its hashes by algorithm
         */
        record Archive(SortedMap<String, String> hashes) implements Origin {
            /**
             * Copies the hashes.
             *
             * @param hashes its hashes by algorithm
             */
            public Archive {
                hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
            }
        }

        /**
         * A commit of a repository.
         *
         * @param vcs the tool, such as {@code git}
         * @param requestedRevision the branch, tag or commit that was asked for
         */
        record Repository(String vcs, String commitId, Optional<String> requestedRevision) implements Origin {}

        /** A folder of the same machine. */
        record Folder(boolean editable) implements Origin {}
    }

    /**
     * Reads the object as a JSON reader gives it.
     *
     * @param json the object in {@code direct_url.json}
     * @return the address with its origin
     * @throws PackagingParseException if the address is missing, or there is not exactly one origin
     */
    public static DirectUrl of(Map<String, ?> json) {
        Optional<Origin> archive = table(json, "archive_info").map(DirectUrl::archive);
        Optional<Origin> repository = table(json, "vcs_info").map(DirectUrl::repository);
        Optional<Origin> folder =
                table(json, "dir_info").map(info -> new Origin.Folder(Boolean.TRUE.equals(info.get("editable"))));
        int origins = (archive.isPresent() ? 1 : 0) + (repository.isPresent() ? 1 : 0) + (folder.isPresent() ? 1 : 0);
        if (origins != 1) {
            throw new PackagingParseException(KIND, "", 0, "one of archive_info, vcs_info and dir_info");
        }
        return new DirectUrl(
                required(json, "url"),
                archive.or(() -> repository).or(() -> folder).orElseThrow(),
                text(json, "subdirectory"));
    }

    private static Origin archive(Map<?, ?> info) {
        SortedMap<String, String> hashes = new TreeMap<>();
        // The older field says "sha256=…"; the newer table wins.
        text(info, "hash").ifPresent(hash -> {
            int equals = hash.indexOf('=');
            if (equals <= 0) {
                throw new PackagingParseException("hash", hash, 0, "an algorithm, \"=\" and a digest");
            }
            hashes.put(hash.substring(0, equals), hash.substring(equals + 1));
        });
        table(info, "hashes")
                .ifPresent(table -> table.keySet()
                        .forEach(algorithm ->
                                hashes.put(String.valueOf(algorithm), required(table, String.valueOf(algorithm)))));
        return new Origin.Archive(hashes);
    }

    private static Origin repository(Map<?, ?> info) {
        return new Origin.Repository(
                required(info, "vcs"), required(info, "commit_id"), text(info, "requested_revision"));
    }

    private static Optional<Map<?, ?>> table(Map<?, ?> json, String key) {
        return json.get(key) instanceof Map<?, ?> table ? Optional.of(table) : Optional.empty();
    }

    private static Optional<String> text(Map<?, ?> json, String key) {
        return json.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static String required(Map<?, ?> json, String key) {
        return text(json, key).orElseThrow(() -> new PackagingParseException(KIND, "", 0, "text for the key " + key));
    }
}
