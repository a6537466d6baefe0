// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.MarkerEnvironment;
import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.VersionSpecifier;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which requirements hold on a target: there, markers are constants. */
final class Demands {
    /** Twenty times what the largest real packages have; a wheel of its maker's malice has as many as bytes allow. */
    private static final int MOST_REQUIREMENTS = 100_000;

    /** Markers to evaluate for the extras of a package: a second of work, for a target. */
    private static final long MOST_EVALUATIONS = 5_000_000;

    private final MarkerEnvironment environment;
    private final ResolutionRules rules;

    /** By identity, since metadata is large: each is read once in a run. */
    private final IdentityHashMap<CoreMetadata, Map<ExtraName, List<Requirement>>> extras = new IdentityHashMap<>();

    Demands(Target target, ResolutionRules rules) {
        this.environment = target.environment();
        this.rules = rules;
    }

    /** The constraints on a package that hold here. */
    List<Requirement> constraints(PackageName name) {
        return rules.constraints().stream()
                .filter(constraint -> constraint.name().equals(name) && holds(constraint))
                .toList();
    }

    /** A requirement that holds, as the rules leave it: none if it is excluded, others if it is overridden. */
    List<Requirement> adjusted(Requirement requirement) {
        PackageName name = requirement.name();
        if (rules.excludes().contains(name)) {
            return List.of();
        }
        return isOverridden(name)
                ? rules.overrides().stream()
                        .filter(each -> each.name().equals(name) && holds(each))
                        .toList()
                : List.of(requirement);
    }

    /** Whether what others ask of a project is replaced, its extras with it. */
    boolean isOverridden(PackageName name) {
        return !rules.excludes().contains(name)
                && rules.overrides().stream().anyMatch(each -> each.name().equals(name));
    }

    /** The extras that a requirement asks for and that what overrides it leaves out. */
    SortedSet<ExtraName> lostExtras(Requirement requirement) {
        SortedSet<ExtraName> lost = new TreeSet<>();
        if (isOverridden(requirement.name())) {
            lost.addAll(requirement.extras());
            adjusted(requirement).forEach(override -> lost.removeAll(override.extras()));
        }
        return lost;
    }

    /** The declarations that hold here, as the rules leave them. */
    List<RootRequirement> active(List<RootRequirement> roots) {
        return roots.stream()
                .filter(root -> holds(root.requirement()))
                .flatMap(root -> adjusted(root.requirement()).stream().map(root::with))
                .toList();
    }

    /** Whether a declared requirement holds. */
    boolean holds(Requirement requirement) {
        return holds(requirement, Set.of());
    }

    /** Whether a requirement of a package holds where an extra of it is asked for. */
    boolean holdsWith(Requirement requirement, ExtraName extra) {
        return holds(requirement, Set.of(extra));
    }

    /** What a package requires by itself. */
    List<Requirement> base(CoreMetadata metadata) {
        return written(metadata).stream()
                .flatMap(requirement -> adjusted(requirement).stream())
                .toList();
    }

    /** What an extra of a package requires besides. */
    List<Requirement> ofExtra(CoreMetadata metadata, ExtraName extra) {
        return extras.computeIfAbsent(metadata, each -> new HashMap<>())
                .computeIfAbsent(
                        extra,
                        each -> writtenOfExtra(metadata, each).stream()
                                .flatMap(requirement -> adjusted(requirement).stream())
                                .toList());
    }

    /** Whether it would take too long to say what so many extras of a package require. */
    static boolean isTooMuch(CoreMetadata metadata, long extras) {
        return metadata.requiresDist().size() * extras > MOST_EVALUATIONS;
    }

    /** What a package says that it requires by itself. */
    List<Requirement> written(CoreMetadata metadata) {
        return metadata.requiresDist().stream().filter(this::holds).toList();
    }

    /** What a package says that an extra of it requires besides. */
    List<Requirement> writtenOfExtra(CoreMetadata metadata, ExtraName extra) {
        return metadata.requiresDist().stream()
                .filter(requirement -> !holds(requirement) && holdsWith(requirement, extra))
                .toList();
    }

    /** Whether a requirement names one exact version, and so may have a yanked one (PEP 592). */
    static boolean pins(Requirement requirement) {
        return requirement.specifiers().specifiers().stream().anyMatch(Demands::pins);
    }

    private static boolean pins(VersionSpecifier specifier) {
        return switch (specifier.operator()) {
            case EQUAL, ARBITRARY -> !specifier.version().endsWith(".*");
            default -> false;
        };
    }

    /**
     * Why the metadata of a package says nothing here: it has a marker without an answer, so that its meaning is
     * unknown; or it has more than can be processed.
     */
    Optional<String> unanswered(CoreMetadata metadata) {
        int size = metadata.requiresDist().size();
        long own = metadata.requiresDist().stream()
                .filter(requirement -> requirement.name().equals(metadata.name()))
                .flatMap(requirement -> requirement.extras().stream())
                .distinct()
                .count();
        if (size > MOST_REQUIREMENTS || isTooMuch(metadata, own)) {
            return Optional.of("it has " + size + " requirements and asks itself for " + own
                    + " extras, more than are read (" + MOST_REQUIREMENTS + " requirements, and " + MOST_EVALUATIONS
                    + " by both numbers multiplied)");
        }
        for (Requirement requirement : metadata.requiresDist()) {
            try {
                var unused = holds(requirement);
            } catch (MarkerEvaluationException e) {
                return Optional.of("the marker of \"" + requirement + "\" has no answer: " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private boolean holds(Requirement requirement, Set<ExtraName> extras) {
        return requirement
                .marker()
                .map(marker -> marker.evaluate(environment, extras))
                .orElse(true);
    }
}
