// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Why nothing satisfies the declarations: the facts that the proof rests on, in plain sentences.
 *
 * <p>They begin at the declarations and go on from package to package; the same fact of several versions is one
 * sentence.
 */
final class Explanation {
    private static final int LINES = 40;
    private static final int REQUIREMENTS_SHOWN = 3;

    /** What speaks against versions of a package. */
    private record Said(Exclusion.Kind kind, String detail) {}

    /** What versions of one package need of another one. */
    private record Need(PackageKey owner, PackageName other) {}

    private final String target;
    private final Catalogue catalogue;
    private final List<RootRequirement> roots = new ArrayList<>();
    private final Map<Need, Map<Requirement, VersionSet>> needs = new LinkedHashMap<>();
    private final Map<PackageName, List<Exclusion>> exclusions = new LinkedHashMap<>();
    private final Map<Exclusion.Kind, Set<String>> ways = new EnumMap<>(Exclusion.Kind.class);
    private final Demands demands;

    Explanation(String target, Catalogue catalogue, Demands demands, Incompatibility proof) {
        this.target = target;
        this.catalogue = catalogue;
        this.demands = demands;
        gather(proof);
    }

    /** The exception that says it. */
    WheelsException exception() {
        // What can be done follows from what is said, so that is said first.
        List<String> lines = lines();
        String shown = lines.stream().limit(LINES).collect(Collectors.joining("\n  "));
        String more = lines.size() <= LINES ? "" : "\n  and " + (lines.size() - LINES) + " more facts like these";
        return new WheelsException(
                problem(),
                "no set of versions satisfies the declarations for " + target + ":\n  " + shown + more,
                hint());
    }

    private void gather(Incompatibility proof) {
        Set<Incompatibility> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Incompatibility> open = new ArrayDeque<>(List.of(proof));
        while (!open.isEmpty()) {
            Incompatibility next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            Cause cause = next.cause();
            if (cause instanceof Cause.Derived derived) {
                open.push(derived.second());
                open.push(derived.first());
            } else if (cause instanceof Cause.Declared declared && !roots.contains(declared.root())) {
                roots.add(declared.root());
            } else if (cause instanceof Cause.Depends depends) {
                needs.computeIfAbsent(
                                new Need(depends.owner(), depends.requirement().name()), n -> new LinkedHashMap<>())
                        .merge(depends.requirement(), depends.versions(), VersionSet::or);
            } else if (cause instanceof Cause.Unusable unusable) {
                Exclusion exclusion = unusable.exclusion();
                List<Exclusion> known = exclusions.computeIfAbsent(exclusion.name(), n -> new ArrayList<>());
                if (!known.contains(exclusion)) {
                    known.add(exclusion);
                }
            }
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> last = new ArrayList<>();
        Set<PackageName> told = new LinkedHashSet<>();
        for (RootRequirement root : roots) {
            Requirement requirement = root.requirement();
            lines.add(root.origin() + " requires "
                    + (demands.isOverridden(requirement.name())
                            ? "\"" + requirement.name() + "\", which overrides in @WheelSet makes "
                            : "")
                    + requirement + unmet(requirement));
            tell(requirement.name(), told, lines, last);
        }
        lines.addAll(last);
        return lines;
    }

    /** Says what is known of a package and of what it needs; of broken versions last, since others are the cause. */
    private void tell(PackageName first, Set<PackageName> told, List<String> lines, List<String> last) {
        Deque<PackageName> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            PackageName name = open.removeFirst();
            if (!told.add(name)) {
                continue;
            }
            said(name)
                    .forEach((reason, versions) -> (reason.kind() == Exclusion.Kind.BROKEN ? last : lines)
                            .add(Ranges.of(catalogue.candidates(name), versions) + " "
                                    + reason.kind().text()
                                    + (reason.detail().isEmpty() ? "" : ": " + reason.detail())));
            needs.forEach((need, requirements) -> {
                if (owner(need).equals(name)) {
                    lines.add(sentence(need, requirements));
                    open.addLast(need.other());
                }
            });
        }
    }

