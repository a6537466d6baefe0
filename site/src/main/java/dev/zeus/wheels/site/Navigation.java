// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/** The kinds of documents, each with its pages, as the index of the documents has them. */
record Navigation(Map<String, List<Entry>> kinds) {
    /**
     * A page of a kind.
     *
     * @param title what the index calls it
     * @param document the document
     */
    record Entry(String title, Path document) {}

    /** Reads the index: a heading for each kind, and below it a list whose items begin with a link. */
    static Navigation of(Node index) {
        Links links = new Links(Path.of("docs", "README.md"));
        Map<String, List<Entry>> kinds = new LinkedHashMap<>();
        index.accept(new AbstractVisitor() {
            private List<Entry> kind = new ArrayList<>();

            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() == 2) {
                    kind = new ArrayList<>();
                    kinds.put(Page.text(heading), kind);
                }
            }

            @Override
            public void visit(ListItem item) {
                Node first = item.getFirstChild().getFirstChild();
                if (first instanceof Link link) {
                    kind.add(new Entry(Page.text(link), links.documents(link).get(0)));
                }
            }
        });
        return new Navigation(kinds);
    }
}
