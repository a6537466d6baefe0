// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.text.Valid;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The extras of a project that it asks for itself, as {@code all = ["acme[cli,web]"]} does: what is taken in with them,
 * and no package of an index that happens to have the project's name.
 *
 * @param name the project's name, where it has one
 * @param taken what is taken in
 */
record OwnExtras(Optional<PackageName> name, Set<ExtraName> taken) {
    /** What {@code with} leads to. */
    static OwnExtras of(ForeignTable toml, Set<ExtraName> with) {
        Optional<PackageName> name = toml.table("project")
                .flatMap(project -> project.text("name"))
                .flatMap(text -> Valid.of(text, PackageName::parse));
        Set<ExtraName> taken = new TreeSet<>(with);
        Deque<ExtraName> open = new ArrayDeque<>(with);
        Map<ExtraName, List<Listed>> lists = lists(toml);
        asked(toml.path("project").filter(project -> project.has("dependencies")), "dependencies", name)
                .forEach(extra -> take(extra, taken, open));
        while (!open.isEmpty()) {
            for (Listed list : lists.getOrDefault(open.pop(), List.of())) {
                asked(Optional.of(list.table()), list.key(), name).forEach(extra -> take(extra, taken, open));
            }
        }
        return new OwnExtras(name, taken);
    }

    /** A list of requirements, by the table and the key that it has there. */
    private record Listed(ForeignTable table, String key) {}

    private static Map<ExtraName, List<Listed>> lists(ForeignTable toml) {
        Map<ExtraName, List<Listed>> lists = new HashMap<>();
        for (Optional<ForeignTable> table :
                List.of(toml.path("project", "optional-dependencies"), toml.table("dependency-groups"))) {
            table.ifPresent(each -> each.keys()
                    .forEach(key -> Valid.of(key, ExtraName::parse)
                            .ifPresent(extra -> lists.computeIfAbsent(extra, known -> new ArrayList<>())
                                    .add(new Listed(each, key)))));
        }
        return lists;
    }

    private static void take(ExtraName extra, Set<ExtraName> taken, Deque<ExtraName> open) {
        if (taken.add(extra)) {
            open.push(extra);
        }
    }

    /** The extras of the project itself, and the groups, that a list asks for. */
    private static List<ExtraName> asked(Optional<ForeignTable> table, String key, Optional<PackageName> name) {
        List<ExtraName> extras = new ArrayList<>();
        table.ifPresent(each -> each.plain(key).forEach(item -> {
            if (item instanceof String text) {
                Valid.of(text, Requirement::parse)
                        .filter(requirement ->
                                name.filter(requirement.name()::equals).isPresent())
                        .ifPresent(requirement -> extras.addAll(requirement.extras()));
            } else if (item instanceof Map<?, ?> map && map.get("include-group") instanceof String group) {
                Valid.of(group, ExtraName::parse).ifPresent(extras::add);
            }
        }));
        return extras;
    }

    /** Whether a requirement is of the project itself. */
    boolean isOwn(Requirement requirement) {
        return name.filter(requirement.name()::equals).isPresent();
    }
}
