// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The requirements that a project keeps for its own development, by group.
 *
 * <pre>{@code
 * DependencyGroups groups = DependencyGroups.of(Map.of(
 *         "test", List.of("pytest>8"),
 *         "dev", List.of(Map.of("include-group", "test"), "ruff")));
 * groups.requirements(ExtraName.parse("dev")); // [pytest>8, ruff]
 * }</pre>
 *
 * <p>Standard: dependency groups, <a href="https://peps.python.org/pep-0735/">PEP 735</a>. Reading TOML is the
 * caller's.
 *
 * @param groups the entries of each group
 */
public record DependencyGroups(SortedMap<ExtraName, List<Entry>> groups) {
    private static final String KIND = "dependency group";
    /** Far deeper than real files nest, and far from the end of the stack. */
    private static final int MAX_DEPTH = 100;

    /** A requirement, or another group. */
    public sealed interface Entry {
        /** A requirement of the group. */
        record Needs(Requirement requirement) implements Entry {}

        /** All that another group needs. */
        record Includes(ExtraName group) implements Entry {}
    }

    /**
     * Copies the groups.
     *
     * @param groups the entries of each group
     */
    public DependencyGroups {
        SortedMap<ExtraName, List<Entry>> copy = new TreeMap<>();
        groups.forEach((name, entries) -> copy.put(name, List.copyOf(entries)));
        groups = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Reads the table as a TOML reader gives it: lists of text, and of tables with the key {@code include-group}.
     *
     * @param table the table {@code [dependency-groups]} of a pyproject.toml
     * @return the groups
     * @throws PackagingParseException if an entry is neither, or two names are the same when normalised
     */
    public static DependencyGroups of(Map<String, ? extends List<?>> table) {
        SortedMap<ExtraName, List<Entry>> groups = new TreeMap<>();
        for (Map.Entry<String, ? extends List<?>> group : table.entrySet()) {
            List<Entry> entries = new ArrayList<>();
            group.getValue().forEach(value -> entries.add(entry(group.getKey(), value)));
            if (groups.put(ExtraName.parse(group.getKey()), entries) != null) {
                throw new PackagingParseException(KIND, group.getKey(), 0, "a name that no other group has");
            }
        }
        return new DependencyGroups(groups);
    }

    /**
     * {@return what a group needs, with all that it includes, each requirement once}
     *
     * @param group the group's name
     * @throws PackagingParseException if the group or one it includes is missing, or it includes itself
     */
    public List<Requirement> requirements(ExtraName group) {
        Set<Requirement> found = new LinkedHashSet<>();
        collect(group, new LinkedHashSet<>(), new LinkedHashSet<>(), found);
        return List.copyOf(found);
    }

    private void collect(ExtraName group, Set<ExtraName> path, Set<ExtraName> done, Set<Requirement> found) {
        if (done.contains(group)) {
            return;
        }
        if (path.size() == MAX_DEPTH) {
            throw new PackagingParseException(KIND, group.value(), 0, "at most " + MAX_DEPTH + " nested groups");
        }
        if (!path.add(group)) {
            throw new PackagingParseException(KIND, group.value(), 0, "no cycle, but found " + path + " again");
        }
        List<Entry> entries = Optional.ofNullable(groups.get(group))
                .orElseThrow(() -> new PackagingParseException(KIND, group.value(), 0, "one of " + groups.keySet()));
        for (Entry entry : entries) {
            if (entry instanceof Entry.Needs needs) {
                found.add(needs.requirement);
            } else if (entry instanceof Entry.Includes includes) {
                collect(includes.group, path, done, found);
            }
        }
        path.remove(group);
        done.add(group);
    }

    private static Entry entry(String group, Object value) {
        if (value instanceof String text) {
            return new Entry.Needs(Requirement.parse(text));
        }
        if (value instanceof Map<?, ?> table
                && table.size() == 1
                && table.get("include-group") instanceof String included) {
            return new Entry.Includes(ExtraName.parse(included));
        }
        throw new PackagingParseException(KIND, group, 0, "requirements and tables with include-group only");
    }
}
