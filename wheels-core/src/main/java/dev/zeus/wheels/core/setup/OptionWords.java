// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import java.util.List;
import java.util.stream.Stream;

/** The words of an option that takes several: {@code "a, b,"} is {@code a} and {@code b}. */
public final class OptionWords {
    private OptionWords() {}

    /** The words, in their order and as often as they were typed; commas separate them. */
    public static List<String> of(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
