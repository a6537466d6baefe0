// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the definitions of a set or a {@code let}. */
final class NixDefinitions {
    private final NixTokens tokens;
    private final NixParser parser;

    NixDefinitions(NixTokens tokens, NixParser parser) {
        this.tokens = tokens;
        this.parser = parser;
    }

    /** Reads definitions up to {@code end}; {@code outer} is where {@code inherit} finds its values. */
    void read(NixTokenKind end, NixScope outer, boolean recursive) {
        NixAttributes attributes = new NixAttributes();
        while (!tokens.at(end)) {
            if (tokens.skip(NixTokenKind.INHERIT)) {
                inherit(attributes, outer, recursive);
            } else {
                binding(attributes, end, recursive);
            }
        }
    }

    private void inherit(NixAttributes attributes, NixScope outer, boolean recursive) {
        boolean fromSet = tokens.skip(NixTokenKind.PAREN_OPEN);
        if (fromSet) {
            parser.expression();
            tokens.expect(NixTokenKind.PAREN_CLOSE, "after the set to inherit from");
        }
        while (!tokens.at(NixTokenKind.SEMICOLON)) {
            NixToken token = tokens.current();
            Optional<String> name = parser.attribute();
            if (name.isEmpty()) {
                throw new NixSyntaxException(
                        token.offset(), "\"inherit\" takes names only", "Write name = value; for a computed name.");
            }
            attributes.define(List.of(name.get()), false, token.offset());
            if (recursive) {
                parser.scope().bind(name.get());
            }
            if (!fromSet && token.kind() == NixTokenKind.IDENTIFIER) {
                outer.use(token);
            }
        }
        tokens.expect(NixTokenKind.SEMICOLON, "after \"inherit\"");
    }

    private void binding(NixAttributes attributes, NixTokenKind end, boolean recursive) {
        NixToken first = tokens.current();
        Optional<List<String>> path = attributePath(end);
        if (path.isEmpty() && end == NixTokenKind.IN) {
            throw new NixSyntaxException(
                    first.offset(),
                    "\"let\" defines plain names only",
                    "Put computed names into a set: { ${name} = value; }.");
        }
        if (recursive) {
            path.ifPresent(names -> parser.scope().bind(names.get(0)));
        }
        String shown = path.map(names -> '"' + String.join(".", names) + '"').orElse("the attribute");
        tokens.expect(NixTokenKind.ASSIGN, "after " + shown);
        boolean set = tokens.at(NixTokenKind.BRACE_OPEN) || tokens.at(NixTokenKind.REC);
        parser.expression();
        tokens.expect(NixTokenKind.SEMICOLON, "after the value of " + shown);
        path.ifPresent(names -> attributes.define(names, set, first.offset()));
    }

    private Optional<List<String>> attributePath(NixTokenKind end) {
        Optional<List<String>> path = Optional.of(new ArrayList<>());
        do {
            if (!startsAttribute()) {
                throw tokens.unexpected(
                        "an attribute name or " + end.words(), "Write definitions as name = value; one after another.");
            }
            Optional<String> name = parser.attribute();
            path = path.flatMap(names -> name.map(n -> {
                names.add(n);
                return names;
            }));
        } while (tokens.skip(NixTokenKind.DOT));
        return path;
    }

    private boolean startsAttribute() {
        return switch (tokens.current().kind()) {
            case IDENTIFIER, OR_KEYWORD, STRING_OPEN, INTERPOLATION -> true;
            default -> false;
        };
    }
}
