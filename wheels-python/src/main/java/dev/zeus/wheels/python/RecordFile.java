package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The list of a wheel's files with their hashes: the RECORD file.
 *
 * @param entries one for each file, in the file's order
 * @see <a href="https://packaging.python.org/specifications/recording-installed-packages/#the-record-file">RECORD</a>
 */
public record RecordFile(List<RecordEntry> entries) {
    private static final int MAXIMUM_LENGTH = 64 * 1024 * 1024;

    public RecordFile {
        entries = List.copyOf(entries);
    }

    /**
     * Parses a RECORD file, which is CSV with three columns.
     *
     * @throws PackagingParseException where a line has not three columns, or a hash or size is none
     */
    public static RecordFile parse(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new PackagingParseException(text, MAXIMUM_LENGTH, "at most " + MAXIMUM_LENGTH + " characters");
        }
        List<RecordEntry> entries = new ArrayList<>();
        int position = 0;
        while (position < text.length()) {
            List<String> row = new ArrayList<>(3);
            int end = row(text, position, row);
            if (row.size() > 1 || !row.get(0).isEmpty()) {
                entries.add(entry(text, position, row));
            }
            position = end;
        }
        return new RecordFile(entries);
    }

    /** Reads one row and returns where the next one begins. */
    private static int row(String text, int start, List<String> row) {
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int i = start;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                row.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') {
                i++;
                break;
            } else if (c != '\r') {
                field.append(c);
            }
        }
        if (quoted) {
            throw new PackagingParseException(text, start, "a closing quote");
        }
        row.add(field.toString());
        return i;
    }

    private static RecordEntry entry(String text, int position, List<String> row) {
        if (row.size() != 3 || row.get(0).isEmpty()) {
            throw new PackagingParseException(text, position, "path, hash and size");
        }
        String hash = row.get(1);
        int equals = hash.indexOf('=');
        if (!hash.isEmpty() && equals <= 0) {
            throw new PackagingParseException(text, position, "a hash \"algorithm=digest\"");
        }
        Optional<String> algorithm = hash.isEmpty() ? Optional.empty() : Optional.of(hash.substring(0, equals));
        Optional<String> digest = hash.isEmpty() ? Optional.empty() : Optional.of(hash.substring(equals + 1));
        return new RecordEntry(row.get(0), algorithm, digest, size(text, position, row.get(2)));
    }

    private static OptionalLong size(String text, int position, String size) {
        if (size.isEmpty()) {
            return OptionalLong.empty();
        }
        if (size.length() > 18 || !Digits.areAll(size)) {
            throw new PackagingParseException(text, position, "a size in bytes");
        }
        return OptionalLong.of(Long.parseLong(size));
    }
}
