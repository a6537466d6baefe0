package dev.zeus.wheels.core.lock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The marker that tells some targets from all others of a lock.
 *
 * <p>Since the targets are the only environments that the lock answers for, it is made of equalities alone, and two
 * markers of disjoint sets of targets are disjoint.
 */
final class TargetMarker {
    private final List<Target> all;

    TargetMarker(List<Target> all) {
        this.all = all;
    }

    /** The marker of exactly one target. */
    static String of(Target target) {
        return equal("python_version", target.python()) + " and " + machine(target);
    }

    /** The marker of the targets with these ids; none where they are all. */
    Optional<String> of(Collection<String> ids) {
        List<Target> chosen =
                all.stream().filter(target -> ids.contains(target.id())).toList();
        if (chosen.size() == all.size()) {
            return Optional.empty();
        }
        Map<SortedSet<String>, List<Target>> bySystems = new LinkedHashMap<>();
        for (List<Target> python : grouped(chosen, Target::python)) {
            SortedSet<String> systems =
                    python.stream().map(Target::system).collect(Collectors.toCollection(TreeSet::new));
            bySystems.computeIfAbsent(systems, key -> new ArrayList<>()).addAll(python);
        }
        List<String> alternatives = bySystems.values().stream().map(this::group).toList();
        return Optional.of(
                alternatives.size() == 1
                        ? alternatives.get(0)
                        : alternatives.stream().map(TargetMarker::parenthesized).collect(Collectors.joining(" or ")));
    }

    /** The marker of targets that are every combination of some Pythons and some systems. */
    private String group(List<Target> targets) {
        List<String> conditions = new ArrayList<>();
        List<String> pythons = distinct(targets, Target::python);
        if (pythons.size() < distinct(all, Target::python).size()) {
            conditions.add(any(pythons.stream()
                    .map(python -> equal("python_version", python))
                    .toList()));
        }
        if (distinct(targets, Target::system).size()
                < distinct(all, Target::system).size()) {
            conditions.add(any(systems(targets)));
        }
        if (conditions.size() == 1) {
            String only = conditions.get(0);
            return only.startsWith("(") && only.endsWith(")") && only.indexOf('(', 1) < 0
                    ? only.substring(1, only.length() - 1)
                    : only;
        }
        return String.join(" and ", conditions);
    }

    private List<String> systems(List<Target> targets) {
        List<String> conditions = new ArrayList<>();
        for (List<Target> sameOs : grouped(targets, Target::sysPlatform)) {
            String os = sameOs.get(0).sysPlatform();
            List<Target> ofOs = all.stream()
                    .filter(target -> target.sysPlatform().equals(os))
                    .toList();
            if (distinct(sameOs, Target::system).size()
                    == distinct(ofOs, Target::system).size()) {
                conditions.add(equal("sys_platform", os));
            } else {
                distinct(sameOs, TargetMarker::machine).forEach(conditions::add);
            }
        }
        return conditions;
    }

    private static String machine(Target target) {
        return equal("sys_platform", target.sysPlatform()) + " and " + equal("platform_machine", target.machine());
    }

    private static String equal(String variable, String value) {
        return variable + " == '" + value + "'";
    }

    private static String any(List<String> conditions) {
        if (conditions.size() == 1) {
            return conditions.get(0);
        }
        return "(" + conditions.stream().map(TargetMarker::parenthesized).collect(Collectors.joining(" or ")) + ")";
    }

    private static String parenthesized(String condition) {
        return condition.contains(" and ") ? "(" + condition + ")" : condition;
    }

    private static List<String> distinct(List<Target> targets, Function<Target, String> property) {
        return targets.stream().map(property).distinct().toList();
    }

    private static Collection<List<Target>> grouped(List<Target> targets, Function<Target, String> property) {
        return targets.stream()
                .collect(Collectors.groupingBy(property, LinkedHashMap::new, Collectors.toList()))
                .values();
    }
}
