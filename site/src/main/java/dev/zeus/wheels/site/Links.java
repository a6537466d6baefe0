// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Where the links of one document lead, which are relative to it. */
record Links(Path document) {
    static final String REPOSITORY = "https://github.com/zeus-wheels/zeus-wheels/blob/main/";
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");

    /** The page of a document. */
    static Path page(Path document) {
        String name = document.getFileName().toString();
        return document.resolveSibling(name.equals("README.md") ? "index.html" : name.replaceFirst("\\.md$", ".html"));
    }

    /** The documents that a document links to. */
    List<Path> documents(Node parsed) {
        return targets(parsed, Link.class).stream()
                .filter(target -> target.toString().endsWith(".md"))
                .toList();
    }

    /** The pictures that a document shows. */
    List<Path> pictures(Node parsed) {
        return targets(parsed, Image.class);
    }

    /** A destination as the page has it: of another document its page, of any other file its place on the web. */
    String onPage(String destination) {
        if (ELSEWHERE.matcher(destination).matches() || destination.startsWith("#")) {
            return destination;
        }
        String[] parts = destination.split("#", 2);
        Path target = target(parts[0]);
        if (!target.toString().endsWith(".md")) {
            return REPOSITORY + slashes(target);
        }
        return to(page(target)) + (parts.length == 2 ? "#" + parts[1] : "");
    }

    /** The way from this document's page to another file of the site. */
    String to(Path file) {
        Path folder = document.getParent();
        return slashes(folder == null ? file : folder.relativize(file));
    }

    private Path target(String destination) {
        return document.resolveSibling(destination).normalize();
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    private List<Path> targets(Node parsed, Class<? extends Node> kind) {
        List<Path> found = new ArrayList<>();
        parsed.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                add(link, link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                add(image, image.getDestination());
            }

            private void add(Node node, String destination) {
                String file = destination.split("#", 2)[0];
                if (kind.isInstance(node)
                        && !file.isEmpty()
                        && !ELSEWHERE.matcher(file).matches()) {
                    found.add(target(file));
                }
            }
        });
        return found;
    }
}
