// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.List;
import java.util.Optional;

/**
 * The syntax checker for Nix texts written by hand: the whole language of Nix 2.x, without evaluating anything.
 *
 * <p>{@code NixSyntax.check("{ pname = \"x\" }")} answers the error {@code 1:15: expected ";" …}. Besides syntax it
 * finds what {@code nix-instantiate --parse} finds: variables that nothing defines, attributes and arguments given
 * twice.
 */
public final class NixSyntax {
    /** The longest text looked at, in UTF-16 units. */
    public static final int MAX_LENGTH = 1 << 20;

    /** How deep expressions may nest. */
    public static final int MAX_DEPTH = 250;

    private NixSyntax() {}

    /** The first error of a text that should be one Nix expression; empty if there is none. */
    public static Optional<NixSyntaxError> check(String text) {
        try {
            NixParser.parse(text);
            return Optional.empty();
        } catch (NixSyntaxException e) {
            return Optional.of(e.locatedIn(text));
        }
    }

    /**
     * What the function takes that a text is; empty where the text is not a function or has a syntax error.
     *
     * <p>{@code NixSyntax.function("{ lib, fetchurl ? null }: lib")} has the formals {@code lib} and {@code fetchurl}.
     */
    public static Optional<NixFunction> function(String text) {
        try {
            return NixParser.parse(text);
        } catch (NixSyntaxException e) {
            return Optional.empty();
        }
    }

    /** The definitions whose values are plain texts, in written order; none where the text has a syntax error. */
    public static List<NixLiteral> literals(String text) {
        try {
            NixParser.parse(text);
            return new NixTokens(text, NixLexer.tokens(text)).literals();
        } catch (NixSyntaxException e) {
            return List.of();
        }
    }
}
