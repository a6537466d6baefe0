// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.List;

/**
 * What a Nix text defines, as far as it stands there: nothing is evaluated.
 *
 * <p>{@code NixData.definitions("{ a.b = [ "x" ]; c = f 1; }", "a")} is {@code a.b} with a list of one text.
 */
public sealed interface NixData {
    /** A string without interpolation, with its escapes resolved. */
    record Text(String value) implements NixData {}

    /** {@code true} or {@code false}. */
    record Flag(boolean value) implements NixData {}

    /** A list. */
    record Items(List<NixData> values) implements NixData {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A set, each definition with its whole path. */
    record Attributes(List<Definition> definitions) implements NixData {
        public Attributes {
            definitions = List.copyOf(definitions);
        }
    }

    /** Anything that has to be evaluated, as it is written. */
    record Computed(String expression) implements NixData {}

    /**
     * A definition.
     *
     * @param path the names on its left
     * @param line the line of the first of them, counted from 1
     */
    record Definition(List<String> path, NixData value, int line) {
        public Definition {
            path = List.copyOf(path);
        }
    }

    /**
     * The definitions of a name anywhere in a text, in written order; sets below it are taken apart, so that {@code a =
     * { b.c = 1; }} and {@code a.b.c = 1} are the same. A set without definitions stays one.
     *
     * @throws IllegalArgumentException with the place, if the text is not a Nix expression
     */
    static List<Definition> definitions(String text, String name) {
        try {
            NixParser.parse(text);
            return new NixDataReader(text).definitions(name);
        } catch (NixSyntaxException e) {
            throw new IllegalArgumentException(e.locatedIn(text).toString(), e);
        }
    }
}
