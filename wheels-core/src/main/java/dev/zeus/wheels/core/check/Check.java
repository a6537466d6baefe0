package dev.zeus.wheels.core.check;

import static dev.zeus.wheels.core.check.Need.BYTES;
import static dev.zeus.wheels.core.check.Need.DIRECTORY;
import static dev.zeus.wheels.core.check.Need.NAME;
import static dev.zeus.wheels.core.check.Need.OTHERS;
import static dev.zeus.wheels.core.check.Need.PYTHON;
import static dev.zeus.wheels.core.check.Need.TARGET;

import dev.zeus.wheels.PackageTest;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A question about one locked package on one target.
 *
 * <p>What each needs decides when it is asked: of parts of a wheel, once or for each target, with a Python. They are
 * asked and reported in this order, in which docs/checks.md lists them.
 */
public enum Check {
    HASH("Has the wheel the locked digest?", "X501", Set.of(BYTES)),
    ARCHIVE(
            "Does every reader unpack the same files, on every file system?",
            "X503, X504, C211, C212, C213",
            Set.of(BYTES)),
    /** After PEP 376 and PEP 427. */
    RECORD("Does `RECORD` list exactly its files, with their digests?", "C201–C206", Set.of(BYTES)),
    /** After PEP 427. */
    WHEEL(
            "Do `WHEEL` and the `.dist-info` directory say what the file name says?",
            "C221–C224",
            Set.of(DIRECTORY, Need.METADATA)),
    METADATA(
            "Do name, version and requirements agree with the lock, and do the locked versions meet them?",
            "C301, C302",
            Set.of(Need.METADATA, TARGET),
            PackageTest.METADATA),
    /** After PEP 425 and PEP 600. */
    TAGS("Does the file name fit the target?", "C404", Set.of(NAME, TARGET), PackageTest.ABI),
    /** After PEP 600, PEP 656 and PEP 384. What shows beside the other wheels only is asked after the rest. */
    NATIVE(
            "Are the compiled files for what the tags name, and is there all that they need?",
            "C231–C237, C241, X507",
            Set.of(BYTES),
            PackageTest.ABI),
    ENTRY_POINTS(
            "Do its commands lead to modules that are there?",
            "C251–C253",
            Set.of(DIRECTORY, Need.METADATA, TARGET, OTHERS)),
    COLLISION(
            "Does no other package install another file, or a command, in its place?",
            "C261",
            Set.of(DIRECTORY, TARGET, OTHERS)),
    /** After PEP 639. */
    LICENSE("Has it a licence that `licenses` of `@WheelSet` allows?", "C271, C272", Set.of(Need.METADATA, TARGET)),
    /** The user's own ({@link dev.zeus.wheels.WheelInspection}); which files they read is not known. */
    OWN("Do the checks pass that the module has itself?", "C501, C502", Set.of(BYTES, TARGET)),
    IMPORT(
            "Can a Python of this machine import what it installs, with no other packages than the locked ones?",
            "C401, C402, C406",
            Set.of(BYTES, TARGET, OTHERS, PYTHON),
            PackageTest.IMPORT),
    VERSION(
            "Does `importlib.metadata` report the locked version?",
            "C403",
            Set.of(BYTES, TARGET, OTHERS, PYTHON),
            PackageTest.METADATA);

    private final String question;
    private final String codes;
    private final Set<Need> needs;
    private final Optional<PackageTest> test;

    Check(String question, String codes, Set<Need> needs) {
        this(question, codes, needs, Optional.empty());
    }

    Check(String question, String codes, Set<Need> needs, PackageTest test) {
        this(question, codes, needs, Optional.of(test));
    }

    Check(String question, String codes, Set<Need> needs, Optional<PackageTest> test) {
        this.question = question;
        this.codes = codes;
        this.needs = needs;
        this.test = test;
    }

    /** The test of a declaration that asks for it; empty where it is always asked. */
    public Optional<PackageTest> test() {
        return test;
    }

    /** Its name in reports, such as {@code record}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it asks, and the codes of its answers, as a row of a Markdown table. */
    String row() {
        String off = test.map(each -> "`" + each + "` ").orElse("");
        return "| " + title() + " | " + question + " | " + codes + " | " + off + "|";
    }

    /** Whether it cannot be asked without something. */
    boolean needs(Need need) {
        return needs.contains(need);
    }

    /** Those that need a Python of this machine. */
    static List<Check> ofPython() {
        return Stream.of(values()).filter(check -> check.needs(PYTHON)).toList();
    }

    /** Those that are asked of a wheel once, whatever targets install it, when its bytes are the locked ones. */
    static List<Check> ofWheel() {
        return Stream.of(values())
                .filter(check -> !check.needs(TARGET) && check != HASH)
                .toList();
    }

    /** Those that parts of a wheel do not answer, with one answer for all of them. */
    static Map<Check, List<Outcome>> unanswered(Outcome outcome) {
        return each(
                Stream.of(values())
                        .filter(check -> check.needs(BYTES) && !check.needs(PYTHON))
                        .toList(),
                outcome);
    }

    /** One answer to several. */
    static Map<Check, List<Outcome>> each(List<Check> checks, Outcome outcome) {
        Map<Check, List<Outcome>> outcomes = new EnumMap<>(Check.class);
        checks.forEach(check -> outcomes.put(check, List.of(outcome)));
        return outcomes;
    }
}
