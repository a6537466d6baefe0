// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

/**
 * What is probably not meant in declarations that compilers must accept, each with its code; a warning that can be
 * silenced.
 *
 * <p>{@link #IDLE_MARKER} is reported for {@code constraints = "numpy<2; sys_platform == 'macos'"}, since no target is
 * one.
 */
public enum Suspicion implements Problem {
    TWICE_IN_LIST("V201", "A project twice in one list.", "%1$s is in this list twice: here and at %2$s.", "%3$s"),
    IDLE_MARKER("V205", "A marker that holds nowhere.", "%1$s holds on no target, so it changes nothing.", "%2$s"),
    NEWER_THAN_KNOWN(
            "V206", "A Python or a floor that is newer than any known one.", "%1$s is not a known %2$s.", "%3$s"),
    IDLE_CUTOFF("V207", "A cooldown that keeps nothing, or everything, out.", "%1$s %2$s.", "%3$s"),
    UNKNOWN_LICENSE("V208", "A licence that is not in the SPDX list.", "%1$s is not in the SPDX licence list.", "%2$s"),
    DEPRECATED_LICENSE(
            "V209",
            "A licence that the SPDX list has deprecated.",
            "%1$s is deprecated in the SPDX licence list.",
            "%2$s"),
    SUSPECT_INDEX(
            "V210",
            "A source's address that is probably a different page.",
            "%1$s is probably not an index: %2$s.",
            "%3$s"),
    SUSPECT_TYPE_NAME(
            "V211",
            "A type whose name probably gives the name of another project.",
            "the type's name %1$s gives the project name %2$s.",
            "if the project is %3$s, write name = %3$s; otherwise confirm it with name = %2$s"),
    CONTRADICTING_RECIPE("V212", "A recipe that contradicts itself.", "%1$s.", "%2$s"),
    CONTRADICTING_BUILD("V213", "A custom package that contradicts itself.", "%1$s.", "%2$s"),
    NO_EFFECT(
            "V214",
            "A member that has no effect with this provider.",
            "nixpkgs supplies the package, so %1$s.",
            "%2$s"),
    SECRET_VALUE(
            "V215",
            "A variable whose value should not be readable by everybody.",
            "the value of %1$s looks like %2$s, and everyone can read the generated files.",
            "remove it, and set the variable where the environment is used"),
    EMPTY_SET(
            "V216",
            "A wheel set without declarations.",
            "the wheel set has no declaration.",
            "declare a wheel in its package: %1$s"),
    NOT_ON_PLATFORM(
            "V217",
            "A package that is missing on one of an environment's platforms.",
            "%1$s is not wanted on %2$s, where the environment goes without it.",
            "add the platform to the declaration, or make sure that this is intended, then write"
                    + " @SuppressWarnings(\"wheels:V217\")"),
    UNLOCKED_EXTRA("V218", "An extra that the locked version does not have.", "%1$s: the extra %2$s %3$s.", "%4$s"),
    UNASKED_REQUIREMENT(
            "V219",
            "A requirement of a recipe that the locked version does not have.",
            "%1$s %2$s does not require %3$s.",
            "%4$s"),
    UNLOCKED_PLACE("V220", "A search path in a package that is not locked.", "the set has no package %1$s.", "%2$s"),
    OVERRULED("V221", "A rule of the set that disables another.", "%1$s.", "%2$s"),
    PLACEHOLDER_HASH(
            "V222",
            "A placeholder hash.",
            "%1$s is a placeholder hash, which no build accepts.",
            "build it once, and copy the hash that Nix reports"),
    UNEXPANDED(
            "V280",
            "Text that only a shell would expand.",
            "%1$s is taken literally, and nothing expands %2$s.",
            "%3$s"),
    SEVERAL_ARGUMENTS(
            "V281", "Several arguments in one string.", "%1$s is one argument, including the spaces.", "%2$s"),
    SHARED_VENV(
            "V282",
            "Two shells for pip in one directory.",
            "%1$s is the virtual environment of two shells, here and by %2$s, and each removes what the other installs.",
            "give one of them another directory"),
    TOO_OFTEN(
            "V283",
            "A workflow that runs too often.",
            "%1$s is more often than every five minutes, which is GitHub's limit.",
            "%2$s"),
    UNKNOWN_RUNNER(
            "V284", "A runner that is probably misspelt.", "%1$s is not a known GitHub runner.", "did you mean %2$s?"),
    MODULE_IS_THERE(
            "V285",
            "A name that NixOS or home-manager already uses for an option.",
            "%1$s has an option %2$s of its own, and two options of the same name are an error.",
            "%3$s"),
    MODULE_NAME(
            "V286",
            "An import name that belongs to another project or to none.",
            "%1$s is the name of a module, %2$s.",
            "%3$s"),
    NEAR_KNOWN_NAME(
            "V287",
            "A name that may be a misspelling of a well-known project.",
            "%1$s differs from the well-known project %2$s by one letter.",
            "did you mean %2$s? Otherwise make sure whose it is, then write @SuppressWarnings(\"wheels:V287\")"),
    DEBIAN_NAME(
            "V288",
            "A name that Debian or Fedora uses for a library.",
            "%1$s looks like the name of a Debian or Fedora package.",
            "%2$s"),
    NEAR_REFERENCE(
            "V290",
            "A reference that closely resembles a declaration.",
            "nothing is declared as %1$s, and %2$s is, but for one letter.",
            "did you mean %2$s? Otherwise write @SuppressWarnings(\"wheels:V290\")"),
    LOOPBACK_ONLY(
            "V291",
            "An image whose ports are unreachable.",
            "it listens on %1$s, which is the container itself, so nothing can reach its ports.",
            "write \"0.0.0.0\""),
    SECOND_PYTHON(
            "V292",
            "A second Python beside the declared one.",
            "%1$s brings a Python of nixpkgs, or a package for it, beside the one that is locked.",
            "%2$s"),
    HIDDEN_ENVIRONMENT("V293", "A shell hook that replaces the environment.", "%1$s %2$s.", "%3$s"),
    NO_SUCH_TEST(
            "V294",
            "An excluded test that does not exist.",
            "%1$s leaves out no test: the names of those below %2$s begin with %3$s.",
            "write its whole name, such as %4$s"),
    NOT_WHERE_NEEDED(
            "V295",
            "A requirement that is missing on some Pythons.",
            "%1$s is not wanted on Python %2$s, where %3$s needs it.",
            "add it to its pythons, or say for which %3$s is built"),
    UNKNOWN_COMMAND(
            "V239",
            "A command that is probably misspelt.",
            "no locked package is known to have the command %1$s.",
            "did you mean %2$s?");

    private final Wording wording;

    Suspicion(String code, String meaning, String message, String hint) {
        this.wording = new Wording(code, meaning, Kind.WARNING, message, hint);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
