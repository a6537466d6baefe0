// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.report.RunResult;
import dev.zeus.wheels.core.setup.OptionProblem;
import java.util.List;

/**
 * What a check or an audit has found.
 *
 * @param lines the outcome for people, one line each
 * @param problems what ends the build, problem by problem
 * @param results the answers of checks, with those that are excused; none of an audit
 */
public record Findings(List<String> lines, List<Problem> problems, List<CheckResult> results) {
    public Findings {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
        results = List.copyOf(results);
    }

    /** How they are written. */
    public enum Format {
        TEXT,
        JSON,
        SARIF;

        /**
         * Parses a user's word.
         *
         * @throws WheelsException D208 if it is another word
         */
        public static Format parse(String word) {
            return switch (word) {
                case "text" -> TEXT;
                case "json" -> JSON;
                case "sarif" -> SARIF;
                default ->
                    throw new WheelsException(
                            OptionProblem.BAD_FORMAT,
                            "wheels.format is \"" + word + "\"; expected text, json or sarif",
                            "give -Dwheels.format=sarif");
            };
        }
    }

    /** Of a run that could not look. */
    public static Findings of(Problem problem) {
        return new Findings(List.of(), List.of(problem), List.of());
    }

    /** The result of a run that found them. */
    public RunResult result(String goal) {
        return problems.isEmpty() ? RunResult.ok(goal) : RunResult.failed(goal, problems);
    }
}
