// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.Optional;
import java.util.SortedSet;

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

    /** What a lock has with these extras, for all that need it. */
    static DirectRequirement of(LockedNode node, SortedSet<ExtraName> extras) {
        return new DirectRequirement(
                new Requirement(node.name(), extras, VersionSpecifiers.ANY, Optional.empty(), Optional.empty()),
                Optional.empty(),
                node.place(),
                true);
    }
}
