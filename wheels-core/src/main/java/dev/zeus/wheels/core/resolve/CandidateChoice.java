// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.core.index.ProjectPage;
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
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses the best accepted file of each version on a page, and says of the others why they have none. */
final class CandidateChoice {
    private static final Tag PURE = new Tag("py3", "none", "any");

    private final ProjectPage page;
    private final Target target;
    private final ResolutionRules rules;
    private final List<Requirement> constraints;
    private final AcceptedFile accepts;
    private final CompatibleTags tags;
    private final Version python;
    private final SortedMap<Version, List<WheelFile>> files;
    private final Map<Version, List<SdistFile>> sdists;
    private final List<Integer> capped = new ArrayList<>();
    private final Map<Integer, IndexFile> chosen = new HashMap<>();
    private final IdentityHashMap<VersionSpecifiers, Boolean> admitted = new IdentityHashMap<>();
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
        this.files = page.releases();
        this.sdists = accepts == AcceptedFile.SDIST
                ? page.sdists().stream().collect(Collectors.groupingBy(SdistFile::version))
                : Map.of();
        this.target = target;
        this.rules = rules;
        this.constraints = constraints;
        this.accepts = accepts;
        this.tags = target.tags();
        this.python = target.firstRelease();
        this.uploadedBefore = rules.cutoffs().of(page.name(), source);
        this.kept = rules.kept().getOrDefault(target.id(), Set.of());
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
        List<Version> versions = List.copyOf(files.keySet());
        Incompleteness incomplete = new Incompleteness(rules, files);
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
                Map.copyOf(chosen),
                List.copyOf(exclusions),
                VersionSet.of(versions.size(), capped.stream().mapToInt(n -> n)),
                page.unmaintained(),
                true);
    }

    private void choose(int number, Version version, Incompleteness incomplete) {
        Optional<Exclusion.Kind> ruledOut = ruledOut(version, incomplete);
        if (ruledOut.isPresent()) {
            exclude(ruledOut.get(), number);
            return;
        }
        // Asked of each version of each page for each target: one pass, without a list or a function for each rule.
        boolean fitting = false;
        boolean wanted = false;
        @Nullable IndexFile old = null;
        @Nullable IndexFile best = null;
        for (IndexFile file : offered(version)) {
            if (fits(file)) {
                fitting = true;
                if (wantsThisPython(file)) {
                    wanted = true;
                    if (isOldEnough(file)) {
                        old = better(old, file);
                        best = file.yanked().isEmpty() ? better(best, file) : best;
                    }
                }
            }
        }
        if (!fitting) {
            exclude(page.leftOut().containsKey(version) ? Exclusion.Kind.BROKEN : none(), number);
        } else if (!wanted) {
            exclude(Exclusion.Kind.PYTHON, number);
            if (offered(version).stream()
                    .filter(this::fits)
                    .allMatch(file -> file.requiresPython()
                            .map(r -> Candidates.caps(r, python))
                            .orElse(false))) {
                capped.add(number);
            }
        } else if (old == null) {
            exclude(Exclusion.Kind.TOO_NEW, number);
        } else if (best == null) {
            exclude(Exclusion.Kind.YANKED, number);
        }
        // A yanked version may be pinned, so that its file is chosen, too.
        if (old != null) {
            chosen.put(number, best == null ? old : best);
        }
    }

    /** Why the wheel set does not want a version, whatever files it has. */
    private Optional<Exclusion.Kind> ruledOut(Version version, Incompleteness incomplete) {
        for (Requirement constraint : constraints) {
            if (!constraint.specifiers().contains(version)) {
                return Optional.of(Exclusion.Kind.CONSTRAINED);
            }
        }
        if (rules.prereleases() == PrereleasePolicy.REFUSE && version.isPrerelease()) {
            return Optional.of(Exclusion.Kind.PRERELEASE);
        }
        return accepts != AcceptedFile.SDIST && incomplete.of(version).isPresent()
                ? Optional.of(Exclusion.Kind.INCOMPLETE)
                : Optional.empty();
    }

    private List<? extends IndexFile> offered(Version version) {
        return accepts == AcceptedFile.SDIST
                ? sdists.getOrDefault(version, List.of())
                : files.getOrDefault(version, List.of());
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

    private boolean fits(IndexFile file) {
        return switch (accepts) {
            case WHEEL -> rank(file) < Integer.MAX_VALUE;
            case PURE_WHEEL ->
                file instanceof WheelFile wheel && wheel.filename().tags().contains(PURE);
            case SDIST -> file instanceof SdistFile;
        };
    }

    private int rank(IndexFile file) {
        return file instanceof WheelFile wheel ? tags.rank(wheel.filename()).orElse(Integer.MAX_VALUE) : 0;
    }

    private boolean wantsThisPython(IndexFile file) {
        // The files of a page share few specifiers.
        if (file.requiresPython().isEmpty()) {
            return true;
        }
        VersionSpecifiers wants = file.requiresPython().get();
        @Nullable Boolean known = admitted.get(wants);
        if (known == null) {
            known = Candidates.admits(wants, python);
            admitted.put(wants, known);
        }
        return known;
    }

    /**
     * Whether a file was uploaded before the cutoff; a file without a time was not. What lies in a folder was put there
     * on purpose, and what is locked stays.
     */
    private boolean isOldEnough(IndexFile file) {
        return uploadedBefore.isEmpty()
                || file.uploadTime()
                        .filter(time -> time.isBefore(uploadedBefore.get()))
                        .isPresent()
                || "file".equals(file.url().getScheme())
                || kept.contains(file.name());
    }

    private IndexFile better(@Nullable IndexFile first, IndexFile second) {
        return first == null || order(second, first) < 0 ? second : first;
    }

    /**
     * What is locked and stays, then the best tags, then the highest build number; of source distributions the
     * standard's {@code .tar.gz}.
     */
    private int order(IndexFile a, IndexFile b) {
        int order = Boolean.compare(kept.contains(b.name()), kept.contains(a.name()));
        if (order == 0) {
            order = Integer.compare(rank(a), rank(b));
        }
        if (order == 0) {
            order = higherBuildFirst(build(a), build(b));
        }
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
        boolean hasSdist = page.sdists().stream().anyMatch(sdist -> versions.contains(sdist.version()));
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
            case INCOMPLETE -> incomplete.of(versions.get(versions.size() - 1)).orElse("");
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
                .flatMap(version -> files.getOrDefault(version, List.of()).stream())
                .toList();
    }
}
