// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.ExcuseDeclaration;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of the answers is excused: by the wheel set, package by package and code by code, or because every installer
 * passes over it.
 */
public final class Excuses {
    private static final Map<String, String> USUAL = Map.of(
            CheckProblem.OTHER_TAGS.code(), "pip, uv and Nix go by the name of the file, as what is locked does");

    private final Map<String, String> reasons = new TreeMap<>();
    private final Set<String> used = new HashSet<>();

    /** Those of a wheel set. */
    public Excuses(List<ExcuseDeclaration> excuses) {
        for (ExcuseDeclaration excuse : excuses) {
            excuse.codes().forEach(code -> reasons.put(excuse.of() + ' ' + code, excuse.reason()));
        }
    }

    /**
     * The answers with what is excused, and with the way to an excuse in the hints of what is not.
     *
     * @param targets those that were looked at
     */
    public List<CheckResult> apply(List<CheckResult> results, Lock lock, List<Target> targets, EventSink events) {
        List<CheckResult> excused =
                results.stream().map(each -> apply(each, events)).toList();
        reasons.keySet().stream()
                .filter(excuse -> !used.contains(excuse))
                .flatMap(excuse -> idle(excuse, results, lock, targets).stream())
                .forEach(problem -> events.accept(new WheelsEvent.Warned(problem)));
        return excused;
    }

    private CheckResult apply(CheckResult result, EventSink events) {
        if (!(result.outcome() instanceof Outcome.Failed failed)) {
            return result;
        }
        Problem problem = failed.problem();
        String key = result.name().value() + ' ' + problem.code();
        Optional<String> declared = Optional.ofNullable(reasons.get(key));
        Optional<String> usual = Optional.ofNullable(USUAL.get(problem.code()));
        if (declared.isPresent()) {
            used.add(key);
            return with(result, new Outcome.Excused(problem, declared.get()));
        }
        if (usual.isPresent()) {
            events.accept(new WheelsEvent.Warned(new Problem(
                    problem.code(), problem.message(), "nothing to do: " + usual.get() + "; tell its authors")));
            return with(result, new Outcome.Excused(problem, usual.get()));
        }
        return ExcuseDeclaration.CODES.contains(problem.code())
                ? with(result, new Outcome.Failed(hinted(problem, result)))
                : result;
    }

    private static CheckResult with(CheckResult result, Outcome outcome) {
        return new CheckResult(result.name(), result.check(), result.target(), outcome);
    }

    private static Problem hinted(Problem problem, CheckResult result) {
        return new Problem(
                problem.code(),
                problem.message(),
                problem.hint() + "; if you know that it does no harm, say so in @WheelSet: excuses = @Excuse(of = \""
                        + result.name() + "\", codes = \"" + problem.code() + "\", reason = \"…\")");
    }

    /** That an excuse excuses nothing, once all that it may be about was asked. */
    private static Optional<Problem> idle(String excuse, List<CheckResult> results, Lock lock, List<Target> targets) {
        int space = excuse.indexOf(' ');
        String name = excuse.substring(0, space);
        String code = excuse.substring(space + 1);
        List<LockedPackage> locked = lock.packages().stream()
                .filter(each -> each.name().value().equals(name))
                .toList();
        List<String> lookedAt = targets.stream().map(Target::id).toList();
        boolean asked = locked.stream().allMatch(each -> lookedAt.containsAll(each.targets()))
                && results.stream()
                        .filter(each -> each.name().value().equals(name))
                        .noneMatch(each -> each.outcome() instanceof Outcome.NotRun);
        if (!asked) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                CheckProblem.IDLE_EXCUSE,
                "the wheel set excuses " + code + " of \"" + name + "\", "
                        + (locked.isEmpty() ? "which is not locked" : "which has no such problem"),
                "remove it from excuses of @WheelSet"));
    }
}
