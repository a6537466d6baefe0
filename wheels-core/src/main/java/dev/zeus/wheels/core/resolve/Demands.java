package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.MarkerEnvironment;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.VersionSpecifier;
import java.util.List;
import java.util.Set;

/** Which requirements hold on a target: there, markers are constants. */
final class Demands {
    private final MarkerEnvironment environment;

    Demands(Target target) {
        this.environment = target.environment();
    }

    /** Whether a declared requirement holds. */
    boolean holds(Requirement requirement) {
        return holds(requirement, Set.of());
    }

    /** What a package requires by itself. */
    List<Requirement> base(CoreMetadata metadata) {
        return metadata.requiresDist().stream().filter(this::holds).toList();
    }

    /** What an extra of a package requires besides. */
    List<Requirement> ofExtra(CoreMetadata metadata, ExtraName extra) {
        return metadata.requiresDist().stream()
                .filter(requirement -> !holds(requirement) && holds(requirement, Set.of(extra)))
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
