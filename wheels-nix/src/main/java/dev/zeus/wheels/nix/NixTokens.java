// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a text with a place among them; never runs past the end. */
final class NixTokens {
    private final String text;
    private final List<NixToken> tokens;
    private int at;

    NixTokens(String text, List<NixToken> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    NixToken current() {
        return peek(0);
    }

    NixToken peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    boolean at(NixTokenKind kind) {
        return current().kind() == kind;
    }

    NixToken next() {
        NixToken token = current();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean skip(NixTokenKind kind) {
        boolean found = at(kind);
        if (found) {
            next();
        }
        return found;
    }

    NixToken expect(NixTokenKind kind, String where) {
        if (!at(kind)) {
            throw unexpected(kind.words() + ' ' + where, hintFor(kind));
        }
        return next();
    }

    private String hintFor(NixTokenKind kind) {
        return switch (kind) {
            case SEMICOLON ->
                at(NixTokenKind.ASSIGN)
                        ? "Put a \";\" after the value, before the name on the left of this \"=\"."
                        : "Put a \";\" there.";
            case ASSIGN -> "Write definitions as name = value; and an inherited name after \"inherit\".";
            case COLON -> "Write a function as arguments: body.";
            default -> "Put " + kind.words() + " there, or remove what stands in its place.";
        };
    }

    NixSyntaxException unexpected(String expected, String hint) {
        return unexpectedAt(current(), expected, hint);
    }

    NixSyntaxException unexpectedAt(NixToken token, String expected, String hint) {
        return new NixSyntaxException(token.offset(), "expected " + expected + ", but found " + token.shown(), hint);
    }

    NixFormal formal(NixToken name, boolean hasDefault) {
        NixSyntaxError place = new NixSyntaxException(name.offset(), "", "").locatedIn(text);
        return new NixFormal(name.text(), hasDefault, place.line(), place.column());
    }

    /** The definitions from here on whose values are texts without interpolation. */
    List<NixLiteral> literals() {
        List<NixLiteral> literals = new ArrayList<>();
        while (!at(NixTokenKind.END)) {
            NixToken name = next();
            if (name.kind() != NixTokenKind.IDENTIFIER
                    || !skip(NixTokenKind.ASSIGN)
                    || !skip(NixTokenKind.STRING_OPEN)) {
                continue;
            }
            StringBuilder value = new StringBuilder();
            while (at(NixTokenKind.STRING_TEXT)) {
                value.append(next().text());
            }
            if (skip(NixTokenKind.STRING_CLOSE) && at(NixTokenKind.SEMICOLON)) {
                NixSyntaxError place = new NixSyntaxException(name.offset(), "", "").locatedIn(text);
                literals.add(new NixLiteral(name.text(), value.toString(), place.line(), place.column()));
            }
        }
        return literals;
    }
}
