// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

/**
 * Everything that can be wrong with declarations, with its stable code, what is said, and how it is mended.
 *
 * <p>{@link #UNKNOWN_SOURCE} reads
 *
 * <pre>
 * [wheels/V101] source: "pipy" is not a source of this wheel set, which has "pypi".
 *   hint: did you mean "pypi"?
 * </pre>
 */
public enum Mistake implements Problem {
    UNKNOWN_SOURCE(
            "V101",
            "A wheel names a source that is neither built in nor declared.",
            "%1$s is not a source of this wheel set, which has %2$s.",
            "%3$s"),
    UNUSED_SOURCE(
            "V102",
            "No wheel uses a declared source.",
            Kind.WARNING,
            "no wheel uses the source %1$s.",
            "remove it, or declare a wheel from it"),
    DUPLICATE_SOURCE(
            "V103",
            "Two sources have the same name.",
            "the source %1$s is declared twice: here and at %2$s.",
            "give the second one another name, or remove it"),
    DUPLICATE_SOURCE_URL(
            "V104",
            "Two sources have the same address.",
            "%1$s is the address of the source %2$s, too.",
            "declare one of them only"),
    BAD_SOURCE_NAME(
            "V105",
            "A source's name cannot be a directory name.",
            "%1$s is not a source name: it must consist of lower-case letters, digits and hyphens, and begin with a letter.",
            "%2$s"),
    RESERVED_SOURCE_NAME(
            "V106", "A source's name is taken.", "the source name %1$s is taken: %2$s.", "choose another name"),
    BAD_SOURCE_URL(
            "V107",
            "A source's address is not an index address.",
            "%1$s is not the address of an index: %2$s.",
            "%3$s"),
    INSECURE_SOURCE_URL(
            "V108",
            "A source's address is not encrypted.",
            "%1$s would be read unencrypted: only https is allowed, and http on this machine's loopback.",
            "write %2$s, or add allowHttp = true if anybody on the network path may change what is locked"),
    CREDENTIAL_IN_URL(
            "V109",
            "A source's address contains a credential.",
            "the address of the source carries a credential before %1$s.",
            "remove it here, and put it in settings.xml under a <server> with the source's name as its <id>"),

    NO_PYTHONS(
            "V110",
            "A wheel set without Python versions.",
            "the wheel set names no Python version.",
            "write for instance pythons = {\"3.12\", \"3.13\"}"),
    BAD_PYTHON(
            "V111",
            "An invalid Python version.",
            "%1$s is not a Python version: expected one such as \"3.12\".",
            "%2$s"),
    DUPLICATE_PYTHON(
            "V112",
            "A Python version twice in one list.",
            "the Python version %1$s is listed twice: here and at %2$s.",
            "remove one"),
    PYTHON_NOT_IN_SET(
            "V113",
            "A declaration names a Python that its set does not have.",
            "the wheel set has no Python %1$s; it has %2$s.",
            "add it to the pythons of @WheelSet, or remove it here"),
    NO_TARGETS(
            "V114",
            "A wheel set without targets.",
            "the wheel set names no target.",
            "write for instance targets = @On(value = Platform.X86_64_LINUX, glibc = \"2.39\")"),
    DUPLICATE_TARGET(
            "V115",
            "A platform twice among the targets.",
            "the target %1$s is listed twice: here and at %2$s.",
            "keep the one with the intended floor"),
    UNIVERSAL_TARGET(
            "V116",
            "UNIVERSAL as a target.",
            "UNIVERSAL is not a platform that can be locked.",
            "name the platforms here, and write UNIVERSAL on the wheel"),
    MISSING_FLOOR(
            "V117",
            "A target without its floor.",
            "the target %1$s has no floor: the oldest %2$s it must run on.",
            "add %3$s"),
    BAD_FLOOR("V118", "An invalid floor.", "%1$s is not a valid %2$s version for %3$s: %4$s.", "%5$s"),
    FOREIGN_FLOOR(
            "V119",
            "A floor of another operating system or C library.",
            "a %1$s floor means nothing for %2$s.",
            "%3$s"),

