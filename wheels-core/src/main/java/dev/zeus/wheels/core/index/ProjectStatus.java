// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.python.PackageName;
import java.util.Locale;
import java.util.Optional;

/**
 * What an index says of a project as a whole (PEP 792).
 *
 * @param state the status marker
 * @param reason why, in the index's own words; empty where it does not say
 */
public record ProjectStatus(State state, String reason) {
    /** The status markers. */
    public enum State {
        ACTIVE,
        ARCHIVED,
        QUARANTINED,
        DEPRECATED;

        static Optional<State> parse(String text) {
            for (State state : values()) {
                if (state.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }
    }

    /** The status of a project of which nothing is said. */
    public static final ProjectStatus ACTIVE = new ProjectStatus(State.ACTIVE, "");

    /** The state as a message says it, such as {@code the project "demo" is archived on "acme": moved}. */
    String said(PackageName name, String source) {
        return "the project \"" + name + "\" is " + state.name().toLowerCase(Locale.ROOT) + " on \"" + source + "\""
                + (reason.isEmpty() ? "" : ": " + reason);
    }
}
