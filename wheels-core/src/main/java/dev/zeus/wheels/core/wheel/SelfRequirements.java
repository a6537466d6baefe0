// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a package needs of others where it requires itself: {@code foo[fast]} of foo is what its extra {@code fast}
 * requires.
 *
 * <p>For example, the extra {@code all} of a package is often written {@code foo[fast,http]; extra == "all"}. Nothing
 * is installed twice for that, and no package can be built before itself, so that the requirements of these extras
 * stand for it.
 *
 * <p>Standard: core metadata, {@code Requires-Dist} and {@code Provides-Extra}.
 */
public final class SelfRequirements {
    private SelfRequirements() {}

    /**
     * The requirements of others, in the order in which they are met.
     *
     * @param name the package
     * @param required what it requires, of itself among others
     * @param ofExtra what an extra of it requires besides
     */
    public static List<Requirement> resolved(
            PackageName name, List<Requirement> required, Function<ExtraName, List<Requirement>> ofExtra) {
        List<Requirement> others = new ArrayList<>();
        Set<ExtraName> seen = new TreeSet<>();
        Deque<List<Requirement>> open = new ArrayDeque<>(List.of(required));
        while (!open.isEmpty()) {
            for (Requirement requirement : open.remove()) {
                if (!requirement.name().equals(name)) {
                    others.add(requirement);
                    continue;
                }
                for (ExtraName extra : requirement.extras()) {
                    if (seen.add(extra)) {
                        open.add(ofExtra.apply(extra));
                    }
                }
            }
        }
        return List.copyOf(others);
    }
}
