// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.text.JsonText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A graph as JSON: the packages that a tree shows, each once, with what it needs (or, inverted, what needs it).
 *
 * <p>A package is known by name, version and source; {@code depth} is the least number of links from a root.
 */
public final class TreeJson {
    private TreeJson() {}

    /** The document, ended by a line feed. */
    public static String of(LockGraph graph, TreeView view) {
        ObjectNode document = JsonDocument.begin("tree");
        ArrayNode roots = document.putArray("roots");
        List<LockedPackage> first = view.roots(graph);
        first.forEach(root -> roots.add(JsonDocument.named(root)));
        ArrayNode packages = document.putArray("packages");
        IdentityHashMap<LockedPackage, Integer> depths = depths(graph, view, first);
        graph.packages()
                .forEach(locked -> Optional.ofNullable(depths.get(locked))
                        .ifPresent(depth -> packages.add(entry(graph, view, locked, depth))));
        return JsonText.print(document);
    }

    /** Level by level, as far as is asked for. */
    private static IdentityHashMap<LockedPackage, Integer> depths(
            LockGraph graph, TreeView view, List<LockedPackage> roots) {
        IdentityHashMap<LockedPackage, Integer> depths = new IdentityHashMap<>();
        List<LockedPackage> level = roots;
        for (int depth = 0; depth <= view.depth() && !level.isEmpty(); depth++) {
            List<LockedPackage> next = new ArrayList<>();
            for (LockedPackage locked : level) {
                if (depths.putIfAbsent(locked, depth) == null) {
                    view.below(graph, locked).forEach(link -> next.add(link.end(view.inverted())));
                }
            }
            level = next;
        }
        return depths;
    }

    private static ObjectNode entry(LockGraph graph, TreeView view, LockedPackage locked, int depth) {
        ObjectNode entry = JsonDocument.named(locked).put("depth", depth);
        entry.set("targets", JsonDocument.texts(locked.targets()));
        ArrayNode declared = entry.putArray("declared");
        graph.declared(locked)
                .forEach(one -> declared.addObject()
                        .put("by", one.origin())
                        .put("versions", one.version())
                        .set("targets", JsonDocument.texts(one.targets())));
        ArrayNode below = entry.putArray(view.inverted() ? "neededBy" : "needs");
        view.below(graph, locked).forEach(link -> {
            ObjectNode node = JsonDocument.named(link.end(view.inverted()));
            node.set("through", JsonDocument.texts(link.through().stream().toList()));
            node.set("extras", JsonDocument.texts(link.extras()));
            node.set("targets", JsonDocument.texts(link.targets()));
            below.add(node);
        });
        return entry;
    }
}
