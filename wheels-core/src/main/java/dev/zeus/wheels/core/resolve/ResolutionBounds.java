// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import java.util.HashMap;
import java.util.Map;

/** How long an index can keep a resolution busy that comes to nothing. */
final class ResolutionBounds {
    /** Each costs a request; no project of the public index has so many unusable releases in a row. */
    static final int MOST_UNUSABLE = 200;

    /** More than thirty times the largest set of the bench. */
    static final int MOST_PACKAGES = 20_000;

    private final Map<PackageName, Integer> unusable = new HashMap<>();

    /**
     * Counts a version whose metadata was read in vain.
     *
     * @param reason why
     * @throws WheelsException R208 where there are too many of one package
     */
    void unusable(PackageName name, String reason) {
        if (unusable.merge(name, 1, Integer::sum) > MOST_UNUSABLE) {
            throw new WheelsException(
                    ResolveProblem.TOO_MANY_UNUSABLE,
                    "the metadata of " + MOST_UNUSABLE + " versions of \"" + name
                            + "\" was read, and none can be used; the last one fails with: " + reason,
                    "give \"" + name + "\" a version that can be used, or tell the operators of its index");
        }
    }

    /**
     * Refuses a resolution without end.
     *
     * @param packages how many were asked for
     * @throws WheelsException R209 where those are too many
     */
    static void requireCount(int packages, Requirement last) {
        if (packages > MOST_PACKAGES) {
            throw new WheelsException(
                    ResolveProblem.TOO_MANY_PACKAGES,
                    "more than " + MOST_PACKAGES + " packages are required, the last one by \"" + last
                            + "\"; no set of packages is so large",
                    "check what the index says that the declared packages require");
        }
    }
}
