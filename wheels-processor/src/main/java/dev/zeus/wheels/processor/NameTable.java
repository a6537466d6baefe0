// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A table of names beside this class, one a line; a line that begins with {@code #} is a comment. */
final class NameTable {
    private NameTable() {}

    static Set<String> read(String file) {
        try (InputStream in = NameTable.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
