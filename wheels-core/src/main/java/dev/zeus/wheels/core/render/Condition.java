// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.nix.NixOperator;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.MarkerEvaluationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Pythons and platforms that something is for, as nixpkgs asks about them.
 *
 * <p>A marker is not translated but asked, for each Python and each platform: {@code platform_machine == 'x86_64'} is
 * {@code stdenv.hostPlatform.isx86_64} because of its answers.
 *
 * @param pythons the Python versions
 * @param platforms the platforms
 * @param among all Python versions there are, oldest first
 */
record Condition(SortedSet<String> pythons, Set<Platform> platforms, List<String> among) {
    /** No marker asks for the C library: what is true of Linux is so with musl, too. */
    private static final Set<Platform> MACHINES =
            EnumSet.of(Platform.X86_64_LINUX, Platform.AARCH64_LINUX, Platform.X86_64_DARWIN, Platform.AARCH64_DARWIN);

    private static final Map<Set<Platform>, String> NAMED = Map.of(
            EnumSet.of(Platform.X86_64_LINUX, Platform.AARCH64_LINUX), "isLinux",
            EnumSet.of(Platform.X86_64_DARWIN, Platform.AARCH64_DARWIN), "isDarwin",
            EnumSet.of(Platform.X86_64_LINUX, Platform.X86_64_DARWIN), "isx86_64",
            EnumSet.of(Platform.AARCH64_LINUX, Platform.AARCH64_DARWIN), "isAarch64");

    private static final NixExpr HOST = NixExpr.select(NixExpr.variable("stdenv"), "hostPlatform");

    /** Where a marker is true: a condition for each set of platforms; empty where it never is. */
    static List<Condition> of(Optional<EnvironmentMarker> marker, List<String> pythons) {
        List<String> among =
                pythons.stream().sorted(PythonFloor.OLDEST_FIRST).distinct().toList();
        Map<Set<Platform>, SortedSet<String>> where = new TreeMap<>(Comparator.comparing(Object::toString));
        for (String python : among) {
            Set<Platform> there = EnumSet.noneOf(Platform.class);
            MACHINES.stream().filter(machine -> holds(marker, python, machine)).forEach(there::add);
            if (!there.isEmpty()) {
                where.computeIfAbsent(there, platforms -> new TreeSet<>(PythonFloor.OLDEST_FIRST))
                        .add(python);
            }
        }
        List<Condition> conditions = new ArrayList<>();
        where.forEach((platforms, some) -> conditions.add(new Condition(some, platforms, among)));
        return conditions;
    }

    /**
     * Whether a marker is true of a Python on a platform.
     *
     * @throws WheelsException N307 if it asks for something unknown
     */
    static boolean holds(Optional<EnvironmentMarker> marker, String python, Platform machine) {
        try {
            return marker.isEmpty()
                    || marker.get()
                            .evaluate(new Target(python, machine, machine.isLinux() ? "2.17" : "11.0").environment());
        } catch (MarkerEvaluationException e) {
            throw new WheelsException(
                    RenderProblem.UNKNOWN_BUILD,
                    "the marker \"" + marker.orElseThrow() + "\" has no answer: " + e.getMessage(),
                    "ask for python_version, sys_platform or platform_machine");
        }
    }

    /** Whether it holds always. */
    boolean isAlways() {
        return parts(new TreeSet<>()).isEmpty();
    }

    /** The condition in Nix, with the names it needs added to the arguments. */
    NixExpr nix(SortedSet<String> arguments) {
        return NixExpr.joined(NixOperator.AND, parts(arguments));
    }

    private List<NixExpr> parts(SortedSet<String> arguments) {
        List<NixExpr> parts = new ArrayList<>();
        if (pythons.size() < among.size()) {
            parts.add(pythonPart(arguments));
        }
        if (!platforms.equals(MACHINES)) {
            arguments.add("stdenv");
            parts.addAll(platformParts(arguments));
        }
        return parts;
    }

    private NixExpr pythonPart(SortedSet<String> arguments) {
        List<String> mine = List.copyOf(pythons);
        int from = among.indexOf(mine.get(0));
        if (mine.equals(among.subList(0, mine.size()))) {
            arguments.add("pythonOlder");
            return NixExpr.apply(NixExpr.variable("pythonOlder"), NixExpr.string(among.get(mine.size())));
        } else if (mine.equals(among.subList(from, among.size()))) {
            arguments.add("pythonAtLeast");
            return NixExpr.apply(NixExpr.variable("pythonAtLeast"), NixExpr.string(mine.get(0)));
        }
        arguments.addAll(List.of("lib", "python"));
        return elem(NixExpr.select(NixExpr.variable("python"), "pythonVersion"), mine);
    }

    private List<NixExpr> platformParts(SortedSet<String> arguments) {
        for (Set<Platform> one : NAMED.keySet()) {
            if (platforms.equals(one)) {
                return List.of(is(one));
            }
            for (Set<Platform> other : NAMED.keySet()) {
                Set<Platform> both = EnumSet.copyOf(one);
                both.retainAll(other);
                if (platforms.equals(both)) {
                    return isOrdered(one, other) ? List.of(is(one), is(other)) : List.of(is(other), is(one));
                }
            }
        }
        arguments.add("lib");
        return List.of(elem(
                NixExpr.select(HOST, "system"),
                platforms.stream().map(Platform::system).sorted().toList()));
    }

    private static boolean isOrdered(Set<Platform> one, Set<Platform> other) {
        return NAMED.getOrDefault(one, "").compareTo(NAMED.getOrDefault(other, "")) < 0;
    }

    private static NixExpr is(Set<Platform> platforms) {
        return NixExpr.select(HOST, NAMED.getOrDefault(platforms, ""));
    }

    private static NixExpr elem(NixExpr element, List<String> of) {
        return NixExpr.apply(NixExpr.select(NixExpr.variable("lib"), "elem"), element, NixExpr.strings(of));
    }
}
