// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.core.index.ProjectPage;
import dev.zeus.wheels.core.index.ReleaseTable;
import dev.zeus.wheels.core.index.SdistFile;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.BuildTag;
import dev.zeus.wheels.python.CompatibleTags;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Tag;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Chooses the best accepted file of each version on a page, and says of the others why they have none. */
final class CandidateChoice {
    private static final Tag PURE = new Tag("py3", "none", "any");

    /** In place of a file. */
    private static final int NONE = -1;

    /** Behind every place of tags: of a file that is not accepted. */
    private static final int NEVER = Integer.MAX_VALUE;

    /** The place of tags that are accepted, though the target's Python does not list them. */
    private static final int LAST = NEVER - 1;

    private final ProjectPage page;
    private final ReleaseTable releases;
    private final Target target;
    private final ResolutionRules rules;
    private final List<Requirement> constraints;
    private final AcceptedFile accepts;
    private final Version python;
    private final int[] ranks;
    private final boolean[] admitted;
    private final List<Integer> capped = new ArrayList<>();
    private final ChosenFiles chosen;
    private final Optional<Instant> uploadedBefore;
    private final Set<String> kept;
    private final Map<Exclusion.Kind, List<Integer>> excluded = new EnumMap<>(Exclusion.Kind.class);

    private CandidateChoice(
            ProjectPage page,
            String source,
            Target target,
            AcceptedFile accepts,
            ResolutionRules rules,
            List<Requirement> constraints) {
        this.page = page;
        this.releases = page.releases();
        this.target = target;
        this.rules = rules;
        this.constraints = constraints;
        this.accepts = accepts;
        this.python = target.firstRelease();
        this.ranks = ranks(releases.tagSets(), target.tags(), accepts);
        this.admitted = admitted(releases.pythons(), python);
        this.chosen = ChosenFiles.of(page);
        this.uploadedBefore = rules.cutoffs().of(page.name(), source);
        this.kept = rules.kept().getOrDefault(target.id(), Set.of());
    }

    /** The place of each set of tags of a page among those that are accepted, best first. */
    private static int[] ranks(List<SortedSet<Tag>> sets, CompatibleTags tags, AcceptedFile accepts) {
        int[] ranks = new int[sets.size()];
        for (int i = 0; i < ranks.length; i++) {
            boolean accepted =
                    switch (accepts) {
                        case WHEEL -> true;
                        case PURE_WHEEL -> sets.get(i).contains(PURE);
                        case SDIST -> false;
                    };
            ranks[i] = accepted ? tags.rank(sets.get(i)).orElse(accepts == AcceptedFile.WHEEL ? NEVER : LAST) : NEVER;
        }
        return ranks;
    }

    private static boolean[] admitted(List<VersionSpecifiers> pythons, Version python) {
        boolean[] admitted = new boolean[pythons.size()];
        for (int i = 0; i < admitted.length; i++) {
            admitted[i] = Candidates.admits(pythons.get(i), python);
        }
        return admitted;
    }

    static Candidates of(
            ProjectPage page,
            String source,
            Target target,
            AcceptedFile accepts,
            ResolutionRules rules,
            List<Requirement> constraints) {
        return new CandidateChoice(page, source, target, accepts, rules, constraints).candidates(source);
    }

    private Candidates candidates(String source) {
        List<Version> versions = releases.versions();
        Incompleteness incomplete = new Incompleteness(rules, releases);
        for (int i = 0; i < versions.size(); i++) {
            choose(i, versions.get(i), incomplete);
        }
        List<Exclusion> exclusions = new ArrayList<>();
        excluded.forEach((kind, numbers) -> exclusions.add(new Exclusion(
                page.name(),
                kind,
                VersionSet.of(versions.size(), numbers.stream().mapToInt(n -> n)),
                some -> reasons(kind, versions, some, incomplete))));
        return new Candidates(
                page.name(),
                source,
                versions,
                chosen,
                List.copyOf(exclusions),
                VersionSet.of(versions.size(), capped.stream().mapToInt(n -> n)),
                page.unmaintained(),
                true);
    }

