// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code wheels:generate} takes beyond an empty goal of Maven, and how many times as long as uv that is, by the
 * clock.
 */
record BeyondMaven(List<Row> rows) {
    static final String EMPTY = "mvn process-classes";
    static final String NEW = "mvn wheels:generate, a process for each run";
    static final String STAYED = "mvn wheels:generate, the process has stayed";

    private static final String HEAD = """

            Beyond an empty goal of Maven (`process-classes`, of the same project), medians by the clock:

            | case | the empty goal | a process for each run | the process has stayed | uv | times uv |
            |---|---|---|---|---|---|
            """;

    /** The table; empty where Maven was not measured. */
    String table() {
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            if (row.program().equals(EMPTY)) {
                line(row).ifPresent(lines::add);
            }
        }
        return lines.isEmpty() ? "" : HEAD + String.join("", lines);
    }

    private Optional<String> line(Row empty) {
        Optional<Row> fresh = of(empty, NEW);
        Optional<Row> stayed = of(empty, STAYED);
        Optional<Row> uv = of(empty, "uv pip compile --universal").or(() -> of(empty, "uv lock"));
        if (fresh.isEmpty() || stayed.isEmpty() || uv.isEmpty()) {
            return Optional.empty();
        }
        long none = empty.clock();
        return Optional.of(String.format(
                Locale.ROOT,
                "| %s | %.2f s | %.2f s (%.2f times the goal) | %.2f s (%.2f times the goal) | %.2f s | %.1f, %.1f |%n",
                empty.kind(),
                none / 1e3,
                (fresh.get().clock() - none) / 1e3,
                (double) fresh.get().clock() / none,
                (stayed.get().clock() - none) / 1e3,
                (double) stayed.get().clock() / none,
                uv.get().clock() / 1e3,
                (double) (fresh.get().clock() - none) / uv.get().clock(),
                (double) (stayed.get().clock() - none) / uv.get().clock()));
    }

    private Optional<Row> of(Row like, String program) {
        return rows.stream()
                .filter(row -> row.point().equals(like.point())
                        && row.kind().equals(like.kind())
                        && row.program().equals(program))
                .findFirst();
    }
}
