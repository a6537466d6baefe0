// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.core.lock.LockedPackage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A graph as a tree of lines, as {@code cargo tree} draws it.
 *
 * <p>What stands below a package is shown once; where it comes again, {@code (*)} says so. So a circle ends, and there
 * are never more lines than links and packages together.
 */
public final class TreeText {
    private static final String AGAIN = " (*)";

    private final LockGraph graph;
    private final TreeView view;
    private final TargetPhrase phrase;
    private final Set<LockedPackage> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    private final StringBuilder out = new StringBuilder();
    private boolean again;
    private boolean cut;

    private TreeText(LockGraph graph, TreeView view) {
        this.graph = graph;
        this.view = view;
        this.phrase = new TargetPhrase(graph.targets());
    }

    /** The lines of a tree, each ended by a line feed. */
    public static String of(LockGraph graph, TreeView view) {
        return new TreeText(graph, view).text();
    }

    /** A package whose lines are being written: what is left of them, and what they begin with. */
    private record Open(Iterator<Line> lines, String margin) {}

    /** What one line says: a declaration, or the link to a package. */
    private sealed interface Line {
        record Origin(String text) implements Line {}

        record Needed(Link link) implements Line {}
    }

    private String text() {
        for (LockedPackage root : view.roots(graph)) {
            String declared = view.inverted()
                    ? ""
                    : graph.declared(root).stream()
                            .map(one -> ", declared by " + one.origin() + where(one, root))
                            .collect(Collectors.joining());
            String some = root.targets().size() == graph.targets().size() || !declared.isEmpty()
                    ? ""
                    : " (" + phrase.of(root.targets()) + ")";
            boolean seen = isSeen(root);
            out.append(name(root))
                    .append(some)
                    .append(declared)
                    .append(seen ? AGAIN : "")
                    .append('\n');
            if (!seen) {
                draw(root);
            }
        }
        if (again) {
            out.append("(*) what is below is shown above\n");
        }
        if (cut) {
            out.append("… what is deeper is left out (wheels.depth)\n");
        }
        return out.toString();
    }

    private void draw(LockedPackage root) {
        Deque<Open> open = new ArrayDeque<>();
        enter(open, root, "");
        while (!open.isEmpty()) {
            Open top = open.peek();
            if (!top.lines().hasNext()) {
                open.pop();
                continue;
            }
            Line line = top.lines().next();
            boolean last = !top.lines().hasNext();
            out.append(top.margin()).append(last ? "└── " : "├── ");
            String below = top.margin() + (last ? "    " : "│   ");
            if (line instanceof Line.Origin origin) {
                out.append(origin.text()).append('\n');
            } else if (line instanceof Line.Needed needed) {
                LockedPackage next = needed.link().end(view.inverted());
                boolean seen = isSeen(next);
                out.append(name(next))
                        .append(note(needed.link()))
                        .append(seen ? AGAIN : "")
                        .append('\n');
                if (!seen) {
                    enter(open, next, below);
                }
            }
        }
    }

    /** Whether what is below a package is shown above; of one that has nothing below it there is nothing to say. */
    private boolean isSeen(LockedPackage locked) {
        boolean seen = shown.contains(locked) && !lines(locked).isEmpty();
        again |= seen;
        return seen;
    }

    private void enter(Deque<Open> open, LockedPackage locked, String margin) {
        List<Line> lines = lines(locked);
        if (open.size() < view.depth()) {
            shown.add(locked);
            open.push(new Open(lines.iterator(), margin));
        } else {
            cut |= !lines.isEmpty();
        }
    }

    private List<Line> lines(LockedPackage locked) {
        List<Line> lines = new ArrayList<>();
        if (view.inverted()) {
            graph.declared(locked)
                    .forEach(one -> lines.add(new Line.Origin("declared by " + one.origin() + where(one, locked))));
        }
        view.below(graph, locked).forEach(link -> lines.add(new Line.Needed(link)));
        return lines;
    }

    private static String name(LockedPackage locked) {
        return locked.name() + " " + locked.version();
    }

    private String where(Declared declared, LockedPackage locked) {
        return declared.targets().equals(locked.targets())
                        && locked.targets().size() == graph.targets().size()
                ? ""
                : " for " + phrase.of(declared.targets());
    }

    /** The extra that the need is of, and the targets where not all of the package above have it. */
    private String note(Link link) {
        List<String> notes = new ArrayList<>();
        link.through().ifPresent(extra -> notes.add("extra " + extra + (view.inverted() ? " of it" : "")));
        if (!link.isEverywhere(view.inverted())) {
            notes.add(phrase.of(link.targets()));
        }
        return notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")";
    }
}
