// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.lock.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * The wheels that a target installs, each looked into.
 *
 * @param request what is to be checked
 * @param target the target
 * @param wheels its wheels, in the lock's order
 */
record InstalledWheels(CheckRequest request, Target target, List<CheckedWheel> wheels) {
    InstalledWheels {
        wheels = List.copyOf(wheels);
    }

    /** The top-level modules of all of them. */
    Set<String> modules() {
        Set<String> modules = new HashSet<>();
        wheels.forEach(
                wheel -> wheel.locked().facts().imports().forEach(module -> modules.add(module.split("\\.", 2)[0])));
        return modules;
    }

    /** The symbols that their libraries define, by the library's name. */
    Map<String, SortedSet<String>> definitions() {
        Map<String, SortedSet<String>> definitions = new HashMap<>();
        wheels.forEach(wheel -> wheel.content().ifPresent(content -> definitions.putAll(content.definitions())));
        return definitions;
    }
}
