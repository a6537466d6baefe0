// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Java as it is written: whatever a text holds, its literal is one literal. */
public final class JavaText {
    /** Names, in lower case, that mean something else in a file of declarations, or in {@code java.lang}. */
    private static final Set<String> TAKEN = Set.of(
            "boolean",
            "byte",
            "character",
            "custompackage",
            "deprecated",
            "double",
            "enum",
            "error",
            "exception",
            "float",
            "integer",
            "iterable",
            "long",
            "math",
            "module",
            "number",
            "object",
            "on",
            "override",
            "package",
            "package-info",
            "platform",
            "prereleasepolicy",
            "process",
            "provider",
            "record",
            "runtime",
            "short",
            "source",
            "sourceformat",
            "sources",
            "string",
            "system",
            "thread",
            "void",
            "wheel",
            "wheelset");

    private JavaText() {}

    /**
     * The string literal of a text, in printable ASCII alone.
     *
     * <p>{@code JavaText.literal("a\"b")} is {@code "a\"b"} with its quotes. A backslash of the text is doubled, so
     * that no Unicode escape begins in it, which the compiler would read before it reads literals.
     */
    public static String literal(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        // A Unicode escape of a line end would end the line.
                        out.append(String.format(Locale.ROOT, "\\%03o", (int) c));
                    } else if (c > '~') {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /**
     * The text block of a text of several lines, which ends with a line end.
     *
     * @param indent what each line begins with
     */
    public static String block(String text, String indent) {
        StringBuilder out = new StringBuilder("\"\"\"\n");
        for (String line : text.lines().toList()) {
            String escaped = literal(line.stripTrailing());
            // In a block, a quote stands for itself unless three are in a row.
            String inner = escaped.substring(1, escaped.length() - 1)
                    .replace("\\\"", "\"")
                    .replace("\"\"\"", "\\\"\\\"\\\"");
            out.append(inner.isEmpty() ? "" : indent + inner).append('\n');
        }
        return out.append(indent).append("\"\"\"").toString();
    }

    /** The name of a type made of the words of another name, with a capital each: {@code PyYaml} of {@code py-yaml}. */
    public static String typeName(String name) {
        StringBuilder type = new StringBuilder(name.length());
        for (String word : name.split("[-_.]+", -1)) {
            if (!word.isEmpty()) {
                type.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        if (type.isEmpty() || !Character.isJavaIdentifierStart(type.charAt(0))) {
            type.insert(0, "Package");
        }
        return type.toString();
    }

    /**
     * Whether a type that declares a package cannot have a name, in any case: file systems may not tell cases apart.
     */
    public static boolean isTaken(String typeName) {
        return TAKEN.contains(typeName.toLowerCase(Locale.ROOT)) || !SourceVersion.isName(typeName);
    }

    /** The value of an annotation's array: one literal, or several in braces. */
    public static String literals(Collection<String> texts) {
        return array(texts.stream().map(JavaText::literal).toList());
    }

    /** The value of an annotation's array of expressions. */
    public static String array(List<String> expressions) {
        return expressions.size() == 1 ? expressions.get(0) : "{" + String.join(", ", expressions) + "}";
    }
}
