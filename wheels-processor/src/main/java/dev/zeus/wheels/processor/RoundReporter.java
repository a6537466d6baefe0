// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/**
 * Says what concerns a compilation: what a declaration of an earlier one was warned of is not said again, and an error
 * there, which a change elsewhere has made, has no place in a source.
 */
final class RoundReporter {
    private final ProcessingEnvironment environment;
    private final RoundTypes round;

    RoundReporter(ProcessingEnvironment environment, RoundTypes round) {
        this.environment = environment;
        this.round = round;
    }

    void report(Findings findings) {
        Reporter reporter = new Reporter(environment);
        for (Finding finding : findings.sorted()) {
            Element element = ((MirrorSite) finding.site()).element();
            if (round.contains(element)) {
                reporter.report(finding);
            } else if (finding.problem().kind() == Problem.Kind.ERROR) {
                String message = finding.message() + " This is in " + element + ", which has not changed.";
                Finding unplaced = new Finding(finding.problem(), finding.site(), message, finding.hint());
                environment.getMessager().printMessage(Diagnostic.Kind.ERROR, unplaced.toString());
            }
        }
    }
}
