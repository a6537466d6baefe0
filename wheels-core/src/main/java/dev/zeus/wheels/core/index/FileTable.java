// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.text.AddressSecrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a page as rows of a table whose cells say where in one text each word is.
 *
 * <p>A page has thousands of files, and of most of them nothing but the name is ever looked at: a word becomes a string
 * when it is asked for. The same table is kept in the cache, so that a page is taken apart once.
 */
@SuppressWarnings("NullableOptional") // null is a word that has not been read yet
final class FileTable {
    /** What a page says of a file, beside its size. */
    enum Column {
        FILENAME,
        URL,
        SHA256,
        FRAGMENT,
        PYTHON,
        UPLOADED,
        YANKED,
        METADATA
    }

    private static final Column[] COLUMNS = Column.values();

    /**
     * By byte, since each one of each page is asked about: letters, digits, and signs that mean nothing in an address.
     */
    private static final boolean[] PLAIN = new boolean[256];

    static {
        for (char c = 0; c < 128; c++) {
            PLAIN[c] =
                    (c >= 'a' && c <= 'z') || (c >= '-' && c <= '9') || (c >= 'A' && c <= 'Z') || "_+~".indexOf(c) >= 0;
        }
    }

    /** A beginning and a length for each word, and the two halves of the size. */
    static final int WIDTH = 2 * COLUMNS.length + 2;

    private static final int SIZE = WIDTH - 2;
    static final int ABSENT = -1;

    private final int[] cells;
    private final byte[] text;
    private final int base;
    private final Map<Long, Optional<String>> shared = new ConcurrentHashMap<>();

    /** @param base where in {@code text} the words begin */
    FileTable(int[] cells, byte[] text, int base) {
        this.cells = cells;
        this.text = text;
        this.base = base;
    }

    /** The rows as files of a page. */
    List<ListedFile> files() {
        return new AbstractList<>() {
            @Override
            public ListedFile get(int number) {
                return new Row(FileTable.this, number);
            }

            @Override
            public int size() {
                return cells.length / WIDTH;
            }
        };
    }

    /** Whether a word is an address with a login, or one that signs itself in. */
    boolean holdsSecrets() {
        if (!hasSign()) {
            return false;
        }
        // As bytes, whatever they mean: one character for each.
        String words = new String(text, base, text.length - base, StandardCharsets.ISO_8859_1);
        return !AddressSecrets.without(words).equals(words);
    }

    /** Whether a byte could begin a query or end a login; hardly a page has one. */
    private boolean hasSign() {
        for (int i = base; i < text.length; i++) {
            if (text[i] == '?' || text[i] == '@') {
                return true;
            }
        }
        return false;
    }

    /** How many bytes {@link #write} takes. */
    int length() {
        return 4 + 4 * cells.length + text.length - base;
    }

    void write(ByteBuffer out) {
        out.putInt(cells.length / WIDTH);
        out.asIntBuffer().put(cells);
        out.position(out.position() + 4 * cells.length);
        out.put(text, base, text.length - base);
    }

    /** What {@link #write} wrote, to the end of the buffer; empty where a word would lie outside of it. */
    static Optional<FileTable> read(ByteBuffer in) {
        int rows = in.remaining() < 4 ? ABSENT : in.getInt();
        if (rows < 0 || 4L * WIDTH * rows > in.remaining()) {
            return Optional.empty();
        }
        int[] cells = new int[rows * WIDTH];
        in.asIntBuffer().get(cells);
        FileTable table = new FileTable(cells, in.array(), in.arrayOffset() + in.position() + 4 * cells.length);
        return table.isSound() ? Optional.of(table) : Optional.empty();
    }

