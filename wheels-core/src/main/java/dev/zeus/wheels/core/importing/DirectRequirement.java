package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.python.Requirement;
import java.util.Optional;

/**
 * A package that a project asks for itself.
 *
 * @param requirement what it asks for
 * @param source the name of the source it is to come from, where that is not the usual one
 * @param place where it says so
 * @param asLocked whether it is asked for exactly where the lock installs it
 */
record DirectRequirement(Requirement requirement, Optional<String> source, Place place, boolean asLocked) {
    DirectRequirement(Requirement requirement, Optional<String> source, Place place) {
        this(requirement, source, place, false);
    }

    /** What a lock has, whoever needs it. */
    static DirectRequirement of(LockedNode node) {
        return new DirectRequirement(Requirement.parse(node.name().value()), Optional.empty(), node.place(), true);
    }
}