    /** The reasons that speak against the versions that are asked for, each with its versions. */
    private Map<Said, VersionSet> said(PackageName name) {
        VersionSet asked = asked(name);
        Map<Said, VersionSet> said = new LinkedHashMap<>();
        for (Exclusion exclusion : exclusions.getOrDefault(name, List.of())) {
            for (Exclusion.Reason reason : exclusion.reasons(asked)) {
                said.merge(new Said(exclusion.kind(), reason.detail()), reason.versions(), VersionSet::or);
                // That old versions are broken, too, is no cause where the newest is not.
                boolean isCause = exclusion.kind() != Exclusion.Kind.BROKEN
                        || reason.versions().contains(asked.versions().max().orElse(0));
                ways.computeIfAbsent(exclusion.kind(), kind -> new LinkedHashSet<>())
                        .addAll(isCause ? reason.ways() : List.of());
            }
        }
        return said;
    }

    /** The versions of a package that anything here asks for. */
    private VersionSet asked(PackageName name) {
        Candidates candidates = catalogue.candidates(name);
        return Stream.concat(
                        roots.stream().map(RootRequirement::requirement),
                        needs.values().stream().flatMap(requirements -> requirements.keySet().stream()))
                .filter(requirement -> requirement.name().equals(name))
                .map(requirement -> candidates.matching(requirement.specifiers()))
                .reduce(VersionSet.none(candidates.versions().size()), VersionSet::or);
    }

    private String sentence(Need need, Map<Requirement, VersionSet> requirements) {
        Candidates candidates = catalogue.candidates(owner(need));
        VersionSet versions =
                requirements.values().stream().reduce(VersionSet::or).orElseThrow();
        String extra = need.owner() instanceof PackageKey.Extra e ? " with the extra \"" + e.extra() + '"' : "";
        String shown = requirements.keySet().stream()
                .limit(REQUIREMENTS_SHOWN)
                .map(requirement -> withoutMarker(requirement)
                        + (demands.isOverridden(requirement.name()) ? " (by overrides in @WheelSet)" : "")
                        + unmet(requirement))
                .distinct()
                .collect(Collectors.joining(" or "));
        String more = requirements.size() <= REQUIREMENTS_SHOWN ? "" : " or the like";
        return Ranges.of(candidates, versions) + extra + " requires " + shown + more;
    }

    private String unmet(Requirement requirement) {
        Candidates candidates = catalogue.candidates(requirement.name());
        if (!candidates.exists()) {
            return ", but there is no project \"" + requirement.name() + "\" on the index \"" + candidates.source()
                    + '"';
        }
        if (!candidates.matching(requirement.specifiers()).isEmpty()) {
            return "";
        }
        int count = candidates.versions().size();
        return count == 0
                ? ", but the index \"" + candidates.source() + "\" has no files of it"
                : ", but the index \"" + candidates.source() + "\" has only " + Ranges.all(candidates);
    }

    private static String withoutMarker(Requirement requirement) {
        String text = requirement.toString();
        int marker = text.indexOf(';');
        return marker < 0 ? text : text.substring(0, marker).strip();
    }

    private static PackageName owner(Need need) {
        if (need.owner() instanceof PackageKey.Project project) {
            return project.name();
        }
        if (need.owner() instanceof PackageKey.Extra extra) {
            return extra.name();
        }
        throw new IllegalStateException("declarations are no dependencies");
    }

    private boolean has(Exclusion.Kind kind) {
        return ways.containsKey(kind);
    }

    /**
     * The projects that do not exist and whose absence is the cause: those of declarations, and those that the newest
     * version that is asked for needs. An old version that needs a deleted project is no obstacle.
     */
    private Set<PackageName> missing() {
        Set<PackageName> missing = new LinkedHashSet<>();
        for (RootRequirement root : roots) {
            if (!catalogue.candidates(root.requirement().name()).exists()) {
                missing.add(root.requirement().name());
            }
        }
        needs.forEach((need, requirements) -> {
            VersionSet newest = asked(owner(need));
            int last = newest.versions().max().orElse(-1);
            if (!catalogue.candidates(need.other()).exists()
                    && requirements.values().stream().anyMatch(versions -> last >= 0 && versions.contains(last))) {
                missing.add(need.other());
            }
        });
        return missing;
    }

