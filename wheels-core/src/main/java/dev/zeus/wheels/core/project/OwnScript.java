// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the header of a script says.
 *
 * <p>Standard: PEP 723.
 *
 * @param requiresPython the Pythons that it runs on
 * @param requirements what it requires; nothing where it has no header
 */
public record OwnScript(Optional<Located<VersionSpecifiers>> requiresPython, List<Located<Requirement>> requirements) {
    /** A script with its metadata has kilobytes; generated ones may have more. */
    private static final int LARGEST = 4 << 20;

    private static final String BEGIN = "# /// script";
    private static final String END = "# ///";

    /** Copies the list. */
    public OwnScript {
        requirements = List.copyOf(requirements);
    }

    static OwnScript read(Path base, String file) {
        try {
            return parse(file, OwnText.read(base, file, LARGEST));
        } catch (IOException e) {
            throw OwnProblems.unreadable(file, e);
        }
    }

    /**
     * Reads a script; its header is the comment lines between {@code # /// script} and the last {@code # ///} of them.
     */
    static OwnScript parse(String file, String text) {
        List<String> lines =
                (text.startsWith("\ufeff") ? text.substring(1) : text).lines().toList();
        int begin = lines.indexOf(BEGIN);
        if (begin < 0) {
            return new OwnScript(Optional.empty(), List.of());
        }
        if (lines.subList(begin + 1, lines.size()).contains(BEGIN)) {
            throw OwnProblems.malformed(file + ":" + (begin + 1), "it has two headers of a script", "remove one");
        }
        int end = -1;
        for (int i = begin + 1;
                i < lines.size() && (lines.get(i).equals("#") || lines.get(i).startsWith("# "));
                i++) {
            end = lines.get(i).equals(END) ? i : end;
        }
        if (end < 0) {
            throw OwnProblems.malformed(
                    file + ":" + (begin + 1), "its header has no end", "end it with a line that is \"# ///\"");
        }
        StringBuilder toml = new StringBuilder();
        lines.subList(begin + 1, end)
                .forEach(line -> toml.append(line, Math.min(2, line.length()), line.length())
                        .append('\n'));
        return of(OwnToml.parse(file, begin + 2, toml.toString()));
    }

    private static OwnScript of(OwnToml toml) {
        List<Located<Requirement>> requirements = new ArrayList<>();
        for (Located<String> text : toml.strings(List.of("dependencies"))) {
            requirements.add(OwnToml.parsed(text, Requirement::parse));
        }
        return new OwnScript(
                toml.string(List.of("requires-python")).map(text -> OwnToml.parsed(text, VersionSpecifiers::parse)),
                requirements);
    }
}
