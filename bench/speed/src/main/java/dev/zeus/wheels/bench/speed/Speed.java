// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs {@code wheels:generate} without Maven, uv and other peers in turns against one replayed index, and prints a row
 * for each case and program.
 *
 * <p>The properties are {@code sizes}, {@code targets} and {@code latency}, lists of numbers of which the first are the
 * base, that is asked in every case of every program, and of the others one at a time is asked, cold and warm, of ours
 * and uv, for all Pythons at once and for each; {@code times}, how often each is run, and after a comma how often away
 * from the base; {@code cases}, how the names of the measured ones begin; {@code page}, the page to write the table and
 * a plot into; {@code jvm}, flags for our JVM; and {@code recorded}, a folder that {@link Recorded} filled, with the
 * names of the declared projects in {@code declared}.
 */
final class Speed {
    private final Path work;
    private final Report report;
    private final OwnProgram own;
    private final String chosen = System.getProperty("cases", "");

    private Speed(Path work, Report report) throws IOException {
        this.work = work;
        this.report = report;
        this.own = new OwnProgram(work);
    }

    /** {@code WORK}: a directory to work in. */
    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]).toAbsolutePath();
        Sides.remove(work);
        Files.createDirectories(work);
        List<Row.Point> points = points();
        Report report = new Report(System.getProperty("page", ""), what(), points.get(0));
        Speed speed = new Speed(work, report);
        report.lacks("HTTP/2: neither our client nor the JDK's server speaks it here");
        if (!MavenProject.isPossible()) {
            report.lacks("mvn wheels:generate: Maven or the installed product is missing");
        }
        for (Row.Point point : points) {
            speed.measure(point, point.equals(points.get(0)));
        }
    }

    private static String what() {
        long[] times = numbers("times", "3");
        return "OpenJDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors()
                + " cores; the median by processor time of " + times[0] + " runs"
                + (times.length > 1 ? ", away from the base of " + times[1] : "") + ".";
    }

    /** The base, then each other number with all else as it is there. */
    private static List<Row.Point> points() {
        long[] sizes = numbers("sizes", "86");
        long[] targets = numbers("targets", "9");
        long[] latency = numbers("latency", "0");
        Set<Row.Point> points = new LinkedHashSet<>();
        for (long each : latency) {
            points.add(new Row.Point((int) sizes[0], (int) targets[0], each));
        }
        for (long each : targets) {
            points.add(new Row.Point((int) sizes[0], (int) each, latency[0]));
        }
        for (long each : sizes) {
            points.add(new Row.Point((int) each, (int) targets[0], latency[0]));
        }
        return List.copyOf(points);
    }

    private static long[] numbers(String property, String otherwise) {
        return Stream.of(System.getProperty(property, otherwise).split(",", -1))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private void measure(Row.Point point, boolean isBase) throws IOException, InterruptedException {
        String folder = System.getProperty("recorded", "");
        long[] times = numbers("times", "3");
        MadeUp madeUp = new MadeUp(point.packages(), point.targets());
        Index index = folder.isEmpty() ? madeUp : new Recorded(Path.of(folder));
        List<String> names = folder.isEmpty()
                ? madeUp.declared()
                : List.of(System.getProperty("declared", "").split(",", -1));
        try (ReplayServer server = new ReplayServer(index, 0, point.latency())) {
            Peers peers = new Peers(work.resolve("peers"), server.root());
            Uv uv = new Uv(work.resolve("uv"), server.root() + "simple/");
            Path ours = work.resolve("ours");
            Map<String, String> environment = new HashMap<>(peers.environment());
            environment.put("UV_PYTHON_DOWNLOADS", "never");
            Measured.Place place = new Measured.Place(uv.project(), environment, work.resolve("log"), server);
            Path maven = work.resolve("maven");
            Cases cases = new Cases(point, names, own, ours, uv, peers, maven);
            Sides.setAside(ours, work.resolve("aside"));
            Measured.of(cases.first(server.root(), isBase), place);
            for (Map.Entry<String, Sides> each :
                    cases.all(server.root(), isBase).entrySet()) {
                if (each.getKey().startsWith(chosen)) {
                    run(point, each.getKey(), (int) times[isBase ? 0 : times.length - 1], each.getValue(), place);
                }
            }
            // The process that has stayed ends when its place in the cache has gone.
            Sides.setAside(maven, work.resolve("aside"));
        }
    }

    private void run(Row.Point point, String kind, int times, Sides sides, Measured.Place place)
            throws IOException, InterruptedException {
        for (List<List<String>> once : sides.before()) {
            Measured.of(once, place);
        }
        Map<Sides.Side, List<Measured>> runs = new HashMap<>();
        Set<Sides.Side> failed = new LinkedHashSet<>();
        for (int time = 0; time < times; time++) {
            for (Sides.Side side : sides.all()) {
                if (failed.contains(side)) {
                    continue;
                }
                try {
                    runs.computeIfAbsent(side, each -> new ArrayList<>()).add(side.run(time, place));
                } catch (IOException e) {
                    failed.add(side);
                    System.out.println(e.getMessage());
                    report.lacks(side.program() + ", " + kind + ", " + point.said() + ": it fails");
                }
            }
        }
        for (Sides.Side side : sides.all()) {
            if (!failed.contains(side)) {
                report.add(new Row(point, kind, side.program(), runs.getOrDefault(side, List.of())));
            }
        }
        for (String missing : sides.missing()) {
            report.lacks(missing + ": it is not installed here");
        }
    }
}
