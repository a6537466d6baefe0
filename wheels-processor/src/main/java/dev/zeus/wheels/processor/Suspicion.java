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
    /** A text that a shell would fill in. */
    UNEXPANDED("V280", "%1$s is taken as it is, and nothing fills in %2$s.", "%3$s"),
    /** Several arguments in one text. */
    SEVERAL_ARGUMENTS("V281", "%1$s is one argument, with the blanks in it.", "%2$s"),
    /** Two shells for pip in one directory. */
    SHARED_VENV(
            "V282",
            "%1$s is the virtual environment of two shells, here and by %2$s, of which each takes out what the other"
                    + " installs.",
            "give one of them another directory"),
    /** A workflow that runs too often. */
    TOO_OFTEN("V283", "%1$s is more often than every five minutes, which is the most that GitHub runs.", "%2$s"),
    /** A runner that is probably misspelt. */
    UNKNOWN_RUNNER("V284", "%1$s is no runner that GitHub is known to have.", "did you mean %2$s?"),
    /** An option of NixOS or home-manager that they have themselves. */
    MODULE_IS_THERE("V285", "%1$s has an option %2$s of its own, and two of one name are an error.", "%3$s"),
    /** A name that Python imports, and that is another project's or nobody's. */
    MODULE_NAME("V286", "%1$s is the name of a module, %2$s.", "%3$s"),
    /** A name that may be that of a well-known project misspelt. */
    NEAR_KNOWN_NAME(
            "V287",
            "%1$s is the well-known project %2$s but for one letter.",
            "did you mean %2$s? Else make sure whose it is, then say @SuppressWarnings(\"wheels:V287\")"),
    /** A name that Debian or Fedora has for a library. */
    DEBIAN_NAME("V288", "%1$s looks like the name of a package of Debian or Fedora.", "%2$s"),
    /** A name that is no declaration's, and nearly one's. */
    NEAR_REFERENCE(
            "V290",
            "nothing is declared as %1$s, and %2$s is, but for one letter.",
            "did you mean %2$s? Else say @SuppressWarnings(\"wheels:V290\")"),
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
