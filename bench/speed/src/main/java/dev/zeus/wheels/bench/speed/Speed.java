// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs {@code wheels:generate} without Maven and uv in turns against one replayed index, and prints a row for each
 * case.
 *
 * <p>The properties are {@code sizes}, {@code targets} and {@code latency}, lists of numbers; {@code times}, how often
 * each is run; {@code cases}, how the names of the measured ones begin; {@code jvm}, flags for our JVM; and
 * {@code recorded}, a folder that {@link Recorded} filled, with the names of the declared projects in {@code declared}.
 */
final class Speed {
    private final Path work;
    private final int times = Integer.getInteger("times", 3);

    private Speed(Path work) {
        this.work = work;
    }

    /** {@code WORK}: a directory to work in. */
    public static void main(String[] arguments) throws Exception {
        Speed speed = new Speed(Files.createDirectories(Path.of(arguments[0]).toAbsolutePath()));
        System.out.println(
                "| packages | targets | latency | case | program | processor | clock | peak | requests | bytes |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (String size : numbers("sizes", "86")) {
            for (String latency : numbers("latency", "0")) {
                for (String targets : numbers("targets", "9")) {
                    speed.measure(Integer.parseInt(size), Integer.parseInt(targets), Long.parseLong(latency));
                }
            }
        }
    }

    private static String[] numbers(String property, String otherwise) {
        return System.getProperty(property, otherwise).split(",", -1);
    }

    /** One side of a case: what is removed before each run, and what is run. */
    private record Side(List<Path> removed, Supplier<List<String>> command) {}

    private void measure(int size, int targets, long latency) throws IOException, InterruptedException {
        String folder = System.getProperty("recorded", "");
        MadeUp madeUp = new MadeUp(size);
        Index index = folder.isEmpty() ? madeUp : new Recorded(Path.of(folder));
        List<String> names = folder.isEmpty()
                ? madeUp.declared()
                : List.of(System.getProperty("declared", "").split(",", -1));
        String another = names.get(names.size() - 1);
        List<String> fewer = names.size() > 1 ? names.subList(0, names.size() - 1) : names;
        try (ReplayServer server = new ReplayServer(index, 0, latency)) {
            Uv uv = new Uv(work.resolve("uv"), server.root() + "simple/");
            Path ours = Files.createDirectories(work.resolve("ours"));
            Map<String, List<Side>> cases = new LinkedHashMap<>();
            cases.put(
                    "cold",
                    List.of(
                            new Side(List.of(ours), () -> ours(server, ours, targets, "upgrade", fewer)),
                            new Side(List.of(uv.work()), () -> uv.compile(fewer))));
            cases.put(
                    "warm",
                    List.of(
                            new Side(List.of(), () -> ours(server, ours, targets, "upgrade", fewer)),
                            new Side(List.of(uv.output()), () -> uv.compile(fewer))));
            cases.put(
                    "nothing changed",
                    List.of(
                            new Side(List.of(), () -> ours(server, ours, targets, "keep", fewer)),
                            new Side(List.of(), () -> uv.lock(fewer))));
            cases.put(
                    "one upgrade",
                    List.of(
                            new Side(List.of(), () -> ours(server, ours, targets, fewer.get(0), fewer)),
                            new Side(List.of(), () -> uv.upgrade(fewer, fewer.get(0)))));
            // From the second time on it is removed or added in turns, which is as much to do.
            List<String> turns = new ArrayList<>(List.of(another));
            cases.put(
                    "one added",
                    List.of(
                            new Side(List.of(), () -> ours(server, ours, targets, "keep", turn(turns, names, fewer))),
                            new Side(List.of(), () -> uv.lock(turn(turns, names, fewer)))));
            String chosen = System.getProperty("cases", "");
            for (Map.Entry<String, List<Side>> each : cases.entrySet()) {
                if (!each.getKey().startsWith(chosen)) {
                    continue;
                }
                List<List<Measured>> runs = List.of(new ArrayList<>(), new ArrayList<>());
                // uv locks once before its lock is asked whether it still holds.
                if (each.getKey().equals("nothing changed")) {
                    Measured.of(uv.lock(fewer), uv.project(), work.resolve("log"), server);
                }
                for (int time = 0; time < times; time++) {
                    for (int side = 0; side < 2; side++) {
                        Side one = each.getValue().get(side);
                        for (Path path : one.removed()) {
                            remove(path);
                        }
                        Files.createDirectories(ours);
                        List<String> command = one.command().get();
                        runs.get(side).add(Measured.of(command, uv.project(), work.resolve("log"), server));
                    }
                }
                for (int side = 0; side < 2; side++) {
                    System.out.println("| " + size + " | " + targets + " | " + latency + " ms | " + each.getKey()
                            + " | " + (side == 0 ? "ours" : "uv") + " | " + Measured.median(runs.get(side)) + " |");
                }
            }
        }
    }

    /** The longer list and the shorter one in turns; each side takes two steps of the counter. */
    private static List<String> turn(List<String> turns, List<String> names, List<String> fewer) {
        turns.add("");
        return turns.size() / 2 % 2 == 1 ? names : fewer;
    }

    private static List<String> ours(ReplayServer server, Path work, int targets, String update, List<String> names) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        Stream.of(System.getProperty("jvm", "").split(" "))
                .filter(flag -> !flag.isEmpty())
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                OneRun.class.getName(),
                server.root() + "simple/",
                work.toString(),
                Integer.toString(targets),
                update));
        command.addAll(names);
        return command;
    }

    private static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
