// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

/**
 * What can be wrong with what an environment is made into, with its stable code, what is said, and how it is mended.
 *
 * <p>{@link #BAD_COMMAND} is reported for {@code @Application(commands = "python3")}, since an application keeps Python
 * out of sight.
 */
public enum PartMistake implements Problem {
    BAD_PART_NAME(
            "V230",
            "A name that cannot be a file and an attribute.",
            "%1$s is not a valid name of %3$s: it must be letters, digits, \".\", \"_\", \"+\" and \"-\", and begin with"
                    + " a letter.",
            "%2$s"),
    PART_NAME_TAKEN(
            "V231",
            "A name that a package, a check or a program of the flake already has.",
            "the name %1$s is taken: %2$s.",
            "%3$s"),
    BAD_COMMAND(
            "V232",
            "A command that no application can have.",
            "%1$s is not a command of an application: %2$s.",
            "%3$s"),
    BAD_PART_PATH(
            "V234",
            "A path outside the directory that contains `generated/`.",
            "%1$s is not a valid %2$s of the project: %3$s.",
            "%4$s"),
    BAD_TESTS("V235", "Tests that cannot be distinguished from others.", "%1$s: %2$s.", "%3$s"),
    BAD_PROJECT_VERSION(
            "V268", "An invalid version.", "%1$s is not a valid version: expected %2$s.", "write for instance \"1.0\""),
    NEEDLESS_INCLUDES(
            "V269",
            "Includes for a project that owns its whole directory.",
            "%1$s is in a directory that belongs to the project as a whole.",
            "remove includes; they say what is the project's in \".\""),
    PART_NEEDS(
            "V236",
            "A requirement of a part that the set does not have.",
            "%1$s needs %2$s, which is not locked.",
            "%3$s"),
    BAD_KERNEL("V237", "A kernel that Jupyter cannot have.", "%1$s is not the name of a kernel: %2$s.", "%3$s"),
    BAD_BRIDGE("V238", "A pip bridge that cannot work.", "%1$s.", "%2$s"),
    ARGUMENTS_OF_MANY(
            "V233",
            "Arguments for more than one command.",
            "the arguments are those of one command, and the application has %1$s.",
            "declare an application for each command");

    private final Wording wording;

    PartMistake(String code, String meaning, String message, String hint) {
        this.wording = new Wording(code, meaning, Kind.ERROR, message, hint);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
