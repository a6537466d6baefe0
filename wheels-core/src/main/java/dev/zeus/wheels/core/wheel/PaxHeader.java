// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What an extended header of a tar archive says of the entry that follows: lines such as {@code 30 path=very/long},
 * each with its length in bytes.
 *
 * <p>Standard: the format pax of POSIX (IEEE 1003.1, pax).
 *
 * @param path its path
 * @param size how many bytes its content has
 */
record PaxHeader(Optional<String> path, Optional<Long> size) {
    private static final String BROKEN = "the extended header of an entry is none";

    static final PaxHeader NONE = new PaxHeader(Optional.empty(), Optional.empty());

    /**
     * Reads a header.
     *
     * @throws IOException where it is none
     */
    static PaxHeader parse(byte[] bytes) throws IOException {
        Optional<String> path = Optional.empty();
        Optional<String> sparse = Optional.empty();
        Optional<Long> size = Optional.empty();
        int at = 0;
        while (at < bytes.length && bytes[at] != 0) {
            int space = indexOf(bytes, ' ', at);
            long length = number(new String(bytes, at, space - at, StandardCharsets.US_ASCII));
            int equals = indexOf(bytes, '=', space);
            if (length > bytes.length - at || at + length <= equals + 1 || bytes[(int) (at + length) - 1] != '\n') {
                throw new IOException(BROKEN);
            }
            int end = (int) (at + length);
            String value = new String(bytes, equals + 1, end - 1 - (equals + 1), StandardCharsets.UTF_8);
            switch (new String(bytes, space + 1, equals - space - 1, StandardCharsets.UTF_8)) {
                case "path" -> path = Optional.of(value);
                case "size" -> size = Optional.of(number(value));
                // GNU tar writes a sparse file under a name of its own, and says here which is the file's.
                case "GNU.sparse.name" -> sparse = Optional.of(value);
                default -> {
                    // Times and owners are no matter for what is read.
                }
            }
            at = end;
        }
        return new PaxHeader(sparse.isPresent() ? sparse : path, size);
    }

    private static int indexOf(byte[] bytes, char wanted, int from) throws IOException {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        throw new IOException(BROKEN);
    }

    private static long number(String digits) throws IOException {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new IOException(BROKEN, e);
        }
    }
}
