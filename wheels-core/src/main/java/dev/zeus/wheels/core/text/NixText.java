// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import dev.zeus.wheels.python.InvisibleCharacters;

/** Nix files as reviewers read them: nothing in them is invisible, though Nix has no escape for it. */
public final class NixText {
    private NixText() {}

    /**
     * The same file with every invisible character in a string written as JSON that Nix reads,
     * {@code ${builtins.fromJSON "\"\\u202e\""}}: what a declaration says stays what it says. Beyond line feeds,
     * printed files have such characters in strings only.
     */
    public static String visible(String file) {
        int end;
        for (int start = 0; start < file.length(); start = end + 1) {
            int feed = file.indexOf('\n', start);
            end = feed < 0 ? file.length() : feed;
            if (InvisibleCharacters.areIn(file.substring(start, end))) {
                return escaped(file);
            }
        }
        return file;
    }

    /** A text for people, such as a summary, without what they would not see; what Nix cannot hold is U+FFFD. */
    public static String forPeople(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                out.append('\ufffd');
            } else if (c == '\n' || c == '\r' || c == '\t' || !InvisibleCharacters.includes(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static String escaped(String file) {
        StringBuilder out = new StringBuilder(file.length());
        file.codePoints().forEach(c -> {
            if (isInvisible(c)) {
                quoteDollars(out);
                out.append("${builtins.fromJSON \"\\\"")
                        .append(InvisibleCharacters.escape(c).replace("\\", "\\\\"))
                        .append("\\\"\"}");
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /**
     * A dollar sign before one with a brace would make that text: of a definition written by hand, those at the end
     * become a string of their own. The printer has escaped its own.
     */
    private static void quoteDollars(StringBuilder out) {
        int start = out.length();
        while (start > 0 && out.charAt(start - 1) == '$') {
            start--;
        }
        String before = out.substring(Math.max(0, start - 2), start);
        if (start < out.length() && !before.endsWith("\\") && !before.endsWith("''")) {
            out.insert(start, "${\"").append("\"}");
        }
    }

    private static boolean isInvisible(int c) {
        return c != '\n' && InvisibleCharacters.includes(c);
    }
}
