// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Java files as they are and as they are to be.
 *
 * @param edits by their paths
 */
public record SourceChange(SortedMap<Path, Edit> edits) {

    /**
     * One file.
     *
     * @param before its bytes; empty if there is none
     * @param after its bytes; empty where it goes
     */
    public record Edit(Optional<byte[]> before, Optional<byte[]> after) {}

    public SourceChange {
        edits = Collections.unmodifiableSortedMap(new TreeMap<>(edits));
    }

    /** No change. */
    public static SourceChange none() {
        return new SourceChange(new TreeMap<>());
    }

    public boolean isEmpty() {
        return edits.isEmpty();
    }

    /** What to say of it, with paths from a directory. */
    public List<String> lines(Path from) {
        List<String> lines = new ArrayList<>();
        edits.forEach((path, edit) -> {
            Path base = from.toAbsolutePath().normalize();
            Path absolute = path.toAbsolutePath().normalize();
            String shown = (absolute.startsWith(base) ? base.relativize(absolute) : absolute)
                    .toString()
                    .replace('\\', '/');
            String did = edit.after().isEmpty() ? "removed  " : edit.before().isEmpty() ? "new      " : "changed  ";
            lines.add("  " + did + shown);
        });
        return lines;
    }
}
