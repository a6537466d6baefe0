// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.core.text.JsonText;
import dev.zeus.wheels.core.text.WrappedText;
import dev.zeus.wheels.python.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The packages that could be newer, with what holds them: a row each. */
public final class OutlookTable {
    private static final List<String> HEAD = List.of("package", "locked", "allowed", "newest", "held by");

    private static final int WIDTH = 100;

    private OutlookTable() {}

    /**
     * The table, each line ended by a line feed.
     *
     * @param asked of how many packages the releases were asked for
     */
    public static String text(List<Outlook> outlooks, int asked) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        outlooks.stream().filter(OutlookTable::isOutdated).forEach(outlook -> rows.add(row(outlook)));
        StringBuilder out = new StringBuilder();
        if (rows.size() > 1) {
            rows.forEach(row -> out.append(line(rows, row)).append('\n'));
        }
        int newer = rows.size() - 1;
        String found =
                newer == 0 ? "Nothing newer is out" : newer + (newer == 1 ? " has" : " have") + " a newer release";
        String known = asked == outlooks.size()
                ? Counted.of(asked, "package")
                : "the " + outlooks.size() + " that could be asked for; of " + (asked - outlooks.size())
                        + " nothing is known";
        return out + found + ", of " + known + "\n";
    }

    private static boolean isOutdated(Outlook outlook) {
        return outlook.newest().isPresent();
    }

    private static List<String> row(Outlook outlook) {
        return List.of(
                outlook.locked().name().value(),
                outlook.locked().version().toString(),
                shown(outlook.allowed()),
                shown(outlook.newest()),
                outlook.holds().isEmpty() ? "nothing that is known here" : String.join("\n", outlook.holds()));
    }

    private static String shown(Optional<Version> version) {
        return version.map(Version::toString).orElse("-");
    }

    /** A row and, below it, what of its last cell does not fit. */
    private static String line(List<List<String>> rows, List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size() - 1; i++) {
            int column = i;
            int width = rows.stream()
                    .mapToInt(each -> each.get(column).length())
                    .max()
                    .orElse(0);
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(width - cell.length() + 2));
        }
        int indent = line.length();
        return line
                + row.get(row.size() - 1)
                        .lines()
                        .flatMap(whole -> WrappedText.lines(whole, WIDTH - indent, "  ").stream())
                        .collect(Collectors.joining("\n" + " ".repeat(indent)));
    }

    /** The same as a JSON document, of all that was asked for, ended by a line feed. */
    public static String json(List<Outlook> outlooks) {
        ObjectNode document = JsonDocument.begin("outdated");
        ArrayNode packages = document.putArray("packages");
        outlooks.forEach(outlook -> packages.add(WhyJson.outlook(outlook)));
        return JsonText.print(document);
    }
}
