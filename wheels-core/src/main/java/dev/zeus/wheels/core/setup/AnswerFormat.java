// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.core.event.WheelsException;

/** How a goal that answers a question writes the answer: for people or for programs. */
public enum AnswerFormat {
    TEXT,
    JSON;

    /**
     * Parses a user's word.
     *
     * @throws WheelsException D208 where it is neither {@code text} nor {@code json}
     */
    public static AnswerFormat parse(String word) {
        return switch (word) {
            case "text" -> TEXT;
            case "json" -> JSON;
            default ->
                throw new WheelsException(
                        OptionProblem.BAD_FORMAT,
                        "wheels.format is \"" + word + "\"; expected text or json",
                        "give -Dwheels.format=json");
        };
    }
}
