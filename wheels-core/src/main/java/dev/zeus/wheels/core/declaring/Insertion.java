// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** New types among those of a file: in the order of the alphabet where they have it, else behind the last one. */
final class Insertion {
    private final List<DeclaredType> siblings;
    private final JavaFile file;
    private final boolean sorted;
    private final List<TextEdit> edits = new ArrayList<>();

    Insertion(List<DeclaredType> siblings) {
        this.siblings = siblings;
        this.file = siblings.get(0).file();
        List<String> names = siblings.stream().map(Insertion::key).toList();
        this.sorted = names.size() > 1
                && names.equals(names.stream().sorted(Comparator.naturalOrder()).toList());
    }

    private static String key(DeclaredType type) {
        return type.simple().toLowerCase(Locale.ROOT);
    }

    void add(NewType type) {
        int behind = siblings.size() - 1;
        while (sorted
                && behind >= 0
                && key(siblings.get(behind)).compareTo(type.simple().toLowerCase(Locale.ROOT)) > 0) {
            behind--;
        }
        if (behind < 0) {
            before(siblings.get(0), type);
        } else {
            after(siblings.get(behind), type);
        }
    }

    private void before(DeclaredType next, NewType type) {
        int at = Span.withComments(file, next.start());
        edits.add(new TextEdit(at, at, written(next, type) + separator(next)));
    }

    private void after(DeclaredType previous, NewType type) {
        int at = Span.restOfLine(file, previous.end());
        edits.add(new TextEdit(at, at, separator(previous) + written(previous, type)));
    }

    private String written(DeclaredType neighbour, NewType type) {
        DeclaredType model = Writing.isPlain(neighbour)
                ? neighbour
                : siblings.stream().filter(Writing::isPlain).findFirst().orElse(neighbour);
        return Writing.of(model).declare(type.arguments(), type.simple());
    }

    /** What stands between two of them here: line ends and an indentation; on one line, a space. */
    private String separator(DeclaredType neighbour) {
        int breaks = breaks(siblings.indexOf(neighbour));
        return breaks == 0 ? " " : file.lineEnd().repeat(breaks) + file.indent(neighbour.start());
    }

    /** How many lines end between a sibling and the one before or behind it; with an empty one between, where alone. */
    private int breaks(int index) {
        if (siblings.size() == 1) {
            return 2;
        }
        int first = Math.max(1, index);
        int from = Span.restOfLine(file, siblings.get(first - 1).end());
        int to = Span.withComments(file, siblings.get(first).start());
        return to < from ? 2 : Math.min(3, Span.lines(file.text().substring(from, to)));
    }

    /** The text of the file with all of them; several in one place stay in the order in which they came. */
    String text() {
        List<TextEdit> joined = new ArrayList<>();
        for (TextEdit edit : edits) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).start() == edit.start()) {
                joined.set(
                        last,
                        new TextEdit(edit.start(), edit.end(), joined.get(last).text() + edit.text()));
            } else {
                joined.add(edit);
            }
        }
        return TextEdit.apply(file.text(), joined);
    }
}
