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
    /** A wheel names a source that neither is built in nor declared. */
    UNKNOWN_SOURCE("V101", "%1$s is no source of this wheel set, which knows %2$s.", "%3$s"),
    /** No wheel uses a declared source. */
    UNUSED_SOURCE("V102", Kind.WARNING, "no wheel uses the source %1$s.", "remove it, or declare a wheel from it"),
    /** Two sources have one name. */
    DUPLICATE_SOURCE(
            "V103",
            "the source %1$s is declared twice: here and at %2$s.",
            "give the second one another name, or remove it"),
    /** Two sources have one address. */
    DUPLICATE_SOURCE_URL("V104", "%1$s is the address of the source %2$s, too.", "declare one of them only"),
    /** A source's name is no name for a directory. */
    BAD_SOURCE_NAME(
            "V105",
            "%1$s is no source name: it must be lower-case letters, digits and hyphens, and begin with a letter.",
            "%2$s"),
    /** A source's name is taken. */
    RESERVED_SOURCE_NAME("V106", "the source name %1$s is taken: %2$s.", "choose another name"),
    /** A source's address is none. */
    BAD_SOURCE_URL("V107", "%1$s is no address of an index: %2$s.", "%3$s"),
    /** A source's address is not encrypted. */
    INSECURE_SOURCE_URL(
            "V108",
            "%1$s would be read unencrypted: only https is allowed, and http on this machine's loopback.",
            "write %2$s, or add allowHttp = true if anybody on the way may change what is locked"),
    /** A source's address holds a credential. */
    CREDENTIAL_IN_URL(
            "V109",
            "the address of the source carries a credential before %1$s.",
            "remove it here, and put it in settings.xml under a <server> with the source's name as its <id>"),

    /** A wheel set without Python versions. */
    NO_PYTHONS("V110", "the wheel set names no Python version.", "write for instance pythons = {\"3.12\", \"3.13\"}"),
    /** A Python version that is none. */
    BAD_PYTHON("V111", "%1$s is no Python version: expected one such as \"3.12\".", "%2$s"),
    /** A Python version twice in one list. */
    DUPLICATE_PYTHON("V112", "the Python version %1$s is listed twice: here and at %2$s.", "remove one"),
    /** A declaration wants a Python that its set does not have. */
    PYTHON_NOT_IN_SET(
            "V113",
            "the wheel set has no Python %1$s; it has %2$s.",
            "add it to the pythons of @WheelSet, or remove it here"),
    /** A wheel set without targets. */
    NO_TARGETS(
            "V114",
            "the wheel set names no target.",
            "write for instance targets = @On(value = Platform.X86_64_LINUX, glibc = \"2.39\")"),
    /** A platform twice among the targets. */
    DUPLICATE_TARGET(
            "V115", "the target %1$s is listed twice: here and at %2$s.", "keep the one with the floor that is meant"),
    /** UNIVERSAL as a target. */
    UNIVERSAL_TARGET(
            "V116", "UNIVERSAL is no machine to lock for.", "name the platforms, and say UNIVERSAL at the wheel"),
    /** A target without its floor. */
    MISSING_FLOOR("V117", "the target %1$s has no floor: the oldest %2$s it must run on.", "add %3$s"),
    /** A floor that is none. */
    BAD_FLOOR("V118", "%1$s is no %2$s version for %3$s: %4$s.", "%5$s"),
    /** A floor of another operating system or C library. */
    FOREIGN_FLOOR("V119", "a %1$s floor means nothing for %2$s.", "%3$s"),

    /** UNIVERSAL beside platforms. */
    UNIVERSAL_MIXED(
            "V120",
            "UNIVERSAL stands beside other platforms: a pure wheel serves every one of them.",
            "write platforms = UNIVERSAL for a pure wheel, else remove UNIVERSAL"),
    /** A wheel wants a platform that its set does not have. */
    PLATFORM_NOT_TARGET(
            "V121",
            "%1$s is no target of the wheel set, which has %2$s.",
            "add an @On(value = Platform.%1$s, …) to the targets of @WheelSet, or remove it here"),
    /** A platform twice in one list. */
    DUPLICATE_PLATFORM("V122", "the platform %1$s is listed twice: here and at %2$s.", "remove one"),
    /** A test that asks what cannot be asked. */
    TEST_CANNOT_APPLY("V123", "the test %1$s cannot apply: %2$s.", "remove it"),
    /** A test twice in one list. */
    DUPLICATE_TEST("V124", "the test %1$s is listed twice: here and at %2$s.", "remove one"),
    /** A cooldown that is neither a moment nor an age. */
    BAD_CUTOFF("V125", "%1$s is no moment and no age: expected %2$s.", "%3$s"),

    /** A constraint or an override that is no requirement. */
    BAD_REQUIREMENT("V126", "%1$s is no requirement of versions: %2$s.", "%3$s"),
    /** Something to exclude that is no name. */
    BAD_EXCLUDE("V127", "%1$s is no project name: %2$s.", "%3$s"),
    /** A project excluded twice. */
    DUPLICATE_EXCLUDE("V128", "%1$s is excluded twice: here and at %2$s.", "remove one"),

    /** A pure wheel and a source distribution at once. */
    UNIVERSAL_SDIST(
            "V129",
            "UNIVERSAL demands a pure wheel, and provider = Provider.SDIST takes no wheel.",
            "remove UNIVERSAL: what is built from source is built for every platform"),

    /** A package name that is none. */
    BAD_NAME("V130", "%1$s is no Python package name: %2$s.", "%3$s"),
    /** A type's name that gives no package name. */
    UNNAMEABLE_TYPE(
            "V131",
            "the type's name %1$s gives no Python package name, which is ASCII letters, digits and hyphens.",
            "say it with name = \"…\""),
    /** A project name that is none. */
    BAD_WHEEL_NAME("V132", "%1$s is no project name of an index: %2$s.", "%3$s"),
    /** Two declarations of one package. */
    DUPLICATE_NAME("V133", "the package %1$s is declared twice: here and by %2$s.", "%3$s"),
    /** Two declarations of one package that share a platform. */
    DUPLICATE_ON_PLATFORM(
            "V138",
            "the package %1$s is declared for %2$s twice: here and by %3$s.",
            "leave each platform to one of them"),
    /** Two names that a reader confuses. */
    LOOKALIKE_NAME(
            "V134",
            Kind.WARNING,
            "%1$s looks like %2$s, which %3$s declares.",
            "make sure that both are meant, then say @SuppressWarnings(\"wheels:V134\")"),
    /** A name that means something else to Nix or in a Python package set. */
    RESERVED_NAME("V135", "the attribute %1$s is taken: %2$s.", "give the package another name with name = \"…\""),
    /** A package that builds all others. */
    BOOTSTRAP_PACKAGE(
            "V136",
            "%1$s builds other packages, so nixpkgs always supplies it.",
            "write provider = Provider.NIXPKGS, or remove the declaration"),
    /** A name that may be another one misspelt. */
    NEAR_NAME(
            "V137",
            Kind.WARNING,
            "%1$s is %2$s but for one letter, which %3$s declares.",
            "make sure that it is no misspelling, whose owner may be anybody, then say @SuppressWarnings(\"wheels:V137\")"),

    /** A version specifier that is none. */
    BAD_SPECIFIER("V140", "%1$s is no version specifier: at character %2$s, expected %3$s.", "%4$s"),
    /** A version specifier that excludes everything. */
    EMPTY_SPECIFIER("V141", "%1$s matches no version: %2$s.", "loosen or remove one of these parts"),
    /** An extra that is none. */
    BAD_EXTRA("V142", "%1$s is no name of an extra: %2$s.", "%3$s"),
    /** An extra twice in one list. */
    DUPLICATE_EXTRA("V143", "the extra %1$s is listed twice: here and at %2$s.", "remove one"),
    /** A default that is repeated. */
    NEEDLESS("V144", Kind.WARNING, "this holds without being said: %1$s.", "remove it"),
    /** A variable of an environment that cannot be set. */
    BAD_VARIABLE("V145", "%1$s is no variable of an environment: %2$s.", "%3$s"),
    /** Two environments of one name. */
    DUPLICATE_ENVIRONMENT(
            "V146",
            "the environment %1$s is declared twice: here and by %2$s.",
            "remove one, or give it another name with name = \"…\""),
    /** A package that is not there on the environment's Python. */
    NOT_ON_PYTHON(
            "V147",
            "%1$s is not wanted on Python %2$s, which the environment has; it is on %3$s.",
            "add %2$s to its pythons, or remove it here"),
    /** A shell hook that no shell can read. */
    BAD_SHELL_HOOK("V148", "the shell hook is no text for a shell: %1$s.", "%2$s"),
    /** A type that is a package and an environment. */
    ENVIRONMENT_IS_PACKAGE(
            "V149",
            "%1$s is a package and an environment: one type declares one thing.",
            "give the environment a type of its own"),

    /** A declaration that no wheel set encloses. */
    MISSING_WHEEL_SET(
            "V150",
            "no @WheelSet is found for the package %1$s or one that encloses it.",
            "put @WheelSet(pythons = …, targets = …) on the package in package-info.java"),
    /** A registry name that Java refuses. */
    BAD_REGISTRY_NAME("V151", "%1$s is no simple name of a Java class.", "%2$s"),
    /** The registry's name is taken by another class. */
    REGISTRY_CLASH("V152", "the registry %1$s cannot be written: there is such a class already.", "%2$s"),
    /** A type that is both kinds of declaration. */
    BOTH_KINDS(
            "V153",
            "%1$s is both @Wheel and @CustomPackage: one package has one provider.",
            "remove one of the two annotations"),
    /** A declaration that another processor generated after the registry was written. */
    LATE_DECLARATION(
            "V154",
            "%1$s appeared after the registry %2$s was written, because another annotation processor generated it.",
            "write the declaration by hand"),
    /** A value that another processor generated after the registry was written. */
    LATE_VALUE(
            "V155",
            "a value at %1$s was not known when the registry was written, because another annotation processor generates it.",
            "write the value itself"),

    /** A definition with a syntax error. */
    NIX_SYNTAX("V160", "the Nix definition has an error in line %1$s, column %2$s: %3$s.", "%4$s"),
    /** A definition that callPackage cannot call. */
    NO_FUNCTION(
            "V161",
            "the Nix definition is no function of a set, so callPackage cannot call it.",
            "begin it with { buildPythonPackage, fetchPypi }:"),
    /** An argument that is probably misspelt. */
    SUSPECT_ARGUMENT(
            "V162",
            Kind.WARNING,
            "the Nix definition takes %1$s in line %2$s, column %3$s, which looks like %4$s.",
            "did you mean %4$s? else say @SuppressWarnings(\"wheels:V162\")"),
    /** A dependency that is no declaration. */
    UNDECLARED_DEPENDENCY("V163", "%1$s is no declaration of this wheel set.", "%2$s"),
    /** A dependency twice in one list. */
    DUPLICATE_DEPENDENCY("V164", "the dependency %1$s is listed twice: here and at %2$s.", "remove one"),
    /** Custom packages that need each other. */
    DEPENDENCY_CYCLE("V165", "packages need each other, which Nix cannot build: %1$s.", "remove one of these needs"),
    /** A description that is not one line. */
    BAD_DESCRIPTION("V166", "the description is not one line: %1$s.", "keep it to one short sentence"),

    /** A custom package that nothing says how to build. */
    NO_BUILD(
            "V170", "nothing says how %1$s is built: it has %2$s.", "give it version and from, or a definition in Nix"),
    /** A custom package with a definition and what would replace one. */
    DEFINITION_AND_BUILD(
            "V171",
            "the definition says itself how the package is built, so %1$s means nothing.",
            "remove it, or the definition"),
    /** A source that cannot be fetched. */
    BAD_ORIGIN("V172", "this is no place to fetch the source from: %1$s.", "%2$s"),
    /** A hash that is not as Nix writes it. */
    BAD_HASH("V173", "%1$s is no hash as Nix writes it: %2$s.", "%3$s"),
    /** A requirement of a custom package that the set cannot meet. */
    BAD_NEED("V174", "%1$s is nothing that a Python set has: %2$s.", "%3$s"),
    /** A version of a custom package that is none. */
    BAD_VERSION("V175", "%1$s is no version: at character %2$s, expected %3$s.", "%4$s"),
    /** Facts of a custom package that are none. */
    BAD_FACT("V176", "%1$s is no %2$s.", "%3$s"),
    /** A Rust build without the hash of its dependencies, or the reverse. */
    CARGO_HASH("V177", "%1$s.", "%2$s"),
    /** A recipe without a declaration. */
    RECIPE_ALONE("V180", "%1$s has a @Recipe, and is no package.", "add @Wheel or @CustomPackage, or remove it"),
    /** A recipe that nothing asks for. */
    IDLE_RECIPE("V181", "this @Recipe changes nothing: %1$s.", "%2$s"),
    /** A project name in a recipe that is none. */
    BAD_RECIPE_NAME("V182", "%1$s is no project name: %2$s.", "%3$s"),
    /** An attribute of nixpkgs that is none. */
    BAD_ATTRIBUTE("V183", "%1$s is no attribute of nixpkgs: %2$s.", "%3$s"),
    /** Something twice in one list of a recipe. */
    DUPLICATE_IN_RECIPE("V184", "%1$s is listed twice: here and at %2$s.", "remove one"),
    /** A patch that is none. */
    BAD_PATCH("V185", "this is no patch: %1$s.", "%2$s"),
    /** A substitution that replaces nothing. */
    BAD_SUBSTITUTION("V186", "this replaces nothing: %1$s.", "%2$s"),
    /** A library, or a place of libraries, that is none. */
    BAD_LIBRARY("V187", "%1$s is no %2$s: %3$s.", "%4$s"),
    /** CUDA that nixpkgs does not have, or nobody asks for. */
    BAD_CUDA("V188", "this asks for no CUDA: %1$s.", "%2$s"),
    /** A replacement that replaces nothing. */
    BAD_REPLACEMENT("V189", "this replaces no package: %1$s.", "%2$s"),
    /** A licence that no package has. */
    BAD_LICENSE("V195", "this allows no licence: %1$s.", "%2$s"),
    /** A project that needs no exception from the licences. */
    BAD_LICENSE_EXCEPTION("V196", "this is no exception from the licences: %1$s.", "%2$s"),
    /** An excuse that excuses nothing. */
    BAD_EXCUSE("V197", "this excuses nothing: %1$s.", "%2$s"),

    /** A declaration of something that is left out. */
    EXCLUDED_DECLARATION("V200", "%1$s is left out, and yet %2$s.", "remove it here, or %3$s"),
    /** Several wheel sets in one module. */
    SEVERAL_SETS(
            "V202",
            "this module has another wheel set, that of the package %1$s, and a module writes one generated directory.",
            "move one of the two packages to a module of its own, or declare all in one set"),
    /** A pre-release where they are refused. */
    REFUSED_PRERELEASE(
            "V203",
            "%1$s lets only pre-releases through, and the wheel set refuses them.",
            "ask for a release, or remove prereleases = PrereleasePolicy.REFUSE from @WheelSet"),
    /** A file or folder of the module that is not there. */
    MISSING_FILE("V204", "there is no %1$s %2$s below the directory that holds generated/.", "%3$s"),
    /** A declaration that the lock knows nothing of. */
    NOT_LOCKED("V190", Kind.WARNING, "%1$s is not locked yet.", "run mvn wheels:generate"),
    /** A declaration that asks for another version than the locked one. */
    LOCK_OUTGROWN(
            "V191", Kind.WARNING, "the lock has %1$s %2$s, which %3$s does not allow.", "run mvn wheels:generate"),
    /** A declaration that asks for another source than the locked one. */
    LOCKED_ELSEWHERE(
            "V192",
            Kind.WARNING,
            "the lock has %1$s from the source %2$s, and %3$s is declared.",
            "run mvn wheels:generate"),
    /** A declaration whose locked version was withdrawn. */
    LOCKED_YANKED("V193", Kind.WARNING, "%1$s is locked at %2$s, which has been yanked%3$s.", "%4$s"),
    /** A declaration whose locked version is known to be vulnerable. */
    LOCKED_VULNERABLE(
            "V194", Kind.WARNING, "%1$s is locked at %2$s, which has known vulnerabilities: %3$s.", "run %4$s");

    private final Wording wording;

    Mistake(String code, String message, String hint) {
        this(code, Kind.ERROR, message, hint);
    }

    Mistake(String code, Kind kind, String message, String hint) {
        this.wording = new Wording(code, kind, message, hint);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
