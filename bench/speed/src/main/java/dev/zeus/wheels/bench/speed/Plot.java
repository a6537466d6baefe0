// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A picture of processor seconds of cold runs: by packages, and by targets, one line for each program.
 *
 * <p>Both axes begin at zero, so that what grows as its question does is a straight line.
 */
record Plot(Row.Point base, List<Row> rows) {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 240;
    private static final int MARGIN = 50;
    private static final List<String> COLOURS =
            List.of("#1f5fbf", "#c2410c", "#15803d", "#7e22ce", "#57534e", "#0e7490");

    String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + 2 * (WIDTH + 2 * MARGIN) + "\" height=\""
                + (HEIGHT + 2 * MARGIN) + "\" font-family=\"sans-serif\" font-size=\"12\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
                + panel(
                        0,
                        "packages, for " + base.targets() + " targets",
                        rows.stream()
                                .filter(row -> row.point().targets() == base.targets())
                                .toList(),
                        row -> row.point().packages())
                + panel(
                        WIDTH + 2 * MARGIN,
                        "targets, of " + base.packages() + " packages",
                        rows.stream()
                                .filter(row -> row.point().packages() == base.packages())
                                .toList(),
                        row -> row.point().targets())
                + "</svg>\n";
    }

    private String panel(int left, String title, List<Row> all, ToLongFunction<Row> across) {
        Map<String, Map<Long, Double>> lines = all.stream()
                .filter(row -> row.kind().equals("cold") && row.point().latency() == base.latency())
                .collect(Collectors.groupingBy(
                        Row::program,
                        TreeMap::new,
                        Collectors.toMap(
                                across::applyAsLong,
                                row -> row.median().processor() / 1e3,
                                (first, second) -> second,
                                TreeMap::new)));
        double most = lines.values().stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(seconds -> seconds)
                .max()
                .orElse(1);
        double widest = lines.values().stream()
                .flatMap(line -> line.keySet().stream())
                .mapToLong(number -> number)
                .max()
                .orElse(1);
        StringBuilder out = new StringBuilder();
        int x = left + MARGIN;
        int bottom = MARGIN + HEIGHT;
        out.append(String.format(
                Locale.ROOT,
                "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"#57534e\"/>%n",
                x,
                MARGIN,
                bottom,
                x + WIDTH));
        text(out, x, MARGIN - 30, "start", "processor seconds, cold, by " + title);
        text(out, x - 6, MARGIN + 4, "end", String.format(Locale.ROOT, "%.1f", most));
        text(out, x - 6, bottom, "end", "0");
        lines.values().stream()
                .flatMap(line -> line.keySet().stream())
                .distinct()
                .forEach(number -> {
                    text(out, (int) (x + WIDTH * number / widest), bottom + 18, "middle", Long.toString(number));
                });
        int number = 0;
        for (Map.Entry<String, Map<Long, Double>> line : lines.entrySet()) {
            String colour = COLOURS.get(number % COLOURS.size());
            String points = line.getValue().entrySet().stream()
                    .map(point -> String.format(
                            Locale.ROOT,
                            "%.1f,%.1f",
                            x + WIDTH * point.getKey() / widest,
                            bottom - HEIGHT * point.getValue() / most))
                    .collect(Collectors.joining(" "));
            out.append("<polyline points=\"").append(points);
            out.append("\" fill=\"none\" stroke-width=\"2\" stroke=\"")
                    .append(colour)
                    .append("\"/>\n");
            out.append("<text x=\"").append(x + 12).append("\" y=\"").append(MARGIN + 12 + 16 * number);
            out.append("\" fill=\"")
                    .append(colour)
                    .append("\">")
                    .append(line.getKey())
                    .append("</text>\n");
            number++;
        }
        return out.toString();
    }

    private static void text(StringBuilder out, int x, int y, String anchor, String text) {
        out.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" text-anchor=\"")
                .append(anchor);
        out.append("\">").append(text).append("</text>\n");
    }
}
