// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.disk;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** Trouble with the locks that keep processes apart. */
public enum ProcessLockProblem implements ProblemKind {
    WAITING(
            "E111",
            "Another process is at work",
            "Another build uses the same cache or generated directory. This run continues as soon as that "
                    + "build finishes."),
    WAITED_TOO_LONG(
            "E112",
            "Another process does not finish",
            "Another build has held the cache or the generated directory for longer than this run waits. "
                    + "Check whether it hangs; the lock is released when it ends."),
    WAIT_INTERRUPTED(
            "E113",
            "Interrupted while waiting",
            "The run was interrupted while it waited for another one. Nothing was changed; run it again."),
    NO_LOCKS(
            "E114",
            "The file system cannot lock files",
            "Some network file systems have no locks, so nothing keeps two builds apart. Run one build at a "
                    + "time there, or put the cache on a local disk.");

    private final Meaning meaning;

    ProcessLockProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
