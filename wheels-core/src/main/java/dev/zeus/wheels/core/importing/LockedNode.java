// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.MarkerEnvironment;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.List;
import java.util.Optional;

/**
 * An entry of a lock of another tool.
 *
 * @param marker where it is installed, everywhere if empty
 * @param python the Pythons it is for, any if empty
 * @param source the name of the source it comes from, where the lock says that
 * @param files the files that the lock names of it
 * @param needs what it needs
 * @param place where the lock says so
 */
record LockedNode(
        PackageName name,
        Version version,
        Optional<EnvironmentMarker> marker,
        Optional<VersionSpecifiers> python,
        Optional<String> source,
        LockedFiles files,
        List<Need> needs,
        Place place) {

    /**
     * What an entry needs.
     *
     * @param extra the extra that needs it, if one
     */
    record Need(Requirement requirement, Optional<ExtraName> extra) {}

    LockedNode {
        needs = List.copyOf(needs);
    }

    /** One that says nothing but its version. */
    static LockedNode pinned(PackageName name, Version version, Optional<EnvironmentMarker> marker, Place place) {
        return new LockedNode(
                name, version, marker, Optional.empty(), Optional.empty(), LockedFiles.UNKNOWN, List.of(), place);
    }

    boolean isFor(MarkerEnvironment environment) {
        return python.map(specifiers -> specifiers.contains(Version.parse(environment.get("python_full_version"))))
                .orElse(true);
    }

    /** By its place: two entries may say the same. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
