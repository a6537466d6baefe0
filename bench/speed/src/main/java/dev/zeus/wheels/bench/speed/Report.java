// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What was measured, between two marks of a page, with a plot beside the page: written anew after each row. */
final class Report {
    private static final String BEGIN = "<!-- speed: written by bench/speed, do not edit -->\n";
    private static final String END = "<!-- /speed -->\n";
    private static final String PLOT = "speed.svg";

    private final Path page;
    private final String what;
    private final Row.Point base;
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> missing = new TreeSet<>();
    private final String load = load();

    /** Of a page; an empty name writes nothing. */
    Report(String page, String what, Row.Point base) {
        this.page = Path.of(page);
        this.what = what;
        this.base = base;
    }

    void add(Row row) throws IOException {
        System.out.println(row);
        rows.add(row);
        write();
    }

    /** Names what is not measured, and why. */
    void lacks(String what) throws IOException {
        System.out.println("not measured: " + what);
        missing.add(what);
        write();
    }

    private void write() throws IOException {
        if (page.toString().isEmpty()) {
            return;
        }
        String before = Files.readString(page);
        int begin = before.indexOf(BEGIN);
        int end = before.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("\"" + page + "\" has no place for the table: the lines " + BEGIN + END);
        }
        StringBuilder text = new StringBuilder(before.substring(0, begin)).append(BEGIN);
        text.append(what).append(" The load was ").append(load).append(" when it began and ");
        text.append(load()).append(" when the last row was written.\n\n");
        text.append(Row.HEAD);
        rows.forEach(row -> text.append(row).append('\n'));
        text.append(new BeyondMaven(rows).table());
        missing.forEach(each -> text.append("\nNot measured: ").append(each).append(".\n"));
        text.append("\n![Processor seconds by packages and by targets](")
                .append(PLOT)
                .append(")\n");
        Files.writeString(page, text.append(before.substring(end)).toString());
        Files.writeString(page.resolveSibling(PLOT), new Plot(base, rows).svg());
    }

    /** How many programs wanted to run in the last minute. */
    private static String load() {
        try {
            return String.format(
                    Locale.ROOT,
                    "%.0f",
                    Double.parseDouble(
                            Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]));
        } catch (IOException e) {
            return "not known";
        }
    }
}
