// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.answer.LockGraph;
import dev.zeus.wheels.core.answer.TreeJson;
import dev.zeus.wheels.core.answer.TreeText;
import dev.zeus.wheels.core.answer.TreeView;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.question.LockQuery;
import dev.zeus.wheels.core.setup.AnswerFormat;
import dev.zeus.wheels.core.setup.OptionProblem;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.python.PackageName;
import java.util.Optional;

/** Which locked packages need which, as a tree. */
public final class Tree {
    private Tree() {}

    /**
     * The tree.
     *
     * @param query the lock
     * @param start the package to begin with; empty for all that is declared
     * @param inverted whether below a package stands what needs it
     * @param depth how many levels are shown, as typed; empty for all
     * @throws WheelsException C101 where there is no lock, D221 where a package is not in it, D222 where the depth is
     *     not a number
     */
    public static String run(
            LockQuery query,
            Optional<String> start,
            boolean inverted,
            Optional<String> depth,
            AnswerFormat format,
            EventSink events) {
        int levels = depth.map(Tree::levels).orElse(Integer.MAX_VALUE);
        LockGraph graph = query.graph(query.lock(events));
        Optional<PackageName> name = start.map(text -> LockQuery.name(graph, text));
        TreeView view = new TreeView(name, inverted, levels);
        return format == AnswerFormat.JSON ? TreeJson.of(graph, view) : Printable.page(TreeText.of(graph, view));
    }

    private static int levels(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw new WheelsException(
                    OptionProblem.BAD_DEPTH,
                    "wheels.depth is \"" + text + "\"; expected a number of levels, such as 0, 1 or 2",
                    "give -Dwheels.depth=1");
        }
        return Integer.parseInt(text);
    }
}
