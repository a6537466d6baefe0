// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

/**
 * Everything that can be wrong with declarations, with its stable code, what is said, and how it is mended.
 *
 * <p>{@link #UNKNOWN_SOURCE} reads
 *
 * <pre>
 * [wheels/V101] source: "pipy" is no source of this wheel set, which knows "pypi".
 *   hint: did you mean "pypi"?
 * </pre>
 */
public enum Mistake implements Problem {
    UNKNOWN_SOURCE(
            "V101",
            "A wheel names a source that neither is built in nor declared.",
            "%1$s is no source of this wheel set, which knows %2$s.",
            "%3$s"),
    UNUSED_SOURCE(
            "V102",
            "No wheel uses a declared source.",
            Kind.WARNING,
            "no wheel uses the source %1$s.",
            "remove it, or declare a wheel from it"),
    DUPLICATE_SOURCE(
            "V103",
            "Two sources have one name.",
            "the source %1$s is declared twice: here and at %2$s.",
            "give the second one another name, or remove it"),
    DUPLICATE_SOURCE_URL(
            "V104",
            "Two sources have one address.",
            "%1$s is the address of the source %2$s, too.",
            "declare one of them only"),
    BAD_SOURCE_NAME(
            "V105",
            "A source's name is no name for a directory.",
            "%1$s is no source name: it must be lower-case letters, digits and hyphens, and begin with a letter.",
            "%2$s"),
    RESERVED_SOURCE_NAME(
            "V106", "A source's name is taken.", "the source name %1$s is taken: %2$s.", "choose another name"),
    BAD_SOURCE_URL("V107", "A source's address is none.", "%1$s is no address of an index: %2$s.", "%3$s"),
    INSECURE_SOURCE_URL(
            "V108",
            "A source's address is not encrypted.",
            "%1$s would be read unencrypted: only https is allowed, and http on this machine's loopback.",
            "write %2$s, or add allowHttp = true if anybody on the way may change what is locked"),
    CREDENTIAL_IN_URL(
            "V109",
            "A source's address holds a credential.",
            "the address of the source carries a credential before %1$s.",
            "remove it here, and put it in settings.xml under a <server> with the source's name as its <id>"),

    NO_PYTHONS(
            "V110",
            "A wheel set without Python versions.",
            "the wheel set names no Python version.",
            "write for instance pythons = {\"3.12\", \"3.13\"}"),
    BAD_PYTHON(
            "V111",
            "A Python version that is none.",
            "%1$s is no Python version: expected one such as \"3.12\".",
            "%2$s"),
    DUPLICATE_PYTHON(
            "V112",
            "A Python version twice in one list.",
            "the Python version %1$s is listed twice: here and at %2$s.",
            "remove one"),
    PYTHON_NOT_IN_SET(
            "V113",
            "A declaration wants a Python that its set does not have.",
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
            "keep the one with the floor that is meant"),
    UNIVERSAL_TARGET(
            "V116",
            "UNIVERSAL as a target.",
            "UNIVERSAL is no machine to lock for.",
            "name the platforms, and say UNIVERSAL at the wheel"),
    MISSING_FLOOR(
            "V117",
            "A target without its floor.",
            "the target %1$s has no floor: the oldest %2$s it must run on.",
            "add %3$s"),
    BAD_FLOOR("V118", "A floor that is none.", "%1$s is no %2$s version for %3$s: %4$s.", "%5$s"),
    FOREIGN_FLOOR(
            "V119",
            "A floor of another operating system or C library.",
            "a %1$s floor means nothing for %2$s.",
            "%3$s"),

    UNIVERSAL_MIXED(
            "V120",
            "UNIVERSAL beside platforms.",
            "UNIVERSAL stands beside other platforms: a pure wheel serves every one of them.",
            "write platforms = UNIVERSAL for a pure wheel, else remove UNIVERSAL"),
    PLATFORM_NOT_TARGET(
            "V121",
            "A wheel wants a platform that its set does not have.",
            "%1$s is no target of the wheel set, which has %2$s.",
            "add an @On(value = Platform.%1$s, …) to the targets of @WheelSet, or remove it here"),
    DUPLICATE_PLATFORM(
            "V122",
            "A platform twice in one list.",
            "the platform %1$s is listed twice: here and at %2$s.",
            "remove one"),
    TEST_CANNOT_APPLY(
            "V123", "A test that asks what cannot be asked.", "the test %1$s cannot apply: %2$s.", "remove it"),
    DUPLICATE_TEST(
            "V124", "A test twice in one list.", "the test %1$s is listed twice: here and at %2$s.", "remove one"),
    BAD_CUTOFF(
            "V125",
            "A cooldown that is neither a moment nor an age.",
            "%1$s is no moment and no age: expected %2$s.",
            "%3$s"),

