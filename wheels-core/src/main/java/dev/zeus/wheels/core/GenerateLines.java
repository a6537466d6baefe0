// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.report.LockChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The outcome of a generation for people: few lines, and none that only another goal would explain. */
final class GenerateLines {
    /** Names up to this number fit on two lines. */
    private static final int DECLARED = 10;

    /** A summary that is longer than half a screen scrolls away what follows it. */
    private static final int CHANGES = 10;

    private static final int FILES = 3;

    private final GenerateOutcome outcome;
    private final List<String> lines = new ArrayList<>();

    private GenerateLines(GenerateOutcome outcome) {
        this.outcome = outcome;
    }

    static List<String> of(GenerateOutcome outcome) {
        GenerateLines all = new GenerateLines(outcome);
        all.packages();
        all.held();
        all.files();
        return all.lines;
    }

    private void packages() {
        if (!outcome.undeclared().isEmpty()) {
            lines.add("No longer declared: " + String.join(", ", outcome.undeclared()));
        }
        if (outcome.packages().isEmpty()) {
            return;
        }
        boolean first = outcome.packages().size() > CHANGES
                && outcome.packages().stream()
                        .allMatch(change -> change.before().isEmpty());
        if (first) {
            lines.add((outcome.dryRun() ? "Add " : "Added ")
                    + outcome.packages().size() + " packages: " + names(outcome.packages()));
            return;
        }
        shown(outcome.packages().stream().map(this::line).toList(), CHANGES, "mvn wheels:diff shows all");
    }

    /** As many names as a line has room for. */
    private static String names(List<LockChange> changes) {
        StringBuilder names = new StringBuilder();
        int left = changes.size();
        for (LockChange change : changes) {
            if (names.length() > 60) {
                return names + " and " + left + " more";
            }
            names.append(names.isEmpty() ? "" : ", ").append(change.name());
            left--;
        }
        return names.toString();
    }

    private String line(LockChange change) {
        String text = outcome.dryRun() ? change.imperative() : change.toString();
        List<String> against = outcome.held().downgrades().getOrDefault(change.name(), List.of());
        return against.isEmpty() ? text : text + " (" + String.join(", and ", against) + ")";
    }

    /** What holds back what is declared. */
    private void held() {
        List<String> held = new ArrayList<>();
        for (Map.Entry<LockedPackage, String> one : outcome.held().declared().entrySet()) {
            held.add(one.getKey().name() + " " + one.getKey().version() + ": " + one.getValue());
        }
        shown(held, DECLARED, "mvn wheels:outdated shows all");
    }

    private void shown(List<String> all, int most, String more) {
        int shown = all.size() <= most + 1 ? all.size() : most;
        lines.addAll(all.subList(0, shown));
        if (shown < all.size()) {
            lines.add("… and " + (all.size() - shown) + " more (" + more + ")");
        }
    }

    private void files() {
        if (outcome.files().isEmpty()) {
            lines.add(outcome.outputDirectory() + " is up to date");
            return;
        }
        String files = Stream.of(
                        counted("new", outcome.files().added()),
                        counted("changed", outcome.files().changed()),
                        counted("removed", outcome.files().removed()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        lines.add(
                outcome.dryRun()
                        ? "Dry run: nothing is written; without -Dwheels.dryRun " + outcome.outputDirectory()
                                + " changes: " + files
                        : "Wrote " + outcome.outputDirectory() + ": " + files);
        if (!outcome.cost().isEmpty()) {
            lines.add(outcome.cost());
        }
    }

    private static Optional<String> counted(String what, Collection<String> names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                names.size() <= FILES ? what + " " + String.join(", ", names) : names.size() + " files " + what);
    }
}
