package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Why nothing satisfies the declarations: the facts that the proof rests on, in plain sentences.
 *
 * <p>They begin at the declarations and go on from package to package; the same fact of several versions is one
 * sentence.
 */
final class Explanation {
    private static final int LINES = 40;
    private static final int REQUIREMENTS_SHOWN = 3;

    /** What versions of one package need of another one. */
    private record Need(PackageKey owner, PackageName other) {}

    private final String target;
    private final Catalogue catalogue;
    private final List<RootRequirement> roots = new ArrayList<>();
    private final Map<Need, Map<Requirement, VersionSet>> needs = new LinkedHashMap<>();
    private final Map<PackageName, List<Exclusion>> exclusions = new LinkedHashMap<>();

    Explanation(String target, Catalogue catalogue, Incompatibility proof) {
        this.target = target;
        this.catalogue = catalogue;
        gather(proof);
    }

    /** The exception that says it. */
    WheelsException exception() {
        List<String> lines = lines();
        String shown = lines.stream().limit(LINES).collect(Collectors.joining("\n  "));
        String more = lines.size() <= LINES ? "" : "\n  and " + (lines.size() - LINES) + " more facts like these";
        return new WheelsException(
                code(), "no set of versions satisfies the declarations for " + target + ":\n  " + shown + more, hint());
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
        Set<PackageName> told = new LinkedHashSet<>();
        for (RootRequirement root : roots) {
            Requirement requirement = root.requirement();
            lines.add(root.origin() + " requires " + requirement + unmet(requirement));
            tell(requirement.name(), told, lines);
        }
        return lines;
    }

    private void tell(PackageName first, Set<PackageName> told, List<String> lines) {
        Deque<PackageName> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            PackageName name = open.removeFirst();
            if (!told.add(name)) {
                continue;
            }
            for (Exclusion exclusion : exclusions.getOrDefault(name, List.of())) {
                lines.add(Ranges.of(catalogue.candidates(name), exclusion.versions()) + " "
                        + exclusion.kind().text()
                        + (exclusion.reason().get().detail().isEmpty()
                                ? ""
                                : ": " + exclusion.reason().get().detail()));
            }
            needs.forEach((need, requirements) -> {
                if (owner(need).equals(name)) {
                    lines.add(sentence(need, requirements));
                    open.addLast(need.other());
                }
            });
        }
    }

    private String sentence(Need need, Map<Requirement, VersionSet> requirements) {
        Candidates candidates = catalogue.candidates(owner(need));
        VersionSet versions =
                requirements.values().stream().reduce(VersionSet::or).orElseThrow();
        String extra = need.owner() instanceof PackageKey.Extra e ? " with the extra \"" + e.extra() + '"' : "";
        String shown = requirements.keySet().stream()
                .limit(REQUIREMENTS_SHOWN)
                .map(requirement -> withoutMarker(requirement) + unmet(requirement))
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
        return exclusions.values().stream().flatMap(List::stream).anyMatch(e -> e.kind() == kind);
    }

    private boolean namesMissingProject() {
        return roots.stream()
                        .anyMatch(root ->
                                !catalogue.candidates(root.requirement().name()).exists())
                || needs.keySet().stream()
                        .anyMatch(need -> !catalogue.candidates(need.other()).exists());
    }

    private String code() {
        if (namesMissingProject()) {
            return "R203";
        }
        return has(Exclusion.Kind.NO_WHEEL) || has(Exclusion.Kind.NOT_PURE) ? "R202" : "R201";
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
        return IntStream.concat(after, before)
                .filter(candidates::isUsable)
                .mapToObj(i -> " to \"" + requirement.name() + "=="
                        + candidates.versions().get(i) + "\", the nearest version that can be used there")
                .findFirst()
                .orElse("");
    }

    private String hint() {
        List<String> ways = new ArrayList<>();
        if (namesMissingProject()) {
            ways.add("correct the name, or declare the package with the source that has it");
        }
        exclusions.values().stream()
                .flatMap(List::stream)
                .flatMap(exclusion -> exclusion.reason().get().ways().stream())
                .distinct()
                .forEach(ways::add);
        if (has(Exclusion.Kind.NOT_PURE)) {
            ways.add("declare the platforms of the package instead of UNIVERSAL");
        }
        if (has(Exclusion.Kind.PYTHON)) {
            ways.add("target a Python that the package supports");
        }
        if (has(Exclusion.Kind.YANKED)) {
            ways.add("pin a yanked version with == if it is really wanted");
        }
        if (has(Exclusion.Kind.CONSTRAINED)) {
            ways.add("loosen the constraint in @WheelSet");
        }
        if (has(Exclusion.Kind.PRERELEASE)) {
            ways.add("allow pre-releases: prereleases = PrereleasePolicy.IF_NECESSARY");
        }
        if (has(Exclusion.Kind.INCOMPLETE)) {
            ways.add("run it again when all files of the release are there");
        }
        if (has(Exclusion.Kind.TOO_NEW)) {
            ways.add("move excludeNewer");
        }
        for (RootRequirement root : roots) {
            if (!root.requirement().specifiers().specifiers().isEmpty()) {
                ways.add("loosen \"" + root.requirement() + "\" in " + root.origin() + nearest(root.requirement()));
            }
        }
        return ways.isEmpty()
                ? "leave out one of the declarations named first in these lines"
                : String.join("; or ", ways);
    }
}
