// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LineSums.Line;
import dev.zeus.wheels.core.wheel.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That a lock is, byte for byte, what was written: its last line is a digest of all others, and every entry ends with
 * {@link LineSums} that say where it is not.
 */
final class Wholeness {
    static final int SCHEMA = 1;
    static final String TOOL_TABLE = "[tool." + LockPrinter.TOOL + "]";
    static final String ENTRY = "[[packages]]";
    static final String SUMS = "sums = \"";
    static final String HEAD_SUMS = "head-sums = \"";

    private static final String DIGEST = "digest = \"sha256:";
    private static final String MEND =
            "mvn wheels:generate rewrites it and keeps its versions; or restore it from the last good commit";
    private static final Set<String> CONFLICT = Set.of("<<<<<<<", "|||||||", "=======", ">>>>>>>");

    private Wholeness() {}

    /** A text with its last line. */
    static String sealed(String text) {
        return text + DIGEST + digest(text) + "\"\n";
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text);
    }

    /**
     * Refuses a text that is not as it was written.
     *
     * @throws WheelsException L101 merge conflict, L102 another schema, L103 cut or edited
     */
    static void require(String text) {
        List<Line> lines = Line.of(text);
        refuseConflicts(lines);
        if (text.indexOf('\r') >= 0) {
            throw new WheelsException(
                    LockProblem.EDITED,
                    "pylock.toml has carriage returns, the first in line " + lineOf(text, text.indexOf('\r'))
                            + ": its line ends were changed after it was written",
                    "have git keep them with the line \"* text=auto eol=lf\" in .gitattributes, then run:"
                            + " mvn wheels:generate");
        }
        refuseOtherSchema(text);
        int last = text.lastIndexOf('\n' + DIGEST);
        if (last >= 0 && sealed(text.substring(0, last + 1)).equals(text)) {
            return;
        }
        throw new WheelsException(
                LockProblem.EDITED,
                isCut(text, lines)
                        ? "pylock.toml is cut after line " + lines.size()
                                + ": its last line, a digest of all others, is missing"
                        : "pylock.toml was edited: " + difference(lines),
                MEND);
    }

    private static boolean isCut(String text, List<Line> lines) {
        return !text.endsWith("\n")
                || lines.stream().noneMatch(line -> line.text().startsWith(DIGEST));
    }

    private static void refuseConflicts(List<Line> lines) {
        for (Line line : lines) {
            if (CONFLICT.contains(
                    line.text().substring(0, Math.min(7, line.text().length())))) {
                throw new WheelsException(
                        LockProblem.MERGE_CONFLICT,
                        "pylock.toml holds a merge conflict at line " + line.number() + ": " + line,
                        "mvn wheels:generate rewrites it from the merged declarations, with the newer of both sides'"
                                + " versions");
            }
        }
    }

    /** A newer file may be laid out in any way, so that its number is looked for before anything else is read. */
    private static void refuseOtherSchema(String text) {
        int tool = text.lastIndexOf(TOOL_TABLE);
        int start = tool < 0 ? -1 : text.indexOf("\nschema = ", tool);
        int end = start < 0 ? -1 : text.indexOf('\n', start + 1);
        // A number without a line end is a cut one.
        if (end < 0) {
            return;
        }
        String number = text.substring(start + "\nschema = ".length(), end).strip();
        if (!number.equals(Integer.toString(SCHEMA))) {
            throw new WheelsException(
                    LockProblem.OTHER_SCHEMA,
                    "pylock.toml has schema " + number + " (line " + (lineOf(text, start) + 1)
                            + "), and this plugin reads only schema " + SCHEMA,
                    "use the wheels-maven-plugin that wrote it, or a newer one");
        }
    }

    private static long lineOf(String text, int index) {
        return text.substring(0, index).chars().filter(c -> c == '\n').count() + 1;
    }

    /** Where a text differs from what was written; the head ends before the first empty line. */
    private static String difference(List<Line> lines) {
        List<Line> head =
                lines.stream().takeWhile(line -> !line.text().isEmpty()).toList();
        Optional<String> headDifference = headSums(lines).flatMap(sums -> LineSums.difference(head, sums));
        if (headDifference.isPresent()) {
            return headDifference.get();
        }
        List<Line> block = new ArrayList<>();
        for (Line line : lines.subList(head.size(), lines.size())) {
            if (line.text().startsWith(SUMS)) {
                if (block.isEmpty()) {
                    return notThere(line);
                }
                Optional<String> difference = secondEntry(block).or(() -> LineSums.difference(block, text(line, SUMS)));
                if (difference.isPresent()) {
                    return difference.get();
                }
                block.clear();
            } else {
                block.add(line);
            }
        }
        return atTheEnd(lines, block);
    }

    /** The sums of the head, if they are themselves as written: theirs is the last one of the tail. */
    private static Optional<String> headSums(List<Line> lines) {
        Optional<String> tail = lines.stream()
                .filter(line -> line.text().startsWith(SUMS))
                .reduce((first, second) -> second)
                .map(line -> text(line, SUMS));
        return lines.stream()
                .filter(line -> line.text().startsWith(HEAD_SUMS))
                .findFirst()
                .filter(line -> tail.filter(sums -> sums.endsWith(LineSums.of(List.of(line.text()))))
                        .isPresent())
                .map(line -> text(line, HEAD_SUMS));
    }

    /** Two entries before one line of sums: those of the first are gone. */
    private static Optional<String> secondEntry(List<Line> block) {
        return block.stream()
                .filter(line -> line.text().equals(ENTRY) || line.text().equals(TOOL_TABLE))
                .skip(1)
                .findFirst()
                .map(Wholeness::missingSums);
    }

    private static String missingSums(Line next) {
        return "before line " + next.number() + " the sums of the entry are missing";
    }

    private static String notThere(Line line) {
        return "line " + line.number() + " does not belong there: " + line;
    }

    private static String text(Line sums, String key) {
        String rest = sums.text().substring(key.length());
        return rest.endsWith("\"") ? rest.substring(0, rest.length() - 1) : rest;
    }

    private static String atTheEnd(List<Line> lines, List<Line> afterSums) {
        long entries = lines.stream().filter(line -> line.text().equals(ENTRY)).count();
        Optional<Line> count = lines.stream()
                .filter(line -> line.text().startsWith("packages = "))
                .reduce((first, second) -> second);
        if (afterSums.stream().anyMatch(line -> line.text().equals(TOOL_TABLE))) {
            return missingSums(afterSums.get(afterSums.size() - 1));
        }
        if (afterSums.size() > 1) {
            return notThere(afterSums.get(1));
        }
        String counted =
                count.map(line -> line.text().substring("packages = ".length())).orElse("");
        if (count.isPresent() && !counted.equals(Long.toString(entries))) {
            return "line " + count.get().number() + " counts " + counted + " entries, and there are " + entries;
        }
        return "its last line, " + lines.size() + ", is not the digest of all others";
    }
}