    private void choose(int number, Version version, Incompleteness incomplete) {
        Optional<Exclusion.Kind> ruledOut = ruledOut(number, version, incomplete);
        if (ruledOut.isPresent()) {
            exclude(ruledOut.get(), number);
            return;
        }
        // Asked of each version of each page for each target: one pass over numbers, and no file is made.
        boolean fitting = false;
        boolean wanted = false;
        int old = NONE;
        int best = NONE;
        for (int file = releases.begin(number); file < releases.end(number); file++) {
            if (rank(file) != NEVER) {
                fitting = true;
                if (wantsThisPython(file)) {
                    wanted = true;
                    if (isOldEnough(file)) {
                        old = better(old, file);
                        best = releases.isYanked(file) ? best : better(best, file);
                    }
                }
            }
        }
        if (!fitting) {
            exclude(page.leftOut().containsKey(version) ? Exclusion.Kind.BROKEN : none(), number);
        } else if (!wanted) {
            exclude(Exclusion.Kind.PYTHON, number);
            if (isCapped(number)) {
                capped.add(number);
            }
        } else if (old == NONE) {
            exclude(Exclusion.Kind.TOO_NEW, number);
        } else if (best == NONE) {
            exclude(Exclusion.Kind.YANKED, number);
        }
        // A yanked version may be pinned, so that its file is chosen, too.
        if (old != NONE) {
            chosen.choose(number, best == NONE ? old : best);
        }
    }

    /** Whether all files of a version that fit refuse this Python as too new. */
    private boolean isCapped(int number) {
        for (int file = releases.begin(number); file < releases.end(number); file++) {
            if (rank(file) != NEVER
                    && (releases.python(file) == ReleaseTable.ANY
                            || !Candidates.caps(releases.pythons().get(releases.python(file)), python))) {
                return false;
            }
        }
        return true;
    }

    /** Why the wheel set does not want a version, whatever files it has. */
    private Optional<Exclusion.Kind> ruledOut(int number, Version version, Incompleteness incomplete) {
        for (Requirement constraint : constraints) {
            if (!constraint.specifiers().contains(version)) {
                return Optional.of(Exclusion.Kind.CONSTRAINED);
            }
        }
        if (rules.prereleases() == PrereleasePolicy.REFUSE && version.isPrerelease()) {
            return Optional.of(Exclusion.Kind.PRERELEASE);
        }
        return accepts != AcceptedFile.SDIST && incomplete.of(number).isPresent()
                ? Optional.of(Exclusion.Kind.INCOMPLETE)
                : Optional.empty();
    }

    private List<IndexFile> offered(Version version) {
        return releases.files(version).stream()
                .filter(file -> file instanceof SdistFile == (accepts == AcceptedFile.SDIST))
                .toList();
    }

    private Exclusion.Kind none() {
        return switch (accepts) {
            case WHEEL -> Exclusion.Kind.NO_WHEEL;
            case PURE_WHEEL -> Exclusion.Kind.NOT_PURE;
            case SDIST -> Exclusion.Kind.NO_SDIST;
        };
    }

    private void exclude(Exclusion.Kind kind, int number) {
        excluded.computeIfAbsent(kind, k -> new ArrayList<>()).add(number);
    }

    /** The place of a file's tags; {@link #NEVER} for a file that is not accepted. */
    private int rank(int file) {
        int tags = releases.tagSet(file);
        return tags == ReleaseTable.SDIST ? accepts == AcceptedFile.SDIST ? 0 : NEVER : ranks[tags];
    }

    private boolean wantsThisPython(int file) {
        int wants = releases.python(file);
        return wants == ReleaseTable.ANY || admitted[wants];
    }

    /**
     * Whether a file was uploaded before the cutoff; a file without a time was not. What lies in a folder was put there
     * on purpose, and what is locked stays.
     */
    private boolean isOldEnough(int file) {
        return uploadedBefore.isEmpty() || isOldEnough(releases.file(file), uploadedBefore.get());
    }

    private boolean isOldEnough(IndexFile file, Instant cutoff) {
        return file.uploadTime().filter(time -> time.isBefore(cutoff)).isPresent()
                || "file".equals(file.url().getScheme())
                || kept.contains(file.name());
    }

