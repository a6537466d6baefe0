// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.check.Check;
import dev.zeus.wheels.core.check.CheckProblem;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.HostSystem;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.Subject;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.setup.GoalProblem;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run of {@link Verify} found.
 *
 * @param results every answer about a wheel
 * @param others the targets that were not looked at
 * @param nix what became of the checks by Nix
 * @param allowsUnasked whether files whose hash could not be asked are let pass
 * @param recorded what was recorded of imports, and what was not, one line each
 */
public record VerifyOutcome(
        List<CheckResult> results, List<Target> others, String nix, boolean allowsUnasked, List<String> recorded) {
    public VerifyOutcome {
        results = List.copyOf(results);
        others = List.copyOf(others);
        recorded = List.copyOf(recorded);
    }

    /** Of a run that was not to record anything. */
    public VerifyOutcome(List<CheckResult> results, List<Target> others, String nix, boolean allowsUnasked) {
        this(results, others, nix, allowsUnasked, List.of());
    }

    /**
     * What failed, and what is wrong with a package in the same words on several targets once; an unchecked file is
     * treated like one that is not what is locked.
     */
    public List<Problem> problems() {
        Map<Fault, List<String>> faults = new LinkedHashMap<>();
        for (CheckResult result : results) {
            if (result.outcome() instanceof Outcome.Failed failed) {
                Fault fault = new Fault(result.name(), failed.problem().about(everywhere(failed.problem())));
                faults.computeIfAbsent(fault, each -> new ArrayList<>()).add(result.target());
            }
        }
        return Stream.concat(
                        faults.entrySet().stream().map(fault -> fault.getKey().on(fault.getValue())),
                        allowsUnasked ? Stream.empty() : unasked().stream())
                .toList();
    }

    /** How many answers are wrong, of which one problem may tell several. */
    long failed() {
        return results.stream()
                        .filter(result -> result.outcome() instanceof Outcome.Failed)
                        .count()
                + (allowsUnasked || unasked().isEmpty() ? 0 : 1);
    }

    private static Subject everywhere(Problem problem) {
        Subject about = problem.about();
        return new Subject(
                about.packageName(), Optional.empty(), about.check(), about.file(), about.line(), about.neededBy());
    }

    /** What is wrong with a package, wherever it is. */
    private record Fault(PackageName name, Problem problem) {
        Problem on(List<String> targets) {
            return new Problem(
                    problem.code(),
                    name + " on " + String.join(", ", targets) + ": " + problem.message(),
                    problem.hint(),
                    targets.size() == 1 ? problem.about().on(targets.get(0)) : problem.about());
        }
    }

    private Optional<Problem> unasked() {
        List<Outcome.NotRun> unasked = results.stream()
                .filter(result -> result.check() == Check.HASH)
                .flatMap(result -> result.outcome() instanceof Outcome.NotRun notRun && notRun.isGap()
                        ? Stream.of(notRun)
                        : Stream.empty())
                .toList();
        long all =
                results.stream().filter(result -> result.check() == Check.HASH).count();
        return unasked.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        GoalProblem.UNASKED_HASHES,
                        "the hashes of " + unasked.size() + " of " + all + " files could not be checked: "
                                + unasked.get(0).reason(),
                        "run it once while the index answers, so that the cache has them; -Dwheels.check.allowUnasked=true"
                                + " lets them pass"));
    }

    /** What is to be said where some checks were not run: how many, and which. */
    Optional<Problem> gaps() {
        TreeMap<String, Integer> counts = new TreeMap<>();
        notRun().forEach(result -> counts.merge(result.check().title(), 1, Integer::sum));
        List<String> shown = counts.entrySet().stream()
                .map(count -> count.getKey() + " (" + count.getValue() + ")")
                .toList();
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        CheckProblem.NOT_RUN,
                        notRun().size() + " of " + results.size() + " checks were not run: " + String.join(", ", shown),
                        "the lines that begin with \"not run\" say why"));
    }

    /** What is to be said where no wheel was looked at, which is no proof of anything. */
    Optional<Problem> nothing() {
        if (!results.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                others.isEmpty()
                        ? new Problem(
                                GoalProblem.NOTHING_CHECKED,
                                "no wheel was checked: the lock has none",
                                "declare a wheel; if all packages are custom ones, there is nothing to do, because Nix checks them")
                        : new Problem(
                                GoalProblem.NOTHING_CHECKED,
                                "no wheel was checked: nothing is locked for " + HostSystem.name() + ", only for "
                                        + ids(),
                                "give -Dwheels.targets=all to check the wheels of other machines here"));
    }

    private String ids() {
        return others.stream().map(Target::id).collect(Collectors.joining(", "));
    }

    /** The checks that could not be asked, and so say nothing. */
    public List<CheckResult> notRun() {
        return results.stream()
                .filter(result -> result.outcome() instanceof Outcome.NotRun)
                .toList();
    }

    /** What is wrong and excused: package, problem and reason, and on how many targets. */
    SortedMap<String, Integer> excused() {
        return counted(
                Outcome.Excused.class,
                (result, excused) -> result.name() + " " + excused.problem().code() + ": "
                        + excused.problem().message() + ": " + excused.reason());
    }

    /** The outcome for people: one line of all that passed, and a line of whatever did not. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        excused().forEach((what, count) -> lines.add("excused  " + what + " (" + count + ")"));
        passed().ifPresent(lines::add);
        counted(Outcome.NotRun.class, (result, notRun) -> titled(result) + ": " + notRun.reason())
                .forEach((what, count) -> lines.add("not run  " + what + " (" + count + ")"));
        if (!others.isEmpty()) {
            lines.add("not run  " + Counted.of(others.size(), "target") + " of other machines: " + ids()
                    + " (-Dwheels.targets=all looks at them)");
        }
        lines.addAll(recorded);
        lines.add(nix);
        return lines;
    }

    /** How many of each check passed. */
    private Optional<String> passed() {
        SortedMap<String, Integer> checks =
                counted(Outcome.Passed.class, (result, passed) -> result.check().title());
        long targets = results.stream()
                .filter(result -> result.outcome() instanceof Outcome.Passed)
                .map(CheckResult::target)
                .distinct()
                .count();
        int all = checks.values().stream().mapToInt(Integer::intValue).sum();
        return checks.isEmpty()
                ? Optional.empty()
                : Optional.of(checks.entrySet().stream()
                        .map(check -> check.getKey() + " (" + check.getValue() + ")")
                        .collect(Collectors.joining(
                                ", ",
                                "passed   " + Counted.of(all, "check") + " on " + Counted.of(targets, "target") + ": ",
                                "")));
    }

    /** What passed by target and check, one line each. */
    public List<String> passedByTarget() {
        return counted(Outcome.Passed.class, (result, passed) -> titled(result)).entrySet().stream()
                .map(each -> "passed   " + each.getKey() + " (" + each.getValue() + ")")
                .toList();
    }

    private static String titled(CheckResult result) {
        return result.target() + " " + result.check().title();
    }

    private <O extends Outcome> SortedMap<String, Integer> counted(
            Class<O> kind, BiFunction<CheckResult, O, String> words) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (CheckResult result : results) {
            if (kind.isInstance(result.outcome())) {
                counts.merge(words.apply(result, kind.cast(result.outcome())), 1, Integer::sum);
            }
        }
        return counts;
    }
}
