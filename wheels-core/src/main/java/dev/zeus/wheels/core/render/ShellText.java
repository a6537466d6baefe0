// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.SubstitutionDeclaration;
import java.util.ArrayList;
import java.util.List;

/** Commands of a build, in which every text from a declaration is one quoted word. */
final class ShellText {
    private ShellText() {}

    /** The text as one word of a shell command: {@code 'numpy<=1.26.4'}. */
    static String word(String text) {
        boolean plain = !text.isEmpty()
                && text.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || "/._+-".indexOf(c) >= 0);
        if (plain) {
            return text;
        }
        boolean readable = text.indexOf('\'') >= 0 && text.chars().noneMatch(c -> "\"$`\\".indexOf(c) >= 0);
        return readable ? '"' + text + '"' : '\'' + text.replace("'", "'\\''") + '\'';
    }

    /** The commands that replace texts, one for the substitutions of one file that follow each other. */
    static List<String> substitute(List<SubstitutionDeclaration> substitutions) {
        List<String> lines = new ArrayList<>();
        String file = "";
        for (SubstitutionDeclaration text : substitutions) {
            if (text.file().equals(file)) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " \\");
            } else {
                lines.add("substituteInPlace " + word(text.file()) + " \\");
                file = text.file();
            }
            lines.add("  --replace-fail " + word(text.replace()) + ' ' + word(text.by()));
        }
        return lines;
    }
}
