package dev.zeus.wheels.processor;

/**
 * What can be wrong with what an environment is made into, with its stable code, what is said, and how it is mended.
 *
 * <p>{@link #BAD_COMMAND} is said of {@code @Application(commands = "python3")}, since an application keeps Python out
 * of sight.
 */
public enum PartMistake implements Problem {
    /** A name that is none for a file and an attribute. */
    BAD_PART_NAME(
            "V230",
            "%1$s is no name of %3$s: it must be letters, digits, \".\", \"_\", \"+\" and \"-\", and begin with"
                    + " a letter.",
            "%2$s"),
    /** A name that is taken in the set. */
    PART_NAME_TAKEN("V231", "the name %1$s is taken: %2$s.", "%3$s"),
    /** A command that no application can have. */
    BAD_COMMAND("V232", "%1$s is no command of an application: %2$s.", "%3$s"),
    /** A path that is none below the directory that has {@code generated/}. */
    BAD_PART_PATH("V234", "%1$s is no %2$s of the project: %3$s.", "%4$s"),
    /** Tests that are not told from others. */
    BAD_TESTS("V235", "%1$s: %2$s.", "%3$s"),
    /** A version that is none. */
    BAD_PROJECT_VERSION("V268", "%1$s is no version of a project: expected %2$s.", "write for instance \"1.0\""),
    /** What belongs to a project whose directory is all its own. */
    NEEDLESS_INCLUDES(
            "V269",
            "%1$s is in a directory that belongs to the project as a whole.",
            "remove includes; they say what is the project's in \".\""),
    /** What a part needs and the set does not have. */
    PART_NEEDS("V236", "%1$s needs %2$s, which is not locked.", "%3$s"),
    /** A kernel that Jupyter cannot have. */
    BAD_KERNEL("V237", "%1$s is no name of a kernel: %2$s.", "%3$s"),
    /** A bridge to pip that cannot be crossed. */
    BAD_BRIDGE("V238", "%1$s.", "%2$s"),
    /** Arguments for more than one command. */
    ARGUMENTS_OF_MANY(
            "V233",
            "the arguments are those of one command, and the application has %1$s.",
            "declare an application for each command");

    private final Wording wording;

    PartMistake(String code, String message, String hint) {
        this.wording = new Wording(code, Kind.ERROR, message, hint);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
