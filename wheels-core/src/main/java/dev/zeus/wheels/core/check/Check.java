// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.PackageTest;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A question about one locked package on one target.
 *
 * <p>A constant says what is asked, how much of a wheel that takes, and how it is asked ({@link Asking}). All else
 * follows from it: what is asked once and what on each target, what is not run where parts of a wheel are read, or no
 * Python answers, the order, and the table of docs/checks.md.
 */
public enum Check {
    HASH("Does the wheel have the locked digest?", "X501", Need.BYTES, new Asking.Fetching()),
    ARCHIVE(
            "Does every reader unpack the same files, on every file system?",
            "X503, X504, C211, C212, C213",
            Need.BYTES,
            new Asking.OfArchive(ArchiveCheck::problems, ArchiveCheck::problemsOfDirectory)),
    /** After PEP 376 and PEP 427. */
    RECORD(
            "Does `RECORD` list exactly its files, with their digests?",
            "C201–C206",
            Need.BYTES,
            new Asking.OfArchive(RecordCheck::problems, RecordCheck::problemsOfList)),
    /** After PEP 427. */
    WHEEL(
            "Do `WHEEL` and the `.dist-info` directory say what the file name says?",
            "C221–C224",
            Need.METADATA,
            new Asking.OfArchive(WheelFileCheck::problems)),
    /** After PEP 610. */
    DIRECT_URL(
            "Does it leave it to the installer to say where it was installed from?",
            "C225",
            Need.DIRECTORY,
            new Asking.OfArchive(DirectUrlCheck::problems)),
    METADATA(
            "Do its name, version and requirements agree with the lock, and do the locked versions satisfy them?",
            "C301, C302",
            Need.METADATA,
            new Asking.OnTarget(MetadataCheck::new),
            PackageTest.METADATA),
    /** After PEP 425 and PEP 600. */
    TAGS("Does the file name fit the target?", "C404", Need.NAME, new Asking.OnTarget(TagsCheck::new), PackageTest.ABI),
    /** After PEP 600, PEP 656 and PEP 384. What shows beside the other wheels only is asked after the rest. */
    NATIVE(
            "Are the compiled files built for the tags, and are the libraries that they need there?",
            "C231–C237, C241, X507",
            Need.BYTES,
            new Asking.OfContent(NativeCheck::problems, NativeNeighbours::new),
            PackageTest.ABI),
    ENTRY_POINTS(
            "Do its commands point to modules that exist?",
            "C251–C253",
            Need.METADATA,
            new Asking.OnTarget(EntryPointsCheck::new)),
    COLLISION(
            "Does no other package install a different file or command in the same place?",
            "C261",
            Need.DIRECTORY,
            new Asking.OnTarget(CollisionCheck::new)),
    /** After PEP 639. */
    LICENSE(
            "Does `licenses` of `@WheelSet` allow its licence?",
            "C271, C272",
            Need.METADATA,
            new Asking.OnTarget(LicenseCheck::new)),
    /** The user's own ({@link dev.zeus.wheels.WheelInspection}); which files they read is not known. */
    OWN("Do the module's own checks pass?", "C501, C502", Need.BYTES, new Asking.OnTarget(OwnChecks::new)),
    IMPORT(
            "Can a Python on this machine import what it installs, with only the locked packages?",
            "C401, C402, C406",
            Need.BYTES,
            new Asking.OnHost(HostAnswer::imports),
            PackageTest.IMPORT),
    VERSION(
            "Does `importlib.metadata` report the locked version?",
            "C403",
            Need.BYTES,
            new Asking.OnHost(HostAnswer::version),
            PackageTest.METADATA);

    private final String question;
    private final String codes;
    private final Need need;
    private final Asking asking;
    private final Optional<PackageTest> test;

    Check(String question, String codes, Need need, Asking asking) {
        this(question, codes, need, asking, Optional.empty());
    }

    Check(String question, String codes, Need need, Asking asking, PackageTest test) {
        this(question, codes, need, asking, Optional.of(test));
    }

    Check(String question, String codes, Need need, Asking asking, Optional<PackageTest> test) {
        this.question = question;
        this.codes = codes;
        this.need = need;
        this.asking = asking;
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

    /** How much of a wheel it takes. */
    Need need() {
        return need;
    }

    /** Those that are asked in one way, in their order, with what each asks. */
    static <A extends Asking> Map<Check, A> asked(Class<A> way) {
        Map<Check, A> asked = new EnumMap<>(Check.class);
        Stream.of(values())
                .filter(check -> way.isInstance(check.asking))
                .forEach(check -> asked.put(check, way.cast(check.asking)));
        return asked;
    }

    /** Those that are asked of a wheel once, whatever targets install it, when its bytes are the locked ones. */
    static List<Check> ofWheel() {
        return Stream.of(values())
                .filter(check -> check.asking instanceof Asking.OfArchive || check.asking instanceof Asking.OfContent)
                .toList();
    }

    /** The answers that parts of a wheel give before a target is asked: one to what takes all of it, and passed. */
    static Map<Check, List<Outcome>> ofParts(Outcome unanswered) {
        Map<Check, List<Outcome>> outcomes = new EnumMap<>(Check.class);
        for (Check check : values()) {
            if (check.need == Need.BYTES && !(check.asking instanceof Asking.OnHost)) {
                outcomes.put(check, List.of(unanswered));
            } else if (check.asking instanceof Asking.OfArchive) {
                outcomes.put(check, List.of(new Outcome.Passed()));
            }
        }
        return outcomes;
    }

    /** One answer to several. */
    static Map<Check, List<Outcome>> each(Collection<Check> checks, Outcome outcome) {
        Map<Check, List<Outcome>> outcomes = new EnumMap<>(Check.class);
        checks.forEach(check -> outcomes.put(check, List.of(outcome)));
        return outcomes;
    }
}