    UNIVERSAL_MIXED(
            "V120",
            "UNIVERSAL beside platforms.",
            "UNIVERSAL cannot stand beside other platforms: a pure wheel serves all of them.",
            "write platforms = UNIVERSAL for a pure wheel, else remove UNIVERSAL"),
    PLATFORM_NOT_TARGET(
            "V121",
            "A wheel names a platform that its set does not have.",
            "%1$s is not a target of the wheel set, which has %2$s.",
            "add an @On(value = Platform.%1$s, …) to the targets of @WheelSet, or remove it here"),
    DUPLICATE_PLATFORM(
            "V122",
            "A platform twice in one list.",
            "the platform %1$s is listed twice: here and at %2$s.",
            "remove one"),
    TEST_CANNOT_APPLY("V123", "A test that cannot run.", "the test %1$s cannot apply: %2$s.", "remove it"),
    DUPLICATE_TEST(
            "V124", "A test twice in one list.", "the test %1$s is listed twice: here and at %2$s.", "remove one"),
    BAD_CUTOFF(
            "V125",
            "A cooldown that is neither a timestamp nor an age.",
            "%1$s is neither a timestamp nor an age: expected %2$s.",
            "%3$s"),

    BAD_REQUIREMENT(
            "V126",
            "A constraint or an override that is not a requirement.",
            "%1$s is not a version requirement: %2$s.",
            "%3$s"),
    BAD_EXCLUDE("V127", "An exclusion that is not a project name.", "%1$s is not a project name: %2$s.", "%3$s"),
    DUPLICATE_EXCLUDE("V128", "A project excluded twice.", "%1$s is excluded twice: here and at %2$s.", "remove one"),

    UNIVERSAL_SDIST(
            "V129",
            "A pure wheel and a source distribution at once.",
            "UNIVERSAL demands a pure wheel, and provider = Provider.SDIST takes no wheel.",
            "remove UNIVERSAL: what is built from source is built for every platform"),

    BAD_NAME("V130", "An invalid package name.", "%1$s is not a Python package name: %2$s.", "%3$s"),
    UNNAMEABLE_TYPE(
            "V131",
            "A type's name that gives no package name.",
            "the type's name %1$s gives no Python package name, which consists of ASCII letters, digits and hyphens.",
            "set it with name = \"…\""),
    BAD_WHEEL_NAME("V132", "An invalid project name.", "%1$s is not a project name on an index: %2$s.", "%3$s"),
    DUPLICATE_NAME(
            "V133",
            "Two declarations of one package.",
            "the package %1$s is declared twice: here and by %2$s.",
            "%3$s"),
    DUPLICATE_ON_PLATFORM(
            "V138",
            "Two declarations of one package that share a platform.",
            "the package %1$s is declared for %2$s twice: here and by %3$s.",
            "leave each platform to one of them"),
    LOOKALIKE_NAME(
            "V134",
            "Two names that are easy to confuse.",
            Kind.WARNING,
            "%1$s looks like %2$s, which %3$s declares.",
            "make sure that both are intended, then write @SuppressWarnings(\"wheels:V134\")"),
    RESERVED_NAME(
            "V135",
            "A name that means something else to Nix or in a Python package set.",
            "the attribute %1$s is taken: %2$s.",
            "give the package another name with name = \"…\""),
    BOOTSTRAP_PACKAGE(
            "V136",
            "A package that builds all others.",
            "%1$s builds other packages, so nixpkgs always supplies it.",
            "write provider = Provider.NIXPKGS, or remove the declaration"),
    NEAR_NAME(
            "V137",
            "A name that may be a misspelling of another.",
            Kind.WARNING,
            "%1$s is %2$s but for one letter, which %3$s declares.",
            "make sure that it is not a misspelling, which anybody may own, then write @SuppressWarnings(\"wheels:V137\")"),

    BAD_SPECIFIER(
            "V140",
            "An invalid version specifier.",
            "%1$s is not a version specifier: at character %2$s, expected %3$s.",
            "%4$s"),
    EMPTY_SPECIFIER(
            "V141",
            "A version specifier that excludes everything.",
            "%1$s matches no version: %2$s.",
            "loosen or remove one of these parts"),
    BAD_EXTRA("V142", "An invalid extra.", "%1$s is not the name of an extra: %2$s.", "%3$s"),
    DUPLICATE_EXTRA(
            "V143", "An extra twice in one list.", "the extra %1$s is listed twice: here and at %2$s.", "remove one"),
    NEEDLESS("V144", "A default that is repeated.", Kind.WARNING, "this is already the default: %1$s.", "remove it"),
    BAD_VARIABLE(
            "V145",
            "An environment variable that cannot be set.",
            "%1$s is not the name of an environment variable: %2$s.",
            "%3$s"),
    DUPLICATE_ENVIRONMENT(
            "V146",
            "Two environments of the same name.",
            "the environment %1$s is declared twice: here and by %2$s.",
            "remove one, or give it another name with name = \"…\""),
    NOT_ON_PYTHON(
            "V147",
            "A package that is missing on the environment's Python.",
            "%1$s is not wanted on Python %2$s, which the environment has; it is on %3$s.",
            "add %2$s to its pythons, or remove it here"),
    BAD_SHELL_HOOK(
            "V148",
            "A shell hook that no shell can read.",
            "the shell hook is not text that a shell can read: %1$s.",
            "%2$s"),
    ENVIRONMENT_IS_PACKAGE(
            "V149",
            "A type that is a package and an environment.",
            "%1$s is a package and an environment: one type declares one thing.",
            "give the environment a type of its own"),

