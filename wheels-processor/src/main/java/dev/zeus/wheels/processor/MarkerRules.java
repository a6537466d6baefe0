// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.processor.hint.Suggestion;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds markers that hold on none of the set's targets, which is mostly a value that is spelt otherwise. */
final class MarkerRules {
    private static final Pattern COMPARISON =
            Pattern.compile("([a-z_]+)( (?:==|!=|<=|>=|<|>|in|not in) )[\"']([^\"']*)[\"']");

    /** What people call the values of a target, in small letters. */
    private static final Map<String, List<String>> CALLED = Map.ofEntries(
            Map.entry("macos", List.of("darwin", "Darwin")),
            Map.entry("macosx", List.of("darwin", "Darwin")),
            Map.entry("mac", List.of("darwin", "Darwin")),
            Map.entry("osx", List.of("darwin", "Darwin")),
            Map.entry("os x", List.of("darwin", "Darwin")),
            Map.entry("linux2", List.of("linux", "Linux")),
            Map.entry("linux3", List.of("linux", "Linux")),
            Map.entry("gnu/linux", List.of("linux", "Linux")),
            Map.entry("unix", List.of("posix")),
            Map.entry("amd64", List.of("x86_64")),
            Map.entry("x64", List.of("x86_64")),
            Map.entry("x86-64", List.of("x86_64")),
            Map.entry("x86", List.of("x86_64")),
            Map.entry("arm64", List.of("aarch64")),
            Map.entry("armv8", List.of("aarch64", "arm64")),
            Map.entry("arm", List.of("aarch64", "arm64")),
            Map.entry("aarch64", List.of("arm64")));

    private final Findings findings;
    private final TargetEnvironments targets;

    MarkerRules(Findings findings, TargetEnvironments targets) {
        this.findings = findings;
        this.targets = targets;
    }

    /** Where a requirement holds; what cannot be evaluated holds nowhere, and is told. */
    BitSet check(Written<String> written, Requirement requirement) {
        if (requirement.marker().isEmpty() || targets.isEmpty()) {
            return targets.all();
        }
        EnvironmentMarker marker = requirement.marker().get();
        try {
            BitSet where = targets.where(marker);
            if (where.isEmpty()) {
                findings.add(
                        Suspicion.IDLE_MARKER, written.site(), Quoted.text(written.value()), hint(written, marker));
            }
            return where;
        } catch (MarkerEvaluationException e) {
            findings.add(
                    Mistake.BAD_REQUIREMENT,
                    written.site(),
                    Quoted.text(written.value()),
                    "its marker has no answer: " + e.getMessage(),
                    "compare text with == and !=, versions with the others");
            return new BitSet();
        }
    }

    private String hint(Written<String> written, EnvironmentMarker marker) {
        String text = marker.toString();
        Matcher comparison = COMPARISON.matcher(text);
        while (comparison.find()) {
            for (String value : targets.values(comparison.group(1))) {
                String repaired = text.substring(0, comparison.start(3)) + value + text.substring(comparison.end(3));
                if (means(comparison.group(1), comparison.group(3), value) && holds(repaired)) {
                    int semicolon = written.value().indexOf(';');
                    String head = written.value().substring(0, semicolon + 1);
                    return Hints.or(
                            Optional.of(Suggestion.value(head + " " + repaired.replace('"', '\''))), "remove it");
                }
            }
        }
        if (text.contains("extra ")) {
            return "remove that condition: what is declared here has no extras";
        }
        String variable = comparison.reset().find() ? comparison.group(1) : "sys_platform";
        return "remove it, or ask for what the targets are: " + variable + " is "
                + Quoted.all(targets.values(variable));
    }

    private boolean holds(String marker) {
        try {
            return !targets.where(EnvironmentMarker.parse(marker)).isEmpty();
        } catch (PackagingParseException | MarkerEvaluationException e) {
            return false;
        }
    }

    private static boolean means(String variable, String written, String value) {
        String lower = written.strip().toLowerCase(Locale.ROOT);
        boolean patch = variable.equals("python_version") && written.startsWith(value + ".");
        return !written.equals(value)
                && (lower.equals(value.toLowerCase(Locale.ROOT))
                        || patch
                        || CALLED.getOrDefault(lower, List.of()).contains(value));
    }
}
