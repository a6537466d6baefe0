// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** Files that cannot be read or written. */
public enum OutputProblem implements ProblemKind {
    UNREADABLE(
            "E301",
            "A generated file cannot be read",
            "The generated directory is not readable, or another build keeps replacing it. Correct its "
                    + "permissions."),
    UNWRITABLE(
            "E302",
            "Generated files cannot be written",
            "The directory is not writable, or the disk is full. The previous files are unchanged."),
    IN_THE_WAY("E303", "A file is in the way", "A generated file would overwrite a file of your own. Move it away."),
    NOT_A_DIRECTORY(
            "E304",
            "Not a usable generated directory",
            "The generated directory is replaced as a whole, so it cannot be a file or a link. Name another."),
    UNWRITABLE_RESULT(
            "E305",
            "The result file cannot be written",
            "The directory of wheels.resultFile is not writable, or the disk is full."),
    OUTSIDE(
            "E306",
            "The generated directory is outside the project",
            "It is replaced as a whole, and must be a directory of its own in the project. Only the command "
                    + "line may name one outside."),
    NOT_OURS("E307", "Another file is in its place", "A goal replaces only its own files. Name a new file."),
    EXISTS(
            "I106",
            "Declarations exist already",
            "wheels:import overwrites nothing. Move the files away, or name another package."),
    UNWRITABLE_SOURCES(
            "I107", "Declarations cannot be written", "The source directory is not writable, or the disk is full."),
    SOURCES_MOVED(
            "I213",
            "A source changed in the meantime",
            "Someone else wrote a file that wheels:add or wheels:remove was about to change. Nothing was "
                    + "changed; run it again."),
    UNWRITABLE_DECLARATION(
            "I214",
            "A source cannot be written",
            "The file or its directory is not writable, or the disk is full. The message says what was " + "changed."),
    SOURCES_ENDED(
            "I215",
            "An interrupted change was completed",
            "A wheels:add or wheels:remove was killed between its two steps. Its sources are in place now, "
                    + "and must be compiled: run the goal again.");

    private final Meaning meaning;

    OutputProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