    MISSING_WHEEL_SET(
            "V150",
            "A declaration that no wheel set encloses.",
            "no @WheelSet is found for the package %1$s or one that encloses it.",
            "put @WheelSet(pythons = …, targets = …) on the package in package-info.java"),
    BAD_REGISTRY_NAME("V151", "A registry name that Java refuses.", "%1$s is not a simple Java class name.", "%2$s"),
    REGISTRY_CLASH(
            "V152",
            "The registry's name is taken by another class.",
            "the registry %1$s cannot be written: a class of this name already exists.",
            "%2$s"),
    BOTH_KINDS(
            "V153",
            "A type that is both kinds of declaration.",
            "%1$s is both @Wheel and @CustomPackage: one package has one provider.",
            "remove one of the two annotations"),
    LATE_DECLARATION(
            "V154",
            "A declaration that another processor generated after the registry was written.",
            "%1$s appeared after the registry %2$s was written, because another annotation processor generated it.",
            "write the declaration by hand"),
    LATE_VALUE(
            "V155",
            "A value that another processor generated after the registry was written.",
            "a value at %1$s was not known when the registry was written, because another annotation processor generates it.",
            "write the value itself"),

    NIX_SYNTAX(
            "V160",
            "A definition with a syntax error.",
            "the Nix definition has an error in line %1$s, column %2$s: %3$s.",
            "%4$s"),
    NO_FUNCTION(
            "V161",
            "A definition that callPackage cannot call.",
            "the Nix definition is not a function of a set, so callPackage cannot call it.",
            "start it with { buildPythonPackage, fetchPypi }:"),
    SUSPECT_ARGUMENT(
            "V162",
            "An argument that is probably misspelt.",
            Kind.WARNING,
            "the Nix definition takes %1$s in line %2$s, column %3$s, which looks like %4$s.",
            "did you mean %4$s? Otherwise write @SuppressWarnings(\"wheels:V162\")"),
    UNDECLARED_DEPENDENCY(
            "V163", "A dependency that is not declared.", "%1$s is not a declaration of this wheel set.", "%2$s"),
    DUPLICATE_DEPENDENCY(
            "V164",
            "A dependency twice in one list.",
            "the dependency %1$s is listed twice: here and at %2$s.",
            "remove one"),
    DEPENDENCY_CYCLE(
            "V165",
            "Custom packages that need each other.",
            "packages need each other, which Nix cannot build: %1$s.",
            "remove one of these needs"),
    BAD_DESCRIPTION(
            "V166",
            "A description that is not one line.",
            "the description is not one line: %1$s.",
            "keep it to one short sentence"),

