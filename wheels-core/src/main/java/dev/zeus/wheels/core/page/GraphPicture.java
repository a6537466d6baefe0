// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.page;

import dev.zeus.wheels.core.answer.Chains;
import dev.zeus.wheels.core.answer.Link;
import dev.zeus.wheels.core.answer.LockGraph;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.text.HtmlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which packages need which, as a picture whose nodes are buttons. */
final class GraphPicture {
    private static final int WIDTH = 230;
    private static final int HEIGHT = 24;
    private static final int ACROSS = 300;
    private static final int DOWN = 32;
    private static final int MARGIN = 10;

    /** So many letters fit in the width of a box. */
    private static final int LONGEST = 28;

    private final LockGraph graph;
    private final List<LockedPackage> nodes;
    private final List<List<Integer>> needs = new ArrayList<>();
    private final GraphLayout layout;

    GraphPicture(LockGraph graph) {
        this.graph = graph;
        this.nodes = graph.packages();
        IdentityHashMap<LockedPackage, Integer> numbers = new IdentityHashMap<>();
        nodes.forEach(node -> numbers.put(node, numbers.size()));
        for (LockedPackage node : nodes) {
            needs.add(graph.needs(node).stream()
                    .map(Link::to)
                    .map(numbers::get)
                    .distinct()
                    .toList());
        }
        this.layout = GraphLayout.of(needs);
    }

    /** The id of the node of a package, which its row in the table has behind a letter. */
    static String id(LockedPackage locked) {
        return (locked.name() + "-" + locked.version() + "-" + locked.source()).replaceAll("[^A-Za-z0-9.-]", "-");
    }

    void draw(HtmlText out) {
        int columns = 1;
        int rows = 1;
        for (int i = 0; i < nodes.size(); i++) {
            columns = Math.max(columns, layout.column(i) + 1);
            rows = Math.max(rows, layout.row(i) + 1);
        }
        Map<Integer, Integer> lengths = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            lengths.merge(layout.column(i), 1, Integer::sum);
        }
        String width = Integer.toString(columns * ACROSS + 2 * MARGIN);
        String height = Integer.toString(rows * DOWN + 2 * MARGIN);
        out.open(
                "svg",
                "id",
                "graph",
                "role",
                "group",
                "aria-label",
                "Which packages need which",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + width + " " + height);
        int most = rows;
        for (int from = 0; from < nodes.size(); from++) {
            for (int to : needs.get(from)) {
                edge(out, from, to, most, lengths);
            }
        }
        for (int node = 0; node < nodes.size(); node++) {
            node(out, node, most, lengths);
        }
        out.close("svg").line();
    }

    private int x(int node) {
        return MARGIN + layout.column(node) * ACROSS;
    }

    /** Short columns stand in the middle, so that edges are short. */
    private int y(int node, int most, Map<Integer, Integer> lengths) {
        int free = (most - lengths.getOrDefault(layout.column(node), most)) * DOWN / 2;
        return MARGIN + free + layout.row(node) * DOWN;
    }

    private void edge(HtmlText out, int from, int to, int most, Map<Integer, Integer> lengths) {
        int x1 = x(from) + WIDTH;
        int y1 = y(from, most, lengths) + HEIGHT / 2;
        int x2 = x(to);
        int y2 = y(to, most, lengths) + HEIGHT / 2;
        int bend = Math.max(30, Math.abs(x2 - x1) / 2);
        String way =
                "M" + x1 + " " + y1 + "C" + (x1 + bend) + " " + y1 + " " + (x2 - bend) + " " + y2 + " " + x2 + " " + y2;
        out.open(
                        "path",
                        "class",
                        "edge",
                        "d",
                        way,
                        "data-from",
                        Integer.toString(from),
                        "data-to",
                        Integer.toString(to))
                .close("path");
    }

    private void node(HtmlText out, int number, int most, Map<Integer, Integer> lengths) {
        LockedPackage locked = nodes.get(number);
        String name = locked.name() + " " + locked.version();
        boolean declared = !graph.declared(locked).isEmpty();
        boolean bad = !locked.standing().vulnerabilities().isEmpty()
                || locked.standing().yanked().isPresent();
        String way = Chains.to(graph, locked).stream()
                .findFirst()
                .map(Chains.Chain::toString)
                .orElse("nothing that is declared leads to it");
        out.open(
                        "g",
                        "class",
                        "node" + (declared ? " declared" : "") + (bad ? " bad" : ""),
                        "id",
                        id(locked),
                        "role",
                        "button",
                        "tabindex",
                        number == 0 ? "0" : "-1",
                        "aria-label",
                        name + (declared ? ", declared" : "") + (bad ? ", withdrawn or known to be vulnerable" : ""),
                        "aria-expanded",
                        "true",
                        "data-name",
                        locked.name().value(),
                        "data-needs",
                        needs.get(number).stream().map(String::valueOf).collect(Collectors.joining(" ")),
                        "data-way",
                        way)
                .element("title", name);
        out.open(
                        "rect",
                        "x",
                        Integer.toString(x(number)),
                        "y",
                        Integer.toString(y(number, most, lengths)),
                        "width",
                        Integer.toString(WIDTH),
                        "height",
                        Integer.toString(HEIGHT),
                        "rx",
                        "4")
                .close("rect");
        out.element(
                "text",
                name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…",
                "x",
                Integer.toString(x(number) + 8),
                "y",
                Integer.toString(y(number, most, lengths) + 16));
        out.close("g");
    }
}
