// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.index.FileTable.Column;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes a table of files, row by row; a word that the row before has, too, or one of a few that come again and again,
 * is written once.
 */
final class FileTableBuilder {
    /** Few enough to be compared one by one faster than they are hashed. */
    private static final int FEW = 16;

    private static final int[] NO_ROW = new int[FileTable.WIDTH];

    static {
        Arrays.fill(NO_ROW, FileTable.ABSENT);
        for (int cell = 1; cell < FileTable.WIDTH - 2; cell += 2) {
            NO_ROW[cell] = 0;
        }
    }

    private byte[] text = new byte[4096];
    private int end;
    private int[] cells = new int[32 * FileTable.WIDTH];
    private int next;
    private final int[] few = new int[2 * FEW];
    private int fewEnd;

    /** A table of files that are written otherwise. */
    static FileTable of(List<ListedFile> files) {
        FileTableBuilder table = new FileTableBuilder();
        for (ListedFile file : files) {
            table.row();
            table.word(Column.FILENAME, file.filename());
            table.word(Column.URL, file.url());
            table.word(Column.SHA256, file.sha256());
            table.word(Column.FRAGMENT, file.fragmentSha256());
            table.word(Column.PYTHON, file.requiresPython());
            table.word(Column.UPLOADED, file.uploadTime());
            table.word(Column.YANKED, file.yanked());
            table.word(Column.METADATA, file.metadata());
            file.size().ifPresent(table::size);
        }
        return table.table();
    }

    /** Begins a row. */
    void row() {
        if (next == cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        System.arraycopy(NO_ROW, 0, cells, next, FileTable.WIDTH);
        next += FileTable.WIDTH;
    }

    void size(long size) {
        cells[next - 2] = (int) (size >>> 32);
        cells[next - 1] = (int) size;
    }

    private void word(Column column, Optional<String> word) {
        word.ifPresent(text -> word(column, text));
    }

    private void word(Column column, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        word(column, bytes, 0, bytes.length);
    }

    /** A word of the row; an address after the file's name, which it may end in. */
    void word(Column column, byte[] from, int start, int length) {
        int cell = next - FileTable.WIDTH + 2 * column.ordinal();
        int before = cell - FileTable.WIDTH;
        if (before >= 0 && isAt(cells[before], cells[before + 1], from, start, length)) {
            cells[cell] = cells[before];
            cells[cell + 1] = length;
        } else if (column == Column.URL && endsInName(from, start, length)) {
            int name = cells[next - FileTable.WIDTH + 1];
            cells[cell] = append(from, start, length - name);
            cells[cell + 1] = ~(length - name);
        } else if (column == Column.PYTHON || column == Column.YANKED) {
            cells[cell] = oneOfFew(from, start, length);
            cells[cell + 1] = length;
        } else {
            cells[cell] = append(from, start, length);
            cells[cell + 1] = length;
        }
    }

    private boolean endsInName(byte[] from, int start, int length) {
        int name = cells[next - FileTable.WIDTH];
        int nameLength = cells[next - FileTable.WIDTH + 1];
        return name != FileTable.ABSENT
                && nameLength <= length
                && isAt(name, nameLength, from, start + length - nameLength, nameLength);
    }

    private int oneOfFew(byte[] from, int start, int length) {
        for (int i = 0; i < fewEnd; i += 2) {
            if (isAt(few[i], few[i + 1], from, start, length)) {
                return few[i];
            }
        }
        int at = append(from, start, length);
        if (fewEnd < few.length) {
            few[fewEnd++] = at;
            few[fewEnd++] = length;
        }
        return at;
    }

    private boolean isAt(int at, int atLength, byte[] from, int start, int length) {
        return at != FileTable.ABSENT
                && atLength == length
                && Arrays.equals(text, at, at + length, from, start, start + length);
    }

    private int append(byte[] from, int start, int length) {
        if (length > text.length - end) {
            text = Arrays.copyOf(text, Math.addExact(end, Math.max(length, text.length)));
        }
        System.arraycopy(from, start, text, end, length);
        end += length;
        return end - length;
    }

    FileTable table() {
        return new FileTable(Arrays.copyOf(cells, next), Arrays.copyOf(text, end), 0);
    }
}
