package dev.zeus.wheels.processor;

/**
 * What is probably not meant in declarations that compilers must accept, each with its code; a warning that can be
 * silenced.
 *
 * <p>{@link #IDLE_MARKER} is said of {@code constraints = "numpy<2; sys_platform == 'macos'"}, since no target is such.
 */
public enum Suspicion implements Problem {
    /** One project twice in a list. */
    TWICE_IN_LIST("V201", "%1$s stands in this list twice: here and at %2$s.", "%3$s"),
    /** A marker that holds nowhere. */
    IDLE_MARKER("V205", "%1$s holds on no target, so it changes nothing.", "%2$s"),
    /** A Python or a floor that is newer than any. */
    NEWER_THAN_KNOWN("V206", "%1$s is no %2$s that is known.", "%3$s"),
    /** A cooldown that keeps nothing, or everything, out. */
    IDLE_CUTOFF("V207", "%1$s %2$s.", "%3$s"),
    /** A licence that SPDX's list does not have. */
    UNKNOWN_LICENSE("V208", "%1$s is not in the list of SPDX licences.", "%2$s"),
    /** A licence that SPDX's list has no more. */
    DEPRECATED_LICENSE("V209", "%1$s is deprecated in the list of SPDX licences.", "%2$s"),
    /** A source's address that is probably another page. */
    SUSPECT_INDEX("V210", "%1$s is probably no index: %2$s.", "%3$s"),
    /** A type whose name probably gives another project's. */
    SUSPECT_TYPE_NAME(
            "V211",
            "the type's name %1$s gives the project name %2$s.",
            "if the project is %3$s, write name = %3$s; else say name = %2$s, so that it is meant"),
    /** A recipe that contradicts itself. */
    CONTRADICTING_RECIPE("V212", "%1$s.", "%2$s"),
    /** A custom package that contradicts itself. */
    CONTRADICTING_BUILD("V213", "%1$s.", "%2$s"),
    /** A member that means nothing beside the provider. */
    NO_EFFECT("V214", "nixpkgs supplies the package, so that %1$s.", "%2$s"),
    /** A variable whose value should not be readable by everybody. */
    SECRET_VALUE(
            "V215",
            "the value of %1$s looks like %2$s, and everybody can read the generated files.",
            "remove it, and set the variable where the environment is used"),
    /** A wheel set without declarations. */
    EMPTY_SET("V216", "the wheel set has no declaration.", "declare a wheel in its package: %1$s"),
    /** A package that is not there on one of an environment's platforms. */
    NOT_ON_PLATFORM(
            "V217",
            "%1$s is not wanted on %2$s, where the environment goes without it.",
            "add the platform to the declaration, or make sure that this is meant, then say"
                    + " @SuppressWarnings(\"wheels:V217\")"),
    /** An extra that the locked version does not have. */
    UNLOCKED_EXTRA("V218", "%1$s: the extra %2$s %3$s.", "%4$s"),
    /** A requirement of a recipe that the locked version does not have. */
    UNASKED_REQUIREMENT("V219", "%1$s %2$s does not require %3$s.", "%4$s"),
    /** A place in a package that is not locked. */
    UNLOCKED_PLACE("V220", "the set has no package %1$s.", "%2$s"),
    /** A rule of the set that makes another one idle. */
    OVERRULED("V221", "%1$s.", "%2$s"),
    /** A hash that stands for one that is to come. */
    PLACEHOLDER_HASH(
            "V222",
            "%1$s is the hash of nothing, which no build accepts.",
            "build it once, and take the hash that Nix says it got"),
    /** A command that is probably misspelt. */
    UNKNOWN_COMMAND("V239", "no package that is locked is known to have the command %1$s.", "did you mean %2$s?");

    private final Wording wording;

    Suspicion(String code, String message, String hint) {
        this.wording = new Wording(code, Kind.WARNING, message, hint);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
