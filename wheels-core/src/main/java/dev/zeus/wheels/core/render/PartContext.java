// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.project.OwnSources;
import java.util.List;

/**
 * What a part of an environment is rendered from besides its declaration.
 *
 * @param declaration the wheel set
 * @param set its lock
 * @param own the user's own source
 * @param environment the environment
 */
record PartContext(WheelSetDeclaration declaration, LockedSet set, OwnSources own, EnvironmentDeclaration environment) {
    /** The targets that the environment is for. */
    List<Target> targets() {
        return set.targets().stream()
                .filter(target -> target.python().equals(environment.python()))
                .toList();
    }
}
