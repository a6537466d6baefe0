// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.nix.NixPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A constant Nix text with places for values, written {@code @name@} after the {@code =} of a definition or in a
 * comment.
 *
 * @param text the text with its places
 */
record NixTemplate(String text) {
    /** The template of that file name in this package. */
    static NixTemplate of(String name) {
        try (InputStream in = NixTemplate.class.getResourceAsStream(name)) {
            return new NixTemplate(new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The template with those of its sections that are wanted: what stands between a line {@code #[NAME]} and the next
     * such line is of that section, after {@code #[]} of all.
     */
    NixTemplate with(Set<String> sections) {
        StringBuilder kept = new StringBuilder();
        boolean wanted = true;
        for (int start = 0, end; start < text.length(); start = end) {
            int feed = text.indexOf('\n', start);
            end = feed < 0 ? text.length() : feed + 1;
            String line = text.substring(start, end);
            if (line.startsWith("#[")) {
                String section = line.strip().substring(2, line.strip().length() - 1);
                wanted = section.isEmpty() || sections.contains(section);
            } else if (wanted) {
                kept.append(line);
            }
        }
        return new NixTemplate(kept.toString());
    }

    /** The text with every place filled; the values are printed once and never searched for places. */
    String fill(Map<String, NixExpr> values) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = place(0); open >= 0; open = place(at)) {
            int close = text.indexOf('@', open + 1);
            int line = text.lastIndexOf('\n', open) + 1;
            int indent = line;
            while (text.charAt(indent) == ' ') {
                indent++;
            }
            NixExpr value = Objects.requireNonNull(values.get(text.substring(open + 1, close)));
            String printed = NixPrinter.definition(value, indent - line, open - line);
            boolean isDefined = text.charAt(open - 1) == '=';
            filled.append(text, at, open).append(isDefined ? printed : printed.strip());
            at = close + 1;
        }
        return filled.append(text, at, text.length()).toString();
    }

    /** The next place: an at sign with letters up to the next one. */
    private int place(int from) {
        for (int open = text.indexOf('@', from); open >= 0; open = text.indexOf('@', open + 1)) {
            int i = open + 1;
            while (i < text.length() && text.charAt(i) >= 'a' && text.charAt(i) <= 'z') {
                i++;
            }
            if (i > open + 1 && i < text.length() && text.charAt(i) == '@') {
                return open;
            }
        }
        return -1;
    }
}