    private ResolveProblem problem() {
        if (!missing().isEmpty()) {
            return ResolveProblem.NO_PROJECT;
        }
        return has(Exclusion.Kind.NO_WHEEL) || has(Exclusion.Kind.NOT_PURE)
                ? ResolveProblem.NO_FITTING_FILE
                : ResolveProblem.CONFLICT;
    }

    /** The version to relax a requirement to, where none that it admits can be used on the target. */
    private String nearest(Requirement requirement) {
        Candidates candidates = catalogue.candidates(requirement.name());
        VersionSet admitted = candidates.matching(requirement.specifiers());
        if (admitted.versions().anyMatch(candidates::isUsable)) {
            return "";
        }
        int count = candidates.versions().size();
        int last = admitted.versions().max().orElse(count);
        IntStream after = IntStream.range(Math.min(last + 1, count), count);
        IntStream before = IntStream.iterate(Math.min(last, count) - 1, i -> i >= 0, i -> i - 1);
        List<Integer> usable = IntStream.concat(after, before)
                .filter(candidates::isUsable)
                .boxed()
                .toList();
        return usable.stream()
                .filter(i -> !candidates.versions().get(i).isPrerelease())
                .findFirst()
                .or(() -> usable.stream().findFirst())
                .map(i -> " to \"" + requirement.name() + "=="
                        + candidates.versions().get(i) + "\", the nearest version that can be used there"
                        + (candidates.versions().get(i).isPrerelease() ? ", a pre-release" : ""))
                .orElse("");
    }

    /** What is to be done about an override that no version meets, or that two requirements are by now. */
    private Optional<String> override(Requirement requirement) {
        return demands.isOverridden(requirement.name())
                ? Optional.of("correct \"" + withoutMarker(requirement) + "\" in overrides of @WheelSet"
                        + nearest(requirement))
                : Optional.empty();
    }

    private String hint() {
        Set<String> hints = new LinkedHashSet<>();
        if (!missing().isEmpty()) {
            hints.add("correct the name, or declare the package with the source that has it");
        }
        ways.forEach((kind, each) -> {
            if (kind != Exclusion.Kind.BROKEN) {
                hints.addAll(each);
            }
        });
        if (has(Exclusion.Kind.NOT_PURE)) {
            hints.add("declare the platforms of the package instead of UNIVERSAL");
        }
        if (has(Exclusion.Kind.PYTHON)) {
            hints.add("target a Python that the package supports");
        }
        if (has(Exclusion.Kind.YANKED)) {
            hints.add("pin a yanked version with == if it is really wanted");
        }
        if (has(Exclusion.Kind.CONSTRAINED)) {
            hints.add("loosen the constraint in @WheelSet");
        }
        if (has(Exclusion.Kind.PRERELEASE)) {
            hints.add("allow pre-releases: prereleases = PrereleasePolicy.IF_NECESSARY");
        }
        if (has(Exclusion.Kind.INCOMPLETE)) {
            hints.add("run it again when all files of the release are there");
        }
        needs.values().stream()
                .flatMap(requirements -> requirements.keySet().stream())
                .flatMap(requirement -> override(requirement).stream())
                .forEach(hints::add);
        for (RootRequirement root : roots) {
            Requirement requirement = root.requirement();
            Optional<String> override = override(requirement);
            if (override.isPresent()) {
                hints.add(override.get());
            } else if (!requirement.specifiers().specifiers().isEmpty()) {
                hints.add("loosen \"" + requirement + "\" in " + root.origin() + nearest(requirement));
            }
        }
        hints.addAll(ways.getOrDefault(Exclusion.Kind.BROKEN, Set.of()));
        return hints.isEmpty()
                ? "leave out one of the declarations named first in these lines"
                : String.join("; or ", hints);
    }
}
