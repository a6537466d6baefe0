// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.export;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** What cannot be exported. */
public enum ExportProblem implements ProblemKind {
    NOT_IN_LOCK(
            "D230",
            "The lock has no such part",
            "wheels.platform, wheels.python or another option names a part that is not locked. Use one of "
                    + "those that the message lists.");

    private final Meaning meaning;

    ExportProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
