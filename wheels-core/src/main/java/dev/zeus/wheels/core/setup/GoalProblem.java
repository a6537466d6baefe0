// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** What a goal is asked for that it cannot do. */
public enum GoalProblem implements ProblemKind {
    OUT_OF_DATE(
            "C101",
            "The lock or the generated files are out of date",
            "The declarations have changed since, there is no lock yet, or files were edited by hand. Run "
                    + "mvn wheels:generate."),
    UNASKED_HASHES(
            "C103",
            "The index could not be asked for hashes",
            "A first run fetches the hashes of the locked files from the index, to compare them. Run it "
                    + "once while the index answers."),
    NOTHING_CHECKED(
            "C606",
            "No wheel was checked",
            "The lock has no wheel, or none for this machine. -Dwheels.targets=all checks the wheels of "
                    + "other machines here."),
    UNSOUND(
            "D270",
            "The doctor found a failure",
            "mvn wheels:doctor found something that prevents a goal from working. The lines that start with "
                    + "\"failed\" say what it is and how to fix it."),
    UNWRITABLE_REPORT(
            "D271",
            "The report cannot be written",
            "The directory of wheels.reportFile is not writable, or the disk is full. Name another file."),
    OPEN_NETRC(
            "E406",
            "Others can read the netrc file",
            "Every user of the machine can read the login in it. Run chmod 600 on it."),
    NO_LOGIN(
            "E407",
            "A source requires a login and there is none",
            "The source is declared with requiresLogin. Give the login in the environment or in " + "settings.xml."),
    NO_HTTPS("E408", "A login and plain http", "A login is never sent unencrypted. Give the source an https address."),
    FOREIGN_LOCK(
            "I108",
            "A lock of another tool",
            "Another tool wrote pylock.toml, and wheels:generate does not overwrite it. Move it away; "
                    + "wheels:import reads the requirements that it was made from."),
    UNSTAGED(
            "I217",
            "The sources cannot be copied",
            "wheels:add and wheels:remove compile a copy of the sources in the build directory. That "
                    + "directory is not writable, or the disk is full. Nothing was changed.");

    private final Meaning meaning;

    GoalProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
