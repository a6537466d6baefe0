// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.List;

/**
 * Warns of declarations without a lower bound where the lowest versions are asked for: what they lock to is the oldest
 * release that was ever uploaded, which is never intended.
 *
 * @see <a href="https://docs.astral.sh/uv/concepts/resolution/#resolution-strategy">uv: resolution strategy</a>
 */
final class MissingLowerBounds {
    private MissingLowerBounds() {}

    static void warn(WheelSetDeclaration set, SourceRoots sources, EventSink events) {
        if (set.resolution().strategy() == ResolutionStrategy.HIGHEST) {
            return;
        }
        List<Requirement> constraints =
                set.resolution().constraints().stream().map(Requirement::parse).toList();
        for (WheelDeclaration wheel : set.wheels()) {
            PackageName name = PackageName.parse(wheel.name());
            boolean bounded = hasLowerBound(VersionSpecifiers.parse(wheel.version()))
                    || constraints.stream()
                            .anyMatch(each -> each.name().equals(name) && hasLowerBound(each.specifiers()));
            if (!bounded) {
                events.accept(new WheelsEvent.Warned(new Problem(
                        LockingProblem.NO_LOWER_BOUND,
                        sources.origin(wheel.type()) + " has no lower bound, and the strategy "
                                + set.resolution().strategy() + " takes the oldest release of \"" + name
                                + "\"",
                        "give it one, such as version = \">=1.0\"")));
            }
        }
    }

    private static boolean hasLowerBound(VersionSpecifiers specifiers) {
        return specifiers.specifiers().stream().anyMatch(each -> switch (each.operator()) {
            case COMPATIBLE, ARBITRARY, EQUAL, AT_LEAST, GREATER -> true;
            case NOT_EQUAL, AT_MOST, LESS -> false;
        });
    }
}