    private boolean isSound() {
        long end = (long) text.length - base;
        for (int row = 0; row < cells.length; row += WIDTH) {
            for (int cell = row; cell < row + SIZE; cell += 2) {
                boolean absent = cells[cell] == ABSENT && cells[cell + 1] == 0;
                if (!absent && (cells[cell] < 0 || cells[cell] + (long) length(cell) > end)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The length of a word; that of an address that goes on with the file's name is written as less than zero. */
    private int length(int cell) {
        return cells[cell + 1] < 0 ? ~cells[cell + 1] : cells[cell + 1];
    }

    private Optional<String> word(int row, Column column) {
        int cell = row * WIDTH + 2 * column.ordinal();
        return cells[cell] == ABSENT
                ? Optional.empty()
                : Optional.of(new String(text, base + cells[cell], length(cell), StandardCharsets.UTF_8));
    }

    /** A word that many rows share. */
    private Optional<String> sharedWord(int row, Column column) {
        int cell = row * WIDTH + 2 * column.ordinal();
        if (cells[cell] == ABSENT) {
            return Optional.empty();
        }
        long place = (long) cells[cell] << 32 | cells[cell + 1];
        @Nullable Optional<String> known = shared.get(place);
        if (known == null) {
            known = word(row, column);
            shared.put(place, known);
        }
        return known;
    }

    /** A file of the table. */
    record Row(FileTable table, int number) implements ListedFile {
        @Override
        public String filename() {
            return table.word(number, Column.FILENAME).orElse("");
        }

        @Override
        public String url() {
            String url = table.word(number, Column.URL).orElse("");
            return table.cells[urlCell() + 1] < 0 ? url + filename() : url;
        }

        private int urlCell() {
            return number * WIDTH + 2 * Column.URL.ordinal();
        }

        /**
         * Whether the address is a beginning and then letters, digits and a few signs that mean nothing in an address,
         * so that it is one if {@code beginning} and a slash is.
         */
        boolean isPlainBehind(byte[] beginning) {
            int cell = urlCell();
            int from = table.base + table.cells[cell];
            int length = table.length(cell);
            return beginning.length > 0
                    && length >= beginning.length
                    && startsWith(from, beginning)
                    && isPlain(from + beginning.length, from + length)
                    && (table.cells[cell + 1] >= 0 || isPlainName());
        }

        private boolean startsWith(int from, byte[] beginning) {
            // The end differs first.
            for (int i = beginning.length - 1; i >= 0; i--) {
                if (table.text[from + i] != beginning[i]) {
                    return false;
                }
            }
            return true;
        }

        private boolean isPlainName() {
            int cell = number * WIDTH + 2 * Column.FILENAME.ordinal();
            int from = table.base + table.cells[cell];
            return isPlain(from, from + table.length(cell));
        }

        private boolean isPlain(int from, int end) {
            if (end - from > LONGEST_PLAIN) {
                return false;
            }
            for (int i = from; i < end; i++) {
                if (!PLAIN[table.text[i] & 0xff]) {
                    return false;
                }
            }
            return true;
        }

        private static final int LONGEST_PLAIN = 1000;

        @Override
        public Optional<String> sha256() {
            return table.word(number, Column.SHA256);
        }

        @Override
        public Optional<String> fragmentSha256() {
            return table.word(number, Column.FRAGMENT);
        }

        @Override
        public Optional<String> requiresPython() {
            return table.sharedWord(number, Column.PYTHON);
        }

        @Override
        public OptionalLong size() {
            int cell = number * WIDTH + SIZE;
            long size = (long) table.cells[cell] << 32 | (table.cells[cell + 1] & 0xffff_ffffL);
            return size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
        }

        @Override
        public Optional<String> uploadTime() {
            return table.word(number, Column.UPLOADED);
        }

        @Override
        public Optional<String> yanked() {
            return table.sharedWord(number, Column.YANKED);
        }

        @Override
        public Optional<String> metadata() {
            return table.word(number, Column.METADATA);
        }

        /** Whether it says anything in a column. */
        boolean has(Column column) {
            return table.cells[number * WIDTH + 2 * column.ordinal()] != ABSENT;
        }
    }
}
