// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/** A unified diff between two sets of files, such as {@code git diff} prints. */
public final class FileDiff {
    /** What diff and Git show. */
    private static final int CONTEXT_LINES = 3;

    private FileDiff() {}

    /** The lines that lead from {@code before} to {@code after}; empty where they are equal. */
    public static List<String> between(Map<String, String> before, SortedMap<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .flatMap(name -> between(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")).stream())
                .toList();
    }

    private static List<String> between(String name, String before, String after) {
        if (before.equals(after)) {
            return List.of();
        }
        List<String> old = lines(before);
        return UnifiedDiffUtils.generateUnifiedDiff(
                "committed/" + name, "rendered/" + name, old, DiffUtils.diff(old, lines(after)), CONTEXT_LINES);
    }

    /** The lines as bytes have them: a carriage return, or a missing end of the last line, is a difference. */
    private static List<String> lines(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(text.replace("\r", "\\r").split("\n", -1)));
        String last = lines.remove(lines.size() - 1);
        if (!last.isEmpty()) {
            lines.add(last + "\\ no line end");
        }
        return lines;
    }
}
