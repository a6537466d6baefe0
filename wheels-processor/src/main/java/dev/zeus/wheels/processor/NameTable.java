// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A table of names beside this class, one a line; a line that begins with {@code #} is a comment. */
final class NameTable {
    private NameTable() {}

    static Set<String> read(String file) {
        return Set.copyOf(lines(file));
    }

    /** A table of two columns, which a tab separates. */
    static Map<String, String> pairs(String file) {
        return lines(file).stream()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
    }

    private static List<String> lines(String file) {
        try (InputStream in = NameTable.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
