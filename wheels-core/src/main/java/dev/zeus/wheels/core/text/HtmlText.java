// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import dev.zeus.wheels.python.InvisibleCharacters;

/**
 * A document of HTML that is being written: what is text stays text, whatever it holds.
 *
 * <p>Example: {@code new HtmlText().open("p", "class", "note").text(summary).close("p")}. Names of elements and
 * attributes are ours; every text and every value of an attribute is escaped, and what is invisible is shown as an
 * escape.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/syntax.html">HTML, 13.1</a>
 */
public final class HtmlText {
    private final StringBuilder out = new StringBuilder();

    /** An empty document. */
    public HtmlText() {}

    /** Begins an element; its attributes are names and values in turn. */
    public HtmlText open(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(attributes[i + 1]))
                    .append('"');
        }
        out.append('>');
        return this;
    }

    /** Ends an element. */
    public HtmlText close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    /** A whole element that holds a text. */
    public HtmlText element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** A text. */
    public HtmlText text(String text) {
        out.append(escape(text));
        return this;
    }

    /** Ends a line, where the document has room for one. */
    public HtmlText line() {
        out.append('\n');
        return this;
    }

    /**
     * A script or a style sheet of our own, as it stands.
     *
     * @throws IllegalArgumentException where it would end its element
     */
    public HtmlText own(String element, String source) {
        if (source.contains("</")) {
            throw new IllegalArgumentException("the source of a " + element + " would end it");
        }
        out.append('<')
                .append(element)
                .append('>')
                .append(source)
                .append("</")
                .append(element)
                .append('>');
        return this;
    }

    /** The same text without markup and invisible characters. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (c != '\n' && InvisibleCharacters.includes(c)) {
                        escaped.append(InvisibleCharacters.escape(c));
                    } else {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
