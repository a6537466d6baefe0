package dev.zeus.wheels.core;

import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.event.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run of {@link Verify} found.
 *
 * @param results every answer about a wheel
 * @param nix what became of the checks by Nix
 */
public record VerifyOutcome(List<CheckResult> results, String nix) {
    public VerifyOutcome {
        results = List.copyOf(results);
    }

    /** What failed. */
    public List<Problem> problems() {
        return results.stream().map(Verify::problem).flatMap(Optional::stream).toList();
    }

    /** How many checks passed. */
    public long passed() {
        return results.stream()
                .filter(result -> result.outcome() instanceof Outcome.Passed)
                .count();
    }

    /** The checks that could not be asked, and so say nothing. */
    public List<CheckResult> notRun() {
        return results.stream()
                .filter(result -> result.outcome() instanceof Outcome.NotRun)
                .toList();
    }

    /** The outcome for people, one line each: a line a check and target, and whatever did not pass. */
    public List<String> lines() {
        TreeMap<String, Integer> passed = new TreeMap<>();
        TreeMap<String, Integer> notRun = new TreeMap<>();
        for (CheckResult result : results) {
            if (result.outcome() instanceof Outcome.Passed) {
                passed.merge(result.target() + " " + result.check().title(), 1, Integer::sum);
            } else if (result.outcome() instanceof Outcome.NotRun reason) {
                notRun.merge(result.target() + " " + result.check().title() + ": " + reason.reason(), 1, Integer::sum);
            }
        }
        List<String> lines = new ArrayList<>();
        passed.forEach((what, count) -> lines.add("passed   " + what + " (" + count + ")"));
        notRun.forEach((what, count) -> lines.add("not run  " + what + " (" + count + ")"));
        lines.add(nix);
        return lines;
    }
}
