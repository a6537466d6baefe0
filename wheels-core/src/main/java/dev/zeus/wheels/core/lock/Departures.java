// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.python.PackageName;
import java.util.List;

/**
 * Where the set departs from what a locked package requires by its own metadata: the decisions of its overrides and
 * excludes, which builds and checks of the package must know.
 *
 * @param relaxed the requirements that are met by a version which the package does not ask for, or without an extra
 * @param removed the requirements that are not met at all, and a package itself where it requires itself
 */
public record Departures(List<LockedDependency> relaxed, List<LockedDependency> removed) {
    /** Of a package that gets what it asks for. */
    public static final Departures NONE = new Departures(List.of(), List.of());

    public Departures {
        relaxed = relaxed.stream().sorted(LockedDependency.BY_NAME).toList();
        removed = removed.stream().sorted(LockedDependency.BY_NAME).toList();
    }

    /** Whether a target has another version of a package than is asked for. */
    public boolean relaxes(PackageName name, String target) {
        return has(relaxed, name, target);
    }

    /** Whether a target does without a package that is asked for. */
    public boolean removes(PackageName name, String target) {
        return has(removed, name, target);
    }

    private static boolean has(List<LockedDependency> requirements, PackageName name, String target) {
        return requirements.stream()
                .anyMatch(each -> each.name().equals(name) && each.targets().contains(target));
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Departures that && relaxed.equals(that.relaxed) && removed.equals(that.removed);
    }

    @Override
    public int hashCode() {
        return 31 * relaxed.hashCode() + removed.hashCode();
    }
}
