package dev.zeus.wheels.processor;

/**
 * What can be wrong with images, services and homes, with its stable code, what is said, and how it is mended.
 *
 * <p>{@link #UNKNOWN_APPLICATION} is said of {@code @ContainerImage(entrypoint = "shpo")} where the environment has the
 * application {@code shop}.
 */
public enum DeploymentMistake implements Problem {
    /** An image's name is none of a repository. */
    BAD_IMAGE_NAME("V250", "%1$s is no name of an image: %2$s.", "%3$s"),
    /** An image's tag is none. */
    BAD_TAG("V251", "%1$s is no tag of an image: %2$s.", "%3$s"),
    /** An application that the environment does not have. */
    UNKNOWN_APPLICATION("V252", "%1$s is no application of the environment, which has %2$s.", "%3$s"),
    /** Which application is meant is not said. */
    NO_APPLICATION("V253", "it is not said which application it runs: the environment has %1$s.", "%2$s"),
    /** A port that is none. */
    BAD_PORT("V254", "%1$s is no port: %2$s.", "%3$s"),
    /** A user that an image may not run as. */
    BAD_USER("V255", "%1$s is no user of an image: %2$s.", "%3$s"),
    /** A label that is none. */
    BAD_LABEL("V256", "%1$s is no label: %2$s.", "%3$s"),
    /** A directory that is none in an image. */
    BAD_DIRECTORY(
            "V257",
            "%1$s is no directory of an image: expected an absolute path without \"..\".",
            "write for instance \"/tmp\""),
    /** A set without Linux. */
    NO_LINUX(
            "V258",
            "%1$s runs on Linux, and the wheel set has no target there.",
            "add one to the targets of @WheelSet, or remove it"),
    /** A name that is none for an option of NixOS or home-manager. */
    BAD_MODULE_NAME(
            "V259",
            "%1$s is no name of %2$s: it must be lower-case letters, digits and \"-\", and begin with a letter.",
            "%3$s"),
    /** A name that another one of the set has. */
    NAME_TAKEN("V260", "the name %1$s is taken: %3$s is another %2$s of the wheel set.", "give it another name"),
    /** A port that the application never hears of. */
    UNTOLD_PORT("V261", "nothing tells the application of the port %1$s.", "%2$s"),
    /** A place for a port that is not declared. */
    NO_PORT("V262", "%1$s stands for the port, and the service has none.", "write for instance port = 8000"),
    /** A credential's name is none. */
    BAD_CREDENTIAL("V263", "%1$s is no name of a credential: %2$s.", "%3$s"),
    /** A text that cannot be handed over. */
    BAD_DEPLOYED_TEXT("V264", "%1$s cannot be handed over: %2$s.", "%3$s"),
    /** More than one workflow. */
    SECOND_WORKFLOW(
            "V265", "a wheel set is checked by one workflow, and this is the %1$s one.", "remove it, or the other one"),
    /** A value of a workflow that is none. */
    BAD_WORKFLOW("V266", "%1$s is no %2$s: %3$s.", "%4$s"),
    /** Two applications of a home with one command. */
    COMMAND_TWICE(
            "V289",
            "the applications %1$s and %2$s both have the command %3$s, and a home has one of a name.",
            "name the ones to install with applications = …, or give one arguments, so that it is called by its name"),
    /** A cache that needs a name, or a name that no cache needs. */
    CACHE_NAME("V267", "%1$s.", "%2$s");

    private final Wording wording;

    DeploymentMistake(String code, String message, String hint) {
        this.wording = new Wording(code, Kind.ERROR, message, hint);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