    BAD_REQUIREMENT(
            "V126",
            "A constraint or an override that is no requirement.",
            "%1$s is no requirement of versions: %2$s.",
            "%3$s"),
    BAD_EXCLUDE("V127", "Something to exclude that is no name.", "%1$s is no project name: %2$s.", "%3$s"),
    DUPLICATE_EXCLUDE("V128", "A project excluded twice.", "%1$s is excluded twice: here and at %2$s.", "remove one"),

    UNIVERSAL_SDIST(
            "V129",
            "A pure wheel and a source distribution at once.",
            "UNIVERSAL demands a pure wheel, and provider = Provider.SDIST takes no wheel.",
            "remove UNIVERSAL: what is built from source is built for every platform"),

    BAD_NAME("V130", "A package name that is none.", "%1$s is no Python package name: %2$s.", "%3$s"),
    UNNAMEABLE_TYPE(
            "V131",
            "A type's name that gives no package name.",
            "the type's name %1$s gives no Python package name, which is ASCII letters, digits and hyphens.",
            "say it with name = \"…\""),
    BAD_WHEEL_NAME("V132", "A project name that is none.", "%1$s is no project name of an index: %2$s.", "%3$s"),
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
            "Two names that a reader confuses.",
            Kind.WARNING,
            "%1$s looks like %2$s, which %3$s declares.",
            "make sure that both are meant, then say @SuppressWarnings(\"wheels:V134\")"),
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
            "A name that may be another one misspelt.",
            Kind.WARNING,
            "%1$s is %2$s but for one letter, which %3$s declares.",
            "make sure that it is no misspelling, whose owner may be anybody, then say @SuppressWarnings(\"wheels:V137\")"),

    BAD_SPECIFIER(
            "V140",
            "A version specifier that is none.",
            "%1$s is no version specifier: at character %2$s, expected %3$s.",
            "%4$s"),
    EMPTY_SPECIFIER(
            "V141",
            "A version specifier that excludes everything.",
            "%1$s matches no version: %2$s.",
            "loosen or remove one of these parts"),
    BAD_EXTRA("V142", "An extra that is none.", "%1$s is no name of an extra: %2$s.", "%3$s"),
    DUPLICATE_EXTRA(
            "V143", "An extra twice in one list.", "the extra %1$s is listed twice: here and at %2$s.", "remove one"),
    NEEDLESS("V144", "A default that is repeated.", Kind.WARNING, "this holds without being said: %1$s.", "remove it"),
    BAD_VARIABLE(
            "V145",
            "A variable of an environment that cannot be set.",
            "%1$s is no variable of an environment: %2$s.",
            "%3$s"),
    DUPLICATE_ENVIRONMENT(
            "V146",
            "Two environments of one name.",
            "the environment %1$s is declared twice: here and by %2$s.",
            "remove one, or give it another name with name = \"…\""),
    NOT_ON_PYTHON(
            "V147",
            "A package that is not there on the environment's Python.",
            "%1$s is not wanted on Python %2$s, which the environment has; it is on %3$s.",
            "add %2$s to its pythons, or remove it here"),
    BAD_SHELL_HOOK(
            "V148", "A shell hook that no shell can read.", "the shell hook is no text for a shell: %1$s.", "%2$s"),
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
    BAD_REGISTRY_NAME("V151", "A registry name that Java refuses.", "%1$s is no simple name of a Java class.", "%2$s"),
    REGISTRY_CLASH(
            "V152",
            "The registry's name is taken by another class.",
            "the registry %1$s cannot be written: there is such a class already.",
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
            "the Nix definition is no function of a set, so callPackage cannot call it.",
            "begin it with { buildPythonPackage, fetchPypi }:"),
    SUSPECT_ARGUMENT(
            "V162",
            "An argument that is probably misspelt.",
            Kind.WARNING,
            "the Nix definition takes %1$s in line %2$s, column %3$s, which looks like %4$s.",
            "did you mean %4$s? else say @SuppressWarnings(\"wheels:V162\")"),
    UNDECLARED_DEPENDENCY(
            "V163", "A dependency that is no declaration.", "%1$s is no declaration of this wheel set.", "%2$s"),
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
            "A custom package that nothing says how to build.",
            "nothing says how %1$s is built: it has %2$s.",
            "give it version and from, or a definition in Nix"),
    DEFINITION_AND_BUILD(
            "V171",
            "A custom package with a definition and what would replace one.",
            "the definition says itself how the package is built, so %1$s means nothing.",
            "remove it, or the definition"),
    BAD_ORIGIN("V172", "A source that cannot be fetched.", "this is no place to fetch the source from: %1$s.", "%2$s"),
    BAD_HASH("V173", "A hash that is not as Nix writes it.", "%1$s is no hash as Nix writes it: %2$s.", "%3$s"),
    BAD_NEED(
            "V174",
            "A requirement of a custom package that the set cannot meet.",
            "%1$s is nothing that a Python set has: %2$s.",
            "%3$s"),
    BAD_VERSION(
            "V175",
            "A version of a custom package that is none.",
            "%1$s is no version: at character %2$s, expected %3$s.",
            "%4$s"),
    BAD_FACT("V176", "Facts of a custom package that are none.", "%1$s is no %2$s.", "%3$s"),
    CARGO_HASH("V177", "A Rust build without the hash of its dependencies, or the reverse.", "%1$s.", "%2$s"),
    RECIPE_ALONE(
            "V180",
            "A recipe without a declaration.",
            "%1$s has a @Recipe, and is no package.",
            "add @Wheel or @CustomPackage, or remove it"),
    IDLE_RECIPE("V181", "A recipe that nothing asks for.", "this @Recipe changes nothing: %1$s.", "%2$s"),
    BAD_RECIPE_NAME("V182", "A project name in a recipe that is none.", "%1$s is no project name: %2$s.", "%3$s"),
    BAD_ATTRIBUTE("V183", "An attribute of nixpkgs that is none.", "%1$s is no attribute of nixpkgs: %2$s.", "%3$s"),
    DUPLICATE_IN_RECIPE(
            "V184",
            "Something twice in one list of a recipe.",
            "%1$s is listed twice: here and at %2$s.",
            "remove one"),
    BAD_PATCH("V185", "A patch that is none.", "this is no patch: %1$s.", "%2$s"),
    BAD_SUBSTITUTION("V186", "A substitution that replaces nothing.", "this replaces nothing: %1$s.", "%2$s"),
    BAD_LIBRARY("V187", "A library, or a place of libraries, that is none.", "%1$s is no %2$s: %3$s.", "%4$s"),
    BAD_CUDA("V188", "CUDA that nixpkgs does not have, or nobody asks for.", "this asks for no CUDA: %1$s.", "%2$s"),
    BAD_REPLACEMENT("V189", "A replacement that replaces nothing.", "this replaces no package: %1$s.", "%2$s"),
    BAD_LICENSE("V195", "A licence that no package has.", "this allows no licence: %1$s.", "%2$s"),
    BAD_LICENSE_EXCEPTION(
            "V196",
            "A project that needs no exception from the licences.",
            "this is no exception from the licences: %1$s.",
            "%2$s"),
    BAD_EXCUSE("V197", "An excuse that excuses nothing.", "this excuses nothing: %1$s.", "%2$s"),

    EXCLUDED_DECLARATION(
            "V200",
            "A declaration of something that is left out.",
            "%1$s is left out, and yet %2$s.",
            "remove it here, or %3$s"),
    SEVERAL_SETS(
            "V202",
            "Several wheel sets in one module.",
            "this module has another wheel set, that of the package %1$s, and a module writes one generated directory.",
            "move one of the two packages to a module of its own, or declare all in one set"),
    REFUSED_PRERELEASE(
            "V203",
            "A pre-release where they are refused.",
            "%1$s lets only pre-releases through, and the wheel set refuses them.",
            "ask for a release, or remove prereleases = PrereleasePolicy.REFUSE from @WheelSet"),
    MISSING_FILE(
            "V204",
            "A file or folder of the module that is not there.",
            "there is no %1$s %2$s below the directory that holds generated/.",
            "%3$s"),
    NOT_LOCKED(
            "V190",
            "A declaration that the lock knows nothing of.",
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
            "the lock has %1$s from the source %2$s, and %3$s is declared.",
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
