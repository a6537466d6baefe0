package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.MarkerEnvironment;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.VersionSpecifier;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which requirements hold on a target: there, markers are constants. */
final class Demands {
    private final MarkerEnvironment environment;
    private final ResolutionRules rules;

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
        List<Requirement> overrides = rules.overrides().stream()
                .filter(each -> each.name().equals(name))
                .toList();
        if (overrides.isEmpty()) {
            return List.of(requirement);
        }
        return overrides.stream()
                .filter(this::holds)
                .map(override -> withExtras(override, requirement.extras()))
                .toList();
    }

    private static Requirement withExtras(Requirement override, SortedSet<ExtraName> extras) {
        SortedSet<ExtraName> all = new TreeSet<>(override.extras());
        all.addAll(extras);
        return new Requirement(override.name(), all, override.specifiers(), override.url(), override.marker());
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
        return metadata.requiresDist().stream()
                .filter(this::holds)
                .flatMap(requirement -> adjusted(requirement).stream())
                .toList();
    }

    /** What an extra of a package requires besides. */
    List<Requirement> ofExtra(CoreMetadata metadata, ExtraName extra) {
        return metadata.requiresDist().stream()
                .filter(requirement -> !holds(requirement) && holdsWith(requirement, extra))
                .flatMap(requirement -> adjusted(requirement).stream())
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

    private boolean holds(Requirement requirement, Set<ExtraName> extras) {
        return requirement
                .marker()
                .map(marker -> marker.evaluate(environment, extras))
                .orElse(true);
    }
}
