// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is asked of the wheels of one target, each by itself and all together. */
final class TargetChecks {
    private final InstalledWheels installed;
    private final Map<Check, Asking.TargetQuestion> questions = new EnumMap<>(Check.class);
    private final Map<Check, Asking.TargetQuestion> beside = new EnumMap<>(Check.class);

    TargetChecks(InstalledWheels installed) {
        this.installed = installed;
        Check.asked(Asking.OnTarget.class)
                .forEach((check, asking) ->
                        questions.put(check, asking.question().apply(installed)));
        Check.asked(Asking.OfContent.class)
                .forEach((check, asking) -> beside.put(check, asking.beside().apply(installed)));
    }

    List<CheckResult> run() {
        List<CheckResult> results = new ArrayList<>();
        for (CheckedWheel wheel : installed.wheels()) {
            answers(wheel).forEach((check, outcomes) -> {
                if (installed.request().wants(wheel.locked().name(), check)) {
                    outcomes.forEach(outcome -> results.add(new CheckResult(
                            wheel.locked().name(), check, installed.target().id(), outcome)));
                }
            });
        }
        return results;
    }

    /** What is found of a wheel; what parts of it could not answer stays not run. */
    private Map<Check, List<Outcome>> answers(CheckedWheel wheel) {
        Map<Check, List<Outcome>> outcomes = new EnumMap<>(wheel.outcomes());
        questions.forEach((check, question) -> {
            if (question.isAsked(wheel)) {
                outcomes.computeIfAbsent(check, unanswered -> question.ask(wheel));
            } else {
                outcomes.remove(check);
            }
        });
        beside.forEach((check, question) -> {
            if (question.isAsked(wheel)) {
                outcomes.computeIfPresent(check, (same, alone) -> both(alone, question.ask(wheel)));
            }
        });
        return outcomes;
    }

    /** Passed is only what has passed alone and beside the others. */
    private static List<Outcome> both(List<Outcome> alone, List<Outcome> beside) {
        List<Outcome> all = Stream.concat(alone.stream(), beside.stream())
                .filter(outcome -> !(outcome instanceof Outcome.Passed))
                .toList();
        return all.isEmpty() ? List.of(new Outcome.Passed()) : all;
    }
}
