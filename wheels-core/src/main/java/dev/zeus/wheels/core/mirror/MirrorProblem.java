// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.mirror;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** Mirrors that cannot be written. */
public enum MirrorProblem implements ProblemKind {
    NOT_OURS(
            "I222",
            "The mirror directory contains something else",
            "wheels:mirror writes into an empty directory, or into an earlier mirror. Name another " + "directory."),
    UNWRITABLE(
            "I223",
            "The mirror cannot be written",
            "The directory is not writable, or the disk is full. Run it again: it continues where it " + "stopped.");

    private final Meaning meaning;

    MirrorProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