    private int better(int first, int second) {
        return first == NONE || order(second, first) < 0 ? second : first;
    }

    /**
     * What is locked and stays, then the best tags, then the highest build number; of source distributions the
     * standard's {@code .tar.gz}.
     */
    private int order(int a, int b) {
        int order = kept.isEmpty() ? 0 : Boolean.compare(isKept(b), isKept(a));
        if (order == 0) {
            order = Integer.compare(rank(a), rank(b));
        }
        return order == 0 ? order(releases.file(a), releases.file(b)) : order;
    }

    private boolean isKept(int file) {
        return kept.contains(releases.file(file).name());
    }

    private static int order(IndexFile a, IndexFile b) {
        int order = higherBuildFirst(build(a), build(b));
        if (order == 0) {
            order = Boolean.compare(a.name().endsWith(".zip"), b.name().endsWith(".zip"));
        }
        return order == 0 ? a.name().compareTo(b.name()) : order;
    }

    private static Optional<BuildTag> build(IndexFile file) {
        return file instanceof WheelFile wheel ? wheel.filename().build() : Optional.empty();
    }

    private static int higherBuildFirst(Optional<BuildTag> a, Optional<BuildTag> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        return b.get().compareTo(a.get());
    }

    /** The reason for some versions that are excluded for one kind of reason. */
    private List<Exclusion.Reason> reasons(
            Exclusion.Kind kind, List<Version> all, VersionSet some, Incompleteness incomplete) {
        Map<String, List<Integer>> told = new LinkedHashMap<>();
        some.versions()
                .forEach(number -> told.computeIfAbsent(own(kind, all.get(number)), each -> new ArrayList<>())
                        .add(number));
        return told.values().stream()
                .map(numbers -> reason(
                        kind,
                        VersionSet.of(all.size(), numbers.stream().mapToInt(n -> n)),
                        numbers.stream().map(all::get).toList(),
                        incomplete))
                .toList();
    }

    /** What tells a version apart from others that are excluded for the same kind of reason. */
    private String own(Exclusion.Kind kind, Version version) {
        return switch (kind) {
            case YANKED -> ExclusionDetail.of(kind, target, offered(version));
            case BROKEN -> Optional.ofNullable(page.leftOut().get(version)).orElse("");
            default -> "";
        };
    }

    private Exclusion.Reason reason(
            Exclusion.Kind kind, VersionSet set, List<Version> versions, Incompleteness incomplete) {
        boolean hasSdist = versions.stream()
                .flatMap(version -> releases.files(version).stream())
                .anyMatch(SdistFile.class::isInstance);
        return new Exclusion.Reason(
                set,
                detail(kind, versions, incomplete),
                switch (kind) {
                    case NO_WHEEL -> WayOut.of(page.name(), target, wheels(versions), hasSdist);
                    case NO_SDIST -> List.of("take its wheel: declare \"" + page.name() + "\" without provider");
                    case TOO_NEW -> List.of(untimed(versions));
                    case BROKEN -> Exclusion.waysOfBroken(page.name());
                    default -> List.of();
                });
    }

    /** What to do about a cutoff, which needs files whose age is known. */
    private String untimed(List<Version> versions) {
        boolean timed = versions.stream()
                .flatMap(version -> offered(version).stream())
                .anyMatch(file -> file.uploadTime().isPresent());
        return timed
                ? "move excludeNewer"
                : "leave out excludeNewer, which needs upload times, or take \"" + page.name()
                        + "\" from an index that gives them";
    }

    private String detail(Exclusion.Kind kind, List<Version> versions, Incompleteness incomplete) {
        return switch (kind) {
            case CONSTRAINED -> ExclusionDetail.of(constraints);
            case BROKEN -> own(kind, versions.get(0));
            case INCOMPLETE ->
                incomplete
                        .of(releases.number(versions.get(versions.size() - 1)))
                        .orElse("");
            default ->
                ExclusionDetail.of(
                        kind,
                        target,
                        versions.stream()
                                .flatMap(version -> offered(version).stream())
                                .toList());
        };
    }

    private List<WheelFile> wheels(List<Version> versions) {
        return versions.stream()
                .flatMap(version -> releases.wheels(version).stream())
                .toList();
    }
}
