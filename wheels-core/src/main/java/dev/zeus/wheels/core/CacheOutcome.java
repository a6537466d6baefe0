// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.disk.ByteCount;
import dev.zeus.wheels.core.http.CacheItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a cache holds, and what was removed from it.
 *
 * @param directory where it is
 * @param items what is there now
 * @param removed what was removed
 */
public record CacheOutcome(Path directory, List<CacheItem> items, List<CacheItem> removed) {
    public CacheOutcome {
        items = List.copyOf(items);
        removed = List.copyOf(removed);
    }

    /** The outcome for people, one line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Cache: " + directory);
        SortedMap<String, List<CacheItem>> kinds = new TreeMap<>();
        items.forEach(item ->
                kinds.computeIfAbsent(item.kind(), kind -> new ArrayList<>()).add(item));
        kinds.forEach((kind, some) -> lines.add(line(kind, some)));
        lines.add(line("in all", items));
        if (!removed.isEmpty()) {
            lines.add(line("removed", removed));
        }
        return lines;
    }

    private static String line(String what, List<CacheItem> some) {
        ByteCount size = new ByteCount(some.stream().mapToLong(CacheItem::bytes).sum());
        return String.format(
                Locale.ROOT, "  %-18s %7d %-7s %10s", what, some.size(), some.size() == 1 ? "entry" : "entries", size);
    }
}
