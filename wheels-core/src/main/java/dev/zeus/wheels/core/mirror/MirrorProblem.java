// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.mirror;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** Mirrors that cannot be written. */
public enum MirrorProblem implements ProblemKind {
    NOT_OURS(
            "I222",
            "Something else is in the directory of the mirror",
            "wheels:mirror writes into an empty directory, or into one that it wrote before. Name another."),
    UNWRITABLE(
            "I223",
            "The mirror cannot be written",
            "The directory is not writable, or the disk is full. Run it again: it goes on where it was.");

    private final Meaning meaning;

    MirrorProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
