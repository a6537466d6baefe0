package dev.zeus.wheels.python;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names that a distribution offers to others, by group: the entry_points.txt file.
 *
 * @param groups for each group, such as {@code console_scripts}, a name to its object reference
 * @see <a href="https://packaging.python.org/specifications/entry-points/">Entry points</a>
 */
public record EntryPoints(SortedMap<String, SortedMap<String, String>> groups) {
    private static final int MAXIMUM_LENGTH = 4 * 1024 * 1024;

    public EntryPoints {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }

    /**
     * Parses an entry_points.txt file.
     *
     * @throws PackagingParseException where a line stands outside a group or has no {@code =}
     */
    public static EntryPoints parse(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new PackagingParseException(text, MAXIMUM_LENGTH, "at most " + MAXIMUM_LENGTH + " characters");
        }
        SortedMap<String, SortedMap<String, String>> groups = new TreeMap<>();
        SortedMap<String, String> current = new TreeMap<>();
        boolean inGroup = false;
        int position = 0;
        for (String raw : text.split("\n", -1)) {
            String line = raw.strip();
            if (line.startsWith("[") && line.endsWith("]")) {
                current = groups.computeIfAbsent(
                        line.substring(1, line.length() - 1).strip(), group -> new TreeMap<>());
                inGroup = true;
            } else if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith(";")) {
                int equals = line.indexOf('=');
                if (!inGroup || equals <= 0) {
                    throw new PackagingParseException(text, position, "\"[group]\" or \"name = module:object\"");
                }
                current.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
            position += raw.length() + 1;
        }
        return new EntryPoints(groups);
    }

    /** The names of the commands that an installer puts on the path. */
    public Set<String> consoleScripts() {
        return groups.getOrDefault("console_scripts", new TreeMap<>()).keySet();
    }
}
