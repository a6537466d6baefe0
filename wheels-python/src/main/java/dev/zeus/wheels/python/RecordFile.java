// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The list of a wheel's files with their hashes: its RECORD.
 *
 * <pre>{@code
 * RecordFile.parse("foo.py,sha256=47DEQ…,12\nfoo-1.0.dist-info/RECORD,,\n").entries().size(); // 2
 * }</pre>
 *
 * <p>Standard: recording installed projects, <a href="https://peps.python.org/pep-0376/">PEP 376</a> and <a
 * href="https://peps.python.org/pep-0627/">PEP 627</a>: CSV with quotes where a path needs them.
 *
 * @param entries a line for each file, in order
 */
public record RecordFile(List<RecordEntry> entries) {
    private static final String KIND = "RECORD line";
    private static final int MAX_LENGTH = 64 * 1024 * 1024;

    /**
     * Copies the entries.
     *
     * @param entries a line for each file, in order
     */
    public RecordFile {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a RECORD.
     *
     * @param text the content of the file
     * @return the entries
     * @throws PackagingParseException if a line has not three fields, or its hash or size is malformed
     */
    public static RecordFile parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new PackagingParseException("RECORD", "", MAX_LENGTH, "at most " + MAX_LENGTH + " characters");
        }
        List<RecordEntry> entries = new ArrayList<>();
        Csv csv = new Csv(text);
        while (csv.hasNext()) {
            List<String> row = csv.next();
            if (row.size() == 1 && row.get(0).isEmpty()) {
                continue;
            }
            // Some tools wrote rows of two fields, or more than three; both were never valid.
            if (row.size() != 3 || row.get(0).isEmpty()) {
                throw new PackagingParseException(KIND, String.join(",", row), 0, "a path, a hash and a size");
            }
            entries.add(entry(row.get(0), row.get(1), row.get(2)));
        }
        return new RecordFile(entries);
    }

    private static RecordEntry entry(String path, String hash, String size) {
        if (hash.isEmpty()) {
            return new RecordEntry(path, Optional.empty(), Optional.empty(), size(path, size));
        }
        int equals = hash.indexOf('=');
        if (equals <= 0 || equals == hash.length() - 1) {
            throw new PackagingParseException(KIND, hash, Math.max(equals, 0), "an algorithm, \"=\" and a digest");
        }
        String algorithm = hash.substring(0, equals).toLowerCase(Locale.ROOT);
        String digest = hash.substring(equals + 1);
        return new RecordEntry(path, Optional.of(algorithm), Optional.of(digest), size(path, size));
    }

    private static OptionalLong size(String path, String size) {
        if (size.isEmpty()) {
            return OptionalLong.empty();
        }
        if (size.length() > 18 || !size.chars().allMatch(c -> Chars.isDigit((char) c))) {
            throw new PackagingParseException(KIND, path + ",…," + size, path.length() + 3, "a size in digits");
        }
        return OptionalLong.of(Long.parseLong(size));
    }

    /** Comma separated values, a quoted field holding anything, its quotes doubled. */
    private static final class Csv {
        private final String text;
        private int position;

        Csv(String text) {
            this.text = text;
        }

        boolean hasNext() {
            return position < text.length();
        }

        List<String> next() {
            List<String> row = new ArrayList<>();
            row.add(field());
            while (at(',')) {
                position++;
                row.add(field());
            }
            if (at('\r')) {
                position++;
            }
            if (at('\n')) {
                position++;
            }
            return row;
        }

        private String field() {
            if (at('"')) {
                return quoted();
            }
            int start = position;
            while (position < text.length() && !at(',') && !at('\n') && !at('\r')) {
                position++;
            }
            return text.substring(start, position);
        }

        private String quoted() {
            StringBuilder field = new StringBuilder();
            int start = position;
            position++;
            while (position < text.length()) {
                char c = text.charAt(position++);
                if (c != '"') {
                    field.append(c);
                } else if (at('"')) {
                    field.append('"');
                    position++;
                } else {
                    if (position < text.length() && !at(',') && !at('\n') && !at('\r')) {
                        break;
                    }
                    return field.toString();
                }
            }
            throw new PackagingParseException(KIND, text.substring(start, position), 0, "a quoted field and a comma");
        }

        private boolean at(char c) {
            return position < text.length() && text.charAt(position) == c;
        }
    }
}
