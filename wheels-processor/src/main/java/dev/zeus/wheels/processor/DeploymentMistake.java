// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

/**
 * What can be wrong with images, services and homes, with its stable code, what is said, and how it is mended.
 *
 * <p>{@link #UNKNOWN_APPLICATION} is reported for {@code @ContainerImage(entrypoint = "shpo")} where the environment
 * has the application {@code shop}.
 */
public enum DeploymentMistake implements Problem {
    BAD_IMAGE_NAME("V250", "An invalid name of an image.", "%1$s is not a valid name of an image: %2$s.", "%3$s"),
    BAD_TAG("V251", "An invalid tag of an image.", "%1$s is not a valid tag of an image: %2$s.", "%3$s"),
    UNKNOWN_APPLICATION(
            "V252",
            "An application that the environment does not have.",
            "%1$s is not an application of the environment, which has %2$s.",
            "%3$s"),
    NO_APPLICATION(
            "V253",
            "An ambiguous application.",
            "the application to run is not named, and the environment has %1$s.",
            "%2$s"),
    BAD_PORT("V254", "An invalid port.", "%1$s is not a port: %2$s.", "%3$s"),
    BAD_USER("V255", "A user that an image may not run as.", "%1$s cannot be the user of an image: %2$s.", "%3$s"),
    BAD_LABEL("V256", "An invalid label.", "%1$s is not a valid label: %2$s.", "%3$s"),
    BAD_DIRECTORY(
            "V257",
            "An invalid directory of an image.",
            "%1$s is not a directory of an image: expected an absolute path without \"..\".",
            "write for instance \"/tmp\""),
    NO_LINUX(
            "V258",
            "A set without Linux.",
            "%1$s runs on Linux, and the wheel set has no target there.",
            "add one to the targets of @WheelSet, or remove it"),
    BAD_MODULE_NAME(
            "V259",
            "A name that cannot be an option of NixOS or home-manager.",
            "%1$s is not a valid name of %2$s: it must be lower-case letters, digits and \"-\", and begin with a letter.",
            "%3$s"),
    NAME_TAKEN(
            "V260",
            "A name that another image or module of the set has.",
            "the name %1$s is taken: %3$s is another %2$s of the wheel set.",
            "give it another name"),
    UNTOLD_PORT(
            "V261",
            "A port that the application does not receive.",
            "the application does not receive the port %1$s.",
            "%2$s"),
    NO_PORT(
            "V262",
            "A placeholder for a port that is not declared.",
            "%1$s stands for the port, but the service has none.",
            "write for instance port = 8000"),
    BAD_CREDENTIAL(
            "V263", "An invalid name of a credential.", "%1$s is not a valid name of a credential: %2$s.", "%3$s"),
    BAD_DEPLOYED_TEXT("V264", "A text that cannot be passed on.", "%1$s cannot be passed on: %2$s.", "%3$s"),
    SECOND_WORKFLOW(
            "V265",
            "More than one workflow.",
            "a wheel set is checked by one workflow, and this is the %1$s one.",
            "remove it, or the other one"),
    BAD_WORKFLOW("V266", "An invalid value of a workflow.", "%1$s is not a valid %2$s: %3$s.", "%4$s"),
    COMMAND_TWICE(
            "V289",
            "Two applications of a home with one command.",
            "the applications %1$s and %2$s both have the command %3$s, and a home can have only one of that name.",
            "name the ones to install with applications = …, or give one arguments, so that its command has its own name"),
    CACHE_NAME("V267", "A cache that needs a name, or a name that no cache needs.", "%1$s.", "%2$s");

    private final Wording wording;

    DeploymentMistake(String code, String meaning, String message, String hint) {
        this.wording = new Wording(code, meaning, Kind.ERROR, message, hint);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