    NO_BUILD(
            "V170",
            "A custom package without build instructions.",
            "nothing says how %1$s is built: it has %2$s.",
            "give it version and from, or a definition in Nix"),
    DEFINITION_AND_BUILD(
            "V171",
            "A custom package with both a definition and members that replace one.",
            "the definition says itself how the package is built, so %1$s means nothing.",
            "remove it, or the definition"),
    BAD_ORIGIN("V172", "A source that cannot be fetched.", "the source cannot be fetched from here: %1$s.", "%2$s"),
    BAD_HASH("V173", "A hash that is not in Nix's format.", "%1$s is not a hash in Nix's format: %2$s.", "%3$s"),
    BAD_NEED(
            "V174",
            "A requirement of a custom package that the set cannot meet.",
            "%1$s is not in a Python package set: %2$s.",
            "%3$s"),
    BAD_VERSION(
            "V175",
            "An invalid version of a custom package.",
            "%1$s is not a version: at character %2$s, expected %3$s.",
            "%4$s"),
    BAD_FACT("V176", "Invalid facts about a custom package.", "%1$s is not a valid %2$s.", "%3$s"),
    CARGO_HASH("V177", "A Rust build without the hash of its dependencies, or the reverse.", "%1$s.", "%2$s"),
    RECIPE_ALONE(
            "V180",
            "A recipe without a declaration.",
            "%1$s has a @Recipe but is not a package.",
            "add @Wheel or @CustomPackage, or remove it"),
    IDLE_RECIPE("V181", "A recipe that changes nothing.", "this @Recipe changes nothing: %1$s.", "%2$s"),
    BAD_RECIPE_NAME("V182", "An invalid project name in a recipe.", "%1$s is not a project name: %2$s.", "%3$s"),
    BAD_ATTRIBUTE("V183", "An invalid attribute of nixpkgs.", "%1$s is not an attribute of nixpkgs: %2$s.", "%3$s"),
    DUPLICATE_IN_RECIPE(
            "V184",
            "Something twice in one list of a recipe.",
            "%1$s is listed twice: here and at %2$s.",
            "remove one"),
    BAD_PATCH("V185", "An invalid patch.", "this is not a patch: %1$s.", "%2$s"),
    BAD_SUBSTITUTION("V186", "A substitution that replaces nothing.", "this replaces nothing: %1$s.", "%2$s"),
    BAD_LIBRARY("V187", "An invalid library, or an invalid search path.", "%1$s is not a valid %2$s: %3$s.", "%4$s"),
    BAD_CUDA(
            "V188",
            "CUDA that nixpkgs does not have, or that the recipe does not use.",
            "this is not a valid request for CUDA: %1$s.",
            "%2$s"),
    BAD_REPLACEMENT("V189", "A replacement that replaces nothing.", "this replaces no package: %1$s.", "%2$s"),
    BAD_LICENSE("V195", "A licence that no package has.", "this allows no licence: %1$s.", "%2$s"),
    BAD_LICENSE_EXCEPTION(
            "V196",
            "A project that needs no exception from the licences.",
            "this is not an exception from the licences: %1$s.",
            "%2$s"),
    BAD_EXCUSE("V197", "An excuse that excuses nothing.", "this excuses nothing: %1$s.", "%2$s"),

    EXCLUDED_DECLARATION(
            "V200", "A declaration of an excluded package.", "%1$s is left out, but %2$s.", "remove it here, or %3$s"),
    SEVERAL_SETS(
            "V202",
            "Several wheel sets in one module.",
            "this module has another wheel set, in the package %1$s, and a module writes one generated directory.",
            "move one of the two packages to a module of its own, or declare all in one set"),
    REFUSED_PRERELEASE(
            "V203",
            "A pre-release in a set that refuses them.",
            "%1$s permits only pre-releases, but the wheel set refuses them.",
            "ask for a release, or remove prereleases = PrereleasePolicy.REFUSE from @WheelSet"),
    MISSING_FILE(
            "V204",
            "A missing file or folder of the module.",
            "there is no %1$s %2$s below the directory that contains generated/.",
            "%3$s"),
    NOT_LOCKED(
            "V190",
            "A declaration that is not in the lock.",
            Kind.WARNING,
            "%1$s is not locked yet.",
            "run mvn wheels:generate"),
    LOCK_OUTGROWN(
            "V191",
            "A declaration that asks for another version than the locked one.",
            Kind.WARNING,
            "the lock has %1$s %2$s, which %3$s does not allow.",
            "run mvn wheels:generate"),
    LOCKED_ELSEWHERE(
            "V192",
            "A declaration that asks for another source than the locked one.",
            Kind.WARNING,
            "the lock has %1$s from the source %2$s, but %3$s is declared.",
            "run mvn wheels:generate"),
    LOCKED_YANKED(
            "V193",
            "A declaration whose locked version was withdrawn.",
            Kind.WARNING,
            "%1$s is locked at %2$s, which has been yanked%3$s.",
            "%4$s"),
    LOCKED_VULNERABLE(
            "V194",
            "A declaration whose locked version is known to be vulnerable.",
            Kind.WARNING,
            "%1$s is locked at %2$s, which has known vulnerabilities: %3$s.",
            "run %4$s");

    private final Wording wording;

    Mistake(String code, String meaning, String message, String hint) {
        this(code, meaning, Kind.ERROR, message, hint);
    }

    Mistake(String code, String meaning, Kind kind, String message, String hint) {
        this.wording = new Wording(code, meaning, kind, message, hint);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
