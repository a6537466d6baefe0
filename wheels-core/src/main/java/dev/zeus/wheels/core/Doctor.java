// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.answer.DoctorPage;
import dev.zeus.wheels.core.answer.Probe;
import dev.zeus.wheels.core.doctor.DoctorRequest;
import dev.zeus.wheels.core.doctor.Examination;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.setup.GoalProblem;
import java.util.List;
import java.util.Optional;

/** Looks at everything that a run depends on: {@link Examination}. */
public final class Doctor {
    private Doctor() {}

    /** Looks, and changes nothing. */
    public static DoctorPage run(DoctorRequest request) {
        return Examination.of(request);
    }

    /**
     * What ends a run of it: that something is wrong, so that a script need not read the page.
     *
     * @return empty where nothing is
     */
    public static Optional<Problem> problem(DoctorPage page) {
        List<String> wrong = page.probes().stream()
                .filter(probe -> probe.state() == Probe.State.FAILED)
                .map(Probe::name)
                .toList();
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        GoalProblem.UNSOUND,
                        wrong.size() + " of " + page.probes().size() + " checks failed: " + String.join(", ", wrong),
                        "the lines that begin with \"failed\" say how to fix them"));
    }
}
