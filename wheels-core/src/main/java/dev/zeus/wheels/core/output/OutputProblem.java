// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** Files that cannot be read or written. */
public enum OutputProblem implements ProblemKind {
    UNREADABLE(
            "E301",
            "A generated file cannot be read",
            "The generated directory is not readable, or another build replaces it without end. Correct its "
                    + "permissions."),
    UNWRITABLE(
            "E302",
            "Generated files cannot be written",
            "The directory is not writable, or the disk is full. The files that were there still stand."),
    IN_THE_WAY(
            "E303",
            "A file is in the way",
            "A generated file goes where a file of your own is, which is not overwritten. Move it away."),
    NOT_A_DIRECTORY(
            "E304",
            "The generated directory is none",
            "The generated directory is replaced as a whole, and so is no file and no link. Name another."),
    UNWRITABLE_RESULT(
            "E305",
            "The result file cannot be written",
            "The directory of wheels.resultFile is not writable, or the disk is full."),
    OUTSIDE(
            "E306",
            "The generated directory is outside of the project",
            "It is replaced as a whole and must be a directory of its own in the project; only the command "
                    + "line may name one outside."),
    NOT_OURS("E307", "Another file is in its place", "A goal replaces its own files only. Name a new file."),
    EXISTS(
            "I106",
            "Declarations are there already",
            "wheels:import overwrites nothing. Move the files away, or name another package."),
    UNWRITABLE_SOURCES(
            "I107", "Declarations cannot be written", "The source directory is not writable, or the disk is full."),
    SOURCES_MOVED(
            "I213",
            "A source has changed meanwhile",
            "Somebody else wrote a file that wheels:add or wheels:remove was to change. Nothing was changed; run it again."),
    UNWRITABLE_DECLARATION(
            "I214",
            "A source cannot be written",
            "The file or its directory is not writable, or the disk is full. The message says what stands."),
    SOURCES_ENDED(
            "I215",
            "A change that was cut short was ended",
            "A wheels:add or wheels:remove was killed between its two steps. Its sources are in place now, and have to be compiled: run the goal again.");

    private final Meaning meaning;

    OutputProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
