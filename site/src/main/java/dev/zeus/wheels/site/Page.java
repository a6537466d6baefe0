// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** One document as a page. */
record Page(Path document, Node parsed, Navigation navigation) {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    /** Reads the Markdown of GitHub, as far as the documents use it: CommonMark with tables. */
    static Node parse(String markdown) {
        return Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
    }

    /** The words of a heading or link, without their marks. */
    static String text(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }

    List<Path> pictures() {
        return new Links(document).pictures(parsed);
    }

    String html() {
        return resource("page.html")
                .replace("@title@", escaped(title()))
                .replace("@home@", new Links(document).to(Path.of("index.html")))
                .replace("@style@", resource("page.css"))
                .replace("@navigation@", navigationHtml())
                .replace("@content@", renderer().render(parsed));
    }

    private String title() {
        for (Node node = parsed.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                return text(heading);
            }
        }
        return document.toString();
    }

    private String navigationHtml() {
        Links links = new Links(document);
        StringBuilder html = new StringBuilder();
        for (Map.Entry<String, List<Navigation.Entry>> kind : navigation.kinds().entrySet()) {
            html.append("<h2>").append(escaped(kind.getKey())).append("</h2>\n<ul>\n");
            for (Navigation.Entry entry : kind.getValue()) {
                String here = entry.document().equals(document) ? " aria-current=\"page\"" : "";
                html.append("<li><a href=\"")
                        .append(escaped(links.to(Links.page(entry.document()))))
                        .append('"')
                        .append(here)
                        .append('>')
                        .append(escaped(entry.title()))
                        .append("</a></li>\n");
            }
            html.append("</ul>\n");
        }
        return html.toString();
    }

    private HtmlRenderer renderer() {
        Links links = new Links(document);
        // One provider for the page, since it tells headings of the same words apart.
        AttributeProvider attributes = new AttributeProvider() {
            private final Set<String> anchors = new HashSet<>();

            @Override
            public void setAttributes(Node node, String tag, Map<String, String> given) {
                if (node instanceof Heading heading) {
                    given.put("id", anchor(text(heading)));
                } else if (node instanceof Link link) {
                    given.put("href", links.onPage(link.getDestination()));
                } else if (node instanceof Image) {
                    given.put("loading", "lazy");
                }
            }

            /** As GitHub names headings: small letters, digits and hyphens; the second of a name is "-1". */
            private String anchor(String words) {
                String name = words.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-');
                String free = name;
                for (int i = 1; !anchors.add(free); i++) {
                    free = name + "-" + i;
                }
                return free;
            }
        };
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .attributeProviderFactory(context -> attributes)
                .build();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
