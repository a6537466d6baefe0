// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.core.check.HostSystem;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Target;

/** Whose wheels are checked: {@code -Dwheels.targets=host} or {@code all}. */
public enum TargetChoice {
    /** Those of the targets that this machine can run. */
    HOST,
    /** Those of other machines, too. */
    ALL;

    /**
     * Reads what the user typed.
     *
     * @throws WheelsException D206 where it is neither {@code host} nor {@code all}
     */
    public static TargetChoice parse(String text) {
        return switch (text) {
            case "host" -> HOST;
            case "all" -> ALL;
            default ->
                throw new WheelsException(
                        OptionProblem.NO_SUCH_TARGET,
                        "wheels.targets is \"" + text + "\"; expected host or all",
                        "give -Dwheels.targets=all");
        };
    }

    public boolean includes(Target target) {
        return this == ALL || target.system().equals(HostSystem.name());
    }
}
