// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table of this program in a file beside the class that uses it: a row for each line, without the lines that begin
 * with {@code #}.
 *
 * <p>Example: {@code DataTable.rows(StableAbi.class, "stable-abi.txt", ' ')}. A class that reads its table when it is
 * loaded costs a run that does not need it nothing.
 */
public final class DataTable {
    private DataTable() {}

    /** The rows, each split into cells. Loops, since a short run would pay for linking the lambdas of streams. */
    public static List<List<String>> rows(Class<?> beside, String file, char separator) {
        String text;
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<List<String>> rows = new ArrayList<>();
        int end;
        for (int from = 0; from < text.length(); from = end + 1) {
            end = text.indexOf('\n', from);
            if (text.charAt(from) != '#') {
                rows.add(cells(text.substring(from, end), separator));
            }
        }
        return rows;
    }

    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, from)) {
            cells.add(line.substring(from, at));
            from = at + 1;
        }
        cells.add(line.substring(from));
        return cells;
    }

    /** A table of two columns that tabs separate, as a map. */
    public static SortedMap<String, String> map(Class<?> beside, String file) {
        SortedMap<String, String> map = new TreeMap<>();
        for (List<String> row : rows(beside, file, '\t')) {
            map.put(row.get(0), row.get(1));
        }
        return map;
    }
}
