// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a distribution offers to others by name: its entry_points.txt.
 *
 * <pre>{@code
 * EntryPoints points = EntryPoints.parse("[console_scripts]\nfoo = foo.cli:main\n");
 * points.consoleScripts().get("foo").module(); // "foo.cli"
 * }</pre>
 *
 * <p>Standard: entry points specification.
 *
 * @param groups the entry points of each group by name
 */
public record EntryPoints(SortedMap<String, SortedMap<String, EntryPoint>> groups) {
    private static final String KIND = "entry_points.txt line";
    private static final int MAX_LENGTH = 4 * 1024 * 1024;

    /**
     * One object: a module, an attribute in it, and the extras it needs.
     *
     * @param module the module, such as {@code flask.cli}
     * @param attribute the object in the module, by dots; empty for the module itself
     * @param extras the extras that it needs
     */
    public record EntryPoint(String module, Optional<String> attribute, SortedSet<ExtraName> extras) {
        /**
         * Copies the extras.
         *
         * @param module the module, such as {@code flask.cli}
         * @param attribute the object in the module, by dots; empty for the module itself
         * @param extras the extras that it needs
         */
        public EntryPoint {
            extras = Collections.unmodifiableSortedSet(new TreeSet<>(extras));
        }
    }

    /**
     * Copies the groups.
     *
     * @param groups the entry points of each group by name
     */
    public EntryPoints {
        SortedMap<String, SortedMap<String, EntryPoint>> copy = new TreeMap<>();
        groups.forEach((name, points) -> copy.put(name, Collections.unmodifiableSortedMap(new TreeMap<>(points))));
        groups = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Reads an entry_points.txt.
     *
     * @param text the content of the file
     * @return the entry points
     * @throws PackagingParseException if a line is neither a group, an entry point nor a comment
     */
    public static EntryPoints parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new PackagingParseException(
                    "entry_points.txt", "", MAX_LENGTH, "at most " + MAX_LENGTH + " characters");
        }
        SortedMap<String, SortedMap<String, EntryPoint>> groups = new TreeMap<>();
        Optional<SortedMap<String, EntryPoint>> group = Optional.empty();
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                group = Optional.of(groups.computeIfAbsent(
                        line.substring(1, line.length() - 1).strip(), name -> new TreeMap<>()));
                continue;
            }
            int equals = line.indexOf('=');
            String name = line.substring(0, Math.max(equals, 0)).strip();
            if (name.isEmpty()) {
                throw new PackagingParseException(KIND, line, 0, "a name, \"=\" and an object");
            }
            group.orElseThrow(() -> new PackagingParseException(KIND, line, 0, "a group in brackets first"))
                    .put(name, point(line, equals + 1));
        }
        return new EntryPoints(groups);
    }

    /** {@return the commands that the distribution installs, by name} */
    public SortedMap<String, EntryPoint> consoleScripts() {
        return group("console_scripts");
    }

    /**
     * {@return the entry points of a group, none where it is missing}
     *
     * @param name the group's name, such as {@code console_scripts}
     */
    public SortedMap<String, EntryPoint> group(String name) {
        return groups.getOrDefault(name, Collections.emptySortedMap());
    }

    private static EntryPoint point(String line, int start) {
        String reference = line.substring(start).strip();
        SortedSet<ExtraName> extras = new TreeSet<>();
        int bracket = reference.indexOf('[');
        if (bracket >= 0) {
            if (!reference.endsWith("]")) {
                throw new PackagingParseException(KIND, line, line.length(), "a closing bracket");
            }
            for (String extra :
                    reference.substring(bracket + 1, reference.length() - 1).split(",", -1)) {
                if (!extra.isBlank()) {
                    extras.add(ExtraName.parse(extra.strip()));
                }
            }
            reference = reference.substring(0, bracket).strip();
        }
        int colon = reference.indexOf(':');
        String module = (colon < 0 ? reference : reference.substring(0, colon)).strip();
        if (module.isEmpty()) {
            throw new PackagingParseException(KIND, line, start, "a module");
        }
        Optional<String> attribute =
                Optional.of(reference.substring(colon + 1).strip()).filter(value -> colon >= 0 && !value.isEmpty());
        return new EntryPoint(module, attribute, extras);
    }
}
