// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** What each program is asked in each case: the same declarations, all but one of them where one is added. */
record Cases(Row.Point point, List<String> names, OwnProgram own, Path ours, Uv uv, Peers peers, Path maven) {
    private static final String ENDS = "-Dwheels.daemon=false";
    private static final String STAYS = "-Dwheels.daemon=true";

    private List<String> fewer() {
        return names.size() > 1 ? names.subList(0, names.size() - 1) : names;
    }

    /** The runs of ours that write archives, and leave a process behind. */
    List<List<String>> first(String root, boolean isBase) {
        List<List<String>> first = new ArrayList<>(List.of(own.first(arguments(root, "upgrade", fewer()))));
        if (isBase && MavenProject.isPossible()) {
            first.add(project("empty").empty(fewer()));
            for (int time = 0; time < 3; time++) {
                first.add(project("new").generate(fewer(), List.of(ENDS)));
                first.add(project("stayed").generate(fewer(), List.of(STAYS, "-Dwheels.upgrade")));
            }
        }
        return first;
    }

    private MavenProject project(String name) {
        return new MavenProject(maven.resolve(name), peers.root() + "simple/", point.targets());
    }

    /** Ours under Maven, and Maven alone. */
    private List<Sides.Side> maven(
            Function<MavenProject, List<Path>> removed, IntFunction<List<String>> declared, List<String> options) {
        if (!MavenProject.isPossible()) {
            return List.of();
        }
        MavenProject fresh = project("new");
        MavenProject stayed = project("stayed");
        return List.of(
                side(BeyondMaven.EMPTY, time -> project("empty").empty(declared.apply(time))),
                new Sides.Side(
                        BeyondMaven.NEW,
                        removed.apply(fresh),
                        time -> List.of(fresh.generate(declared.apply(time), with(ENDS, options)))),
                new Sides.Side(
                        BeyondMaven.STAYED,
                        removed.apply(stayed),
                        time -> List.of(stayed.generate(declared.apply(time), with(STAYS, options)))));
    }

    /** The cases by their names; those that grow with the question alone where it is not the base. */
    Map<String, Sides> all(String root, boolean isBase) {
        Map<String, Sides> cases = new LinkedHashMap<>();
        cases.put("cold", fromNothing(root, isBase, true));
        cases.put("warm", fromNothing(root, isBase, false));
        if (isBase) {
            // uv locks once before its lock is asked whether it still holds.
            cases.put(
                    "nothing changed",
                    new Sides(
                            List.of(List.of(uv.lock(fewer()))),
                            with(
                                    maven(project -> List.of(), time -> fewer(), List.of()),
                                    side("ours", time -> ours(root, "keep", fewer())),
                                    side("uv lock", time -> uv.lock(fewer()))),
                            List.of()));
            cases.put(
                    "one upgrade",
                    new Sides(
                            List.of(),
                            with(
                                    maven(
                                            project -> List.of(),
                                            time -> fewer(),
                                            List.of("-Dwheels.upgrade=" + names.get(0))),
                                    side("ours", time -> ours(root, names.get(0), fewer())),
                                    side("uv lock", time -> uv.upgrade(fewer(), names.get(0)))),
                            List.of()));
            // From the second time on it is removed or added in turns, which is as much to do.
            cases.put(
                    "one added",
                    new Sides(
                            List.of(),
                            with(
                                    maven(project -> List.of(), time -> time % 2 == 0 ? names : fewer(), List.of()),
                                    side("ours", time -> ours(root, "keep", time % 2 == 0 ? names : fewer())),
                                    side("uv lock", time -> uv.lock(time % 2 == 0 ? names : fewer()))),
                            List.of()));
        }
        return cases;
    }

    /** Without a lock, and cold without anything that was fetched before. */
    private Sides fromNothing(String root, boolean withPeers, boolean cold) {
        List<Sides.Side> sides = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<Path> locked = List.of(ours.resolve("generated"), ours.resolve("result.json"));
        sides.add(
                new Sides.Side("ours", cold ? List.of(ours) : locked, time -> List.of(ours(root, "upgrade", fewer()))));
        sides.add(new Sides.Side(
                "uv pip compile --universal",
                List.of(cold ? uv.work() : uv.output()),
                time -> List.of(uv.compile(fewer()))));
        sides.add(new Sides.Side(
                "uv pip compile, three Pythons", cold ? List.of(uv.work()) : List.of(), time -> uv.three(fewer())));
        if (withPeers) {
            sides.addAll(maven(cold ? MavenProject::fetched : MavenProject::lock, time -> fewer(), List.of()));
            sides.add(new Sides.Side(
                    "uv lock",
                    List.of(cold ? uv.work() : uv.project().resolve("uv.lock")),
                    time -> List.of(uv.lock(fewer()))));
            List<Path> removed = cold ? List.of(peers.work()) : peers.locks();
            Optional<String> pip = Peers.program("pip");
            pip.ifPresentOrElse(
                    program -> {
                        sides.add(new Sides.Side(
                                "pip lock, one target", removed, time -> List.of(peers.lock(program, fewer()))));
                        sides.add(new Sides.Side(
                                "pip download, one target",
                                removed,
                                time -> List.of(peers.download(program, fewer()))));
                    },
                    () -> missing.add("pip"));
            Peers.program("poetry")
                    .ifPresentOrElse(
                            program -> sides.add(new Sides.Side(
                                    "poetry lock", removed, time -> List.of(peers.poetry(program, fewer())))),
                            () -> missing.add("Poetry"));
        }
        return new Sides(List.of(), sides, missing);
    }

    private static List<String> with(String option, List<String> options) {
        return Stream.concat(Stream.of(option), options.stream()).toList();
    }

    private static List<Sides.Side> with(List<Sides.Side> maven, Sides.Side... others) {
        return Stream.concat(Stream.of(others), maven.stream()).toList();
    }

    /** A program that says by what time it is. */
    @FunctionalInterface
    private interface Command {
        List<String> at(int time);
    }

    private static Sides.Side side(String program, Command command) {
        return new Sides.Side(program, List.of(), time -> List.of(command.at(time)));
    }

    private List<String> ours(String root, String update, List<String> declared) {
        return own.measured(arguments(root, update, declared));
    }

    private List<String> arguments(String root, String update, List<String> declared) {
        List<String> arguments =
                new ArrayList<>(List.of(root + "simple/", ours.toString(), Integer.toString(point.targets()), update));
        arguments.addAll(declared);
        return arguments;
    }
}
