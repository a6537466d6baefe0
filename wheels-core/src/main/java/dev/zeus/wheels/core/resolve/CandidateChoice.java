package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.core.index.ProjectPage;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.BuildTag;
import dev.zeus.wheels.python.CompatibleTags;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Tag;
import dev.zeus.wheels.python.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/** Chooses the best wheel of each version on a page, and says of the others why they have none. */
final class CandidateChoice {
    private static final Tag PURE = new Tag("py3", "none", "any");

    private final ProjectPage page;
    private final Target target;
    private final ResolutionRules rules;
    private final List<Requirement> constraints;
    private final boolean pureOnly;
    private final CompatibleTags tags;
    private final Version python;
    private final SortedMap<Version, List<WheelFile>> files;
    private final Map<Integer, WheelFile> wheels = new HashMap<>();
    private final Map<Exclusion.Kind, List<Integer>> excluded = new EnumMap<>(Exclusion.Kind.class);

    private CandidateChoice(
            ProjectPage page, Target target, boolean pureOnly, ResolutionRules rules, List<Requirement> constraints) {
        this.page = page;
        this.files = page.releases();
        this.target = target;
        this.rules = rules;
        this.constraints = constraints;
        this.pureOnly = pureOnly;
        this.tags = target.tags();
        this.python = Version.parse(target.environment().get("python_full_version"));
    }

    static Candidates of(
            ProjectPage page,
            String source,
            Target target,
            boolean pureOnly,
            ResolutionRules rules,
            List<Requirement> constraints) {
        return new CandidateChoice(page, target, pureOnly, rules, constraints).candidates(source);
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
                () -> reason(kind, numbers.stream().map(versions::get).toList(), incomplete))));
        return new Candidates(page.name(), source, versions, Map.copyOf(wheels), List.copyOf(exclusions), true);
    }

    private void choose(int number, Version version, Incompleteness incomplete) {
        Optional<Exclusion.Kind> ruledOut = ruledOut(version, incomplete);
        if (ruledOut.isPresent()) {
            exclude(ruledOut.get(), number);
            return;
        }
        List<WheelFile> fitting = keep(files.getOrDefault(version, List.of()), this::fits);
        List<WheelFile> wanted = keep(fitting, this::wantsThisPython);
        List<WheelFile> old = keep(wanted, this::isOldEnough);
        List<WheelFile> kept = keep(old, wheel -> wheel.yanked().isEmpty());
        if (fitting.isEmpty()) {
            exclude(pureOnly ? Exclusion.Kind.NOT_PURE : Exclusion.Kind.NO_WHEEL, number);
        } else if (wanted.isEmpty()) {
            exclude(Exclusion.Kind.PYTHON, number);
        } else if (old.isEmpty()) {
            exclude(Exclusion.Kind.TOO_NEW, number);
        } else if (kept.isEmpty()) {
            exclude(Exclusion.Kind.YANKED, number);
        }
        // A yanked version may be pinned, so that its wheel is chosen, too.
        Optional<WheelFile> chosen = (kept.isEmpty() ? old : kept).stream().min(best());
        if (chosen.isPresent()) {
            wheels.put(number, chosen.get());
        }
    }

    /** Why the wheel set does not want a version, whatever files it has. */
    private Optional<Exclusion.Kind> ruledOut(Version version, Incompleteness incomplete) {
        if (!constraints.stream().allMatch(constraint -> constraint.specifiers().contains(version))) {
            return Optional.of(Exclusion.Kind.CONSTRAINED);
        }
        if (rules.prereleases() == PrereleasePolicy.REFUSE && version.isPrerelease()) {
            return Optional.of(Exclusion.Kind.PRERELEASE);
        }
        return incomplete.of(version).isPresent() ? Optional.of(Exclusion.Kind.INCOMPLETE) : Optional.empty();
    }

    private void exclude(Exclusion.Kind kind, int number) {
        excluded.computeIfAbsent(kind, k -> new ArrayList<>()).add(number);
    }

    private static List<WheelFile> keep(List<WheelFile> wheels, Predicate<WheelFile> rule) {
        List<WheelFile> kept = new ArrayList<>(wheels.size());
        for (WheelFile wheel : wheels) {
            if (rule.test(wheel)) {
                kept.add(wheel);
            }
        }
        return kept;
    }

    private boolean fits(WheelFile wheel) {
        return pureOnly
                ? wheel.filename().tags().contains(PURE)
                : tags.rank(wheel.filename()).isPresent();
    }

    private boolean wantsThisPython(WheelFile wheel) {
        return wheel.requiresPython().map(r -> Candidates.admits(r, python)).orElse(true);
    }

    /**
     * Whether a file was uploaded before the cutoff; one that nobody says the time of was not. What lies in a folder
     * was put there on purpose.
     */
    private boolean isOldEnough(WheelFile wheel) {
        boolean own = "file".equals(wheel.url().getScheme());
        return own
                || rules.uploadedBefore()
                        .map(moment -> wheel.uploadTime()
                                .map(time -> time.isBefore(moment))
                                .orElse(false))
                        .orElse(true);
    }

    private Comparator<WheelFile> best() {
        return Comparator.<WheelFile>comparingInt(
                        wheel -> tags.rank(wheel.filename()).orElse(Integer.MAX_VALUE))
                .thenComparing(wheel -> wheel.filename().build(), CandidateChoice::higherBuildFirst)
                .thenComparing(wheel -> wheel.filename().text());
    }

    private static int higherBuildFirst(Optional<BuildTag> a, Optional<BuildTag> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        return b.get().compareTo(a.get());
    }

    private Exclusion.Reason reason(Exclusion.Kind kind, List<Version> versions, Incompleteness incomplete) {
        return new Exclusion.Reason(
                detail(kind, versions, incomplete),
                kind == Exclusion.Kind.NO_WHEEL ? WayOut.of(page.name(), target, files(versions)) : List.of());
    }

    private String detail(Exclusion.Kind kind, List<Version> versions, Incompleteness incomplete) {
        return switch (kind) {
            case CONSTRAINED -> ExclusionDetail.of(constraints);
            case INCOMPLETE -> incomplete.of(versions.get(versions.size() - 1)).orElse("");
            default -> ExclusionDetail.of(kind, files(versions));
        };
    }

    private List<WheelFile> files(List<Version> versions) {
        return versions.stream()
                .flatMap(version -> files.getOrDefault(version, List.of()).stream())
                .toList();
    }
}
