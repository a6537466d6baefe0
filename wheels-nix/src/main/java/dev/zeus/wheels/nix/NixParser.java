// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the Nix grammar over the tokens of a text, from the loosest construct to the tightest. */
final class NixParser {
    private final NixTokens tokens;
    private NixScope scope = new NixScope();
    private int depth;

    private NixParser(NixTokens tokens) {
        this.tokens = tokens;
    }

    /** What the function takes that the text is; empty where the text is another expression. */
    static Optional<NixFunction> parse(String text) {
        NixParser parser = new NixParser(new NixTokens(text, NixLexer.tokens(text)));
        if (parser.tokens.at(NixTokenKind.END)) {
            throw parser.tokens.unexpected("a Nix expression", "Write the expression, such as { fetchPypi }: …");
        }
        Optional<NixFunction> function = parser.expression();
        if (!parser.tokens.at(NixTokenKind.END)) {
            throw parser.tokens.unexpected(
                    "the end of the text", "Look for a missing bracket before, or for a bracket too many here.");
        }
        parser.scope.requireAllDefined();
        return function;
    }

    Optional<NixFunction> expression() {
        NixToken first = tokens.current();
        if (++depth > NixSyntax.MAX_DEPTH) {
            throw new NixSyntaxException(
                    first.offset(),
                    "expressions nest deeper than " + NixSyntax.MAX_DEPTH,
                    "Give inner expressions names with \"let\".");
        }
        Optional<NixFunction> function = Optional.empty();
        switch (first.kind()) {
            case ASSERT -> {
                tokens.next();
                expression();
                tokens.expect(NixTokenKind.SEMICOLON, "after the condition of \"assert\"");
                expression();
            }
            case WITH -> with();
            case IF -> {
                tokens.next();
                expression();
                tokens.expect(NixTokenKind.THEN, "after the condition of \"if\"");
                expression();
                tokens.expect(NixTokenKind.ELSE, "after the \"then\" branch: every \"if\" has both");
                expression();
            }
            case LET -> {
                if (tokens.peek(1).kind() == NixTokenKind.BRACE_OPEN) {
                    new NixOperators(tokens, this).operation(0);
                } else {
                    let();
                }
            }
            default -> {
                if (startsFunction()) {
                    function = Optional.of(function());
                } else {
                    new NixOperators(tokens, this).operation(0);
                }
            }
        }
        depth--;
        return function;
    }

    private void with() {
        tokens.next();
        expression();
        tokens.expect(NixTokenKind.SEMICOLON, "after the set of \"with\"");
        NixScope outer = enter();
        expression();
        scope.closeUnderWith();
        leave(outer);
    }

    private void let() {
        tokens.next();
        NixScope outer = enter();
        new NixDefinitions(tokens, this).read(NixTokenKind.IN, outer, true);
        tokens.expect(NixTokenKind.IN, "after the definitions of \"let\"");
        expression();
        leave(outer);
    }

    NixScope scope() {
        return scope;
    }

    private NixScope enter() {
        NixScope outer = scope;
        scope = new NixScope();
        return outer;
    }

    private void leave(NixScope outer) {
        scope.closeInto(outer);
        scope = outer;
    }

    private boolean startsFunction() {
        NixTokenKind second = tokens.peek(1).kind();
        if (tokens.at(NixTokenKind.IDENTIFIER)) {
            return second == NixTokenKind.COLON || second == NixTokenKind.AT;
        }
        if (!tokens.at(NixTokenKind.BRACE_OPEN)) {
            return false;
        }
        NixTokenKind third = tokens.peek(2).kind();
        return switch (second) {
            case ELLIPSIS -> true;
            case BRACE_CLOSE -> third == NixTokenKind.COLON || third == NixTokenKind.AT;
            case IDENTIFIER ->
                third == NixTokenKind.COMMA || third == NixTokenKind.QUESTION || third == NixTokenKind.BRACE_CLOSE;
            default -> false;
        };
    }

    private NixFunction function() {
        NixScope outer = enter();
        Optional<String> name = Optional.empty();
        boolean takesSet = true;
        List<NixFormal> formals = new ArrayList<>();
        boolean ellipsis = false;
        if (tokens.at(NixTokenKind.IDENTIFIER)) {
            NixToken token = tokens.next();
            name = Optional.of(token.text());
            takesSet = tokens.skip(NixTokenKind.AT);
        }
        if (takesSet) {
            ellipsis = formals(formals);
            if (name.isEmpty() && tokens.skip(NixTokenKind.AT)) {
                name = Optional.of(
                        tokens.expect(NixTokenKind.IDENTIFIER, "after \"@\"").text());
            }
        }
        tokens.expect(NixTokenKind.COLON, "after the arguments of the function");
        for (NixFormal formal : formals) {
            if (name.filter(formal.name()::equals).isPresent()) {
                throw tokens.unexpected(
                        "a function whose arguments differ in name, but \"" + formal.name() + "\" is given twice",
                        "Rename one of the two.");
            }
        }
        name.ifPresent(scope::bind);
        expression();
        leave(outer);
        return new NixFunction(name, takesSet, formals, ellipsis);
    }

    /** Reads <code>{ a, b ? c, ... }</code>; answers whether it has the ellipsis. */
    private boolean formals(List<NixFormal> formals) {
        tokens.expect(NixTokenKind.BRACE_OPEN, "before the arguments of the function");
        Set<String> names = new HashSet<>();
        boolean ellipsis = false;
        while (!tokens.at(NixTokenKind.BRACE_CLOSE)) {
            if (tokens.skip(NixTokenKind.ELLIPSIS)) {
                ellipsis = true;
                break;
            }
            NixToken name = tokens.expect(NixTokenKind.IDENTIFIER, "as the name of an argument");
            if (!names.add(name.text())) {
                throw new NixSyntaxException(
                        name.offset(),
                        "the argument \"" + name.text() + "\" is given twice",
                        "Leave one of the two out.");
            }
            scope.bind(name.text());
            boolean hasDefault = tokens.skip(NixTokenKind.QUESTION);
            if (hasDefault) {
                expression();
            }
            formals.add(tokens.formal(name, hasDefault));
            if (!tokens.skip(NixTokenKind.COMMA)) {
                break;
            }
        }
        tokens.expect(NixTokenKind.BRACE_CLOSE, "after the arguments of the function");
        return ellipsis;
    }

    /** Reads one attribute name; empty where it is computed. */
    Optional<String> attribute() {
        NixToken token = tokens.next();
        switch (token.kind()) {
            case IDENTIFIER, OR_KEYWORD -> {
                return Optional.of(token.text());
            }
            case INTERPOLATION -> {
                expression();
                tokens.expect(NixTokenKind.BRACE_CLOSE, "after the interpolated name");
                return Optional.empty();
            }
            case STRING_OPEN -> {
                if (token.text().equals("\"")) {
                    return stringRest();
                }
            }
            default -> {}
        }
        throw tokens.unexpectedAt(token, "an attribute name", "Write a name, or a name in double quotes.");
    }

    /** Reads a dotted attribute name after {@code .} or {@code ?}. */
    void attributePath() {
        do {
            attribute();
        } while (tokens.skip(NixTokenKind.DOT));
    }

    /** Reads a string whose opening was taken; its text where it has no interpolation. */
    private Optional<String> stringRest() {
        StringBuilder text = new StringBuilder();
        boolean constant = true;
        while (!tokens.at(NixTokenKind.STRING_CLOSE)) {
            NixToken part = tokens.next();
            if (part.kind() == NixTokenKind.INTERPOLATION) {
                constant = false;
                interpolated();
            } else {
                text.append(part.text());
            }
        }
        tokens.next();
        return constant ? Optional.of(text.toString()) : Optional.empty();
    }

    private void interpolated() {
        expression();
        tokens.expect(NixTokenKind.BRACE_CLOSE, "after the interpolated expression");
    }

    private void path() {
        tokens.next();
        while (tokens.at(NixTokenKind.PATH_TEXT) || tokens.at(NixTokenKind.PATH_INTERPOLATION)) {
            if (tokens.next().kind() == NixTokenKind.PATH_INTERPOLATION) {
                interpolated();
            }
        }
    }

    boolean startsSimple() {
        return switch (tokens.current().kind()) {
            case IDENTIFIER,
                    INTEGER,
                    FLOAT,
                    PATH,
                    HOME_PATH,
                    SEARCH_PATH,
                    URI,
                    STRING_OPEN,
                    PAREN_OPEN,
                    BRACKET_OPEN,
                    BRACE_OPEN,
                    REC -> true;
            case LET -> tokens.peek(1).kind() == NixTokenKind.BRACE_OPEN;
            default -> false;
        };
    }

    /** Reads the tightest construct, such as a variable, a literal or anything in brackets. */
    void simple() {
        NixToken token = tokens.current();
        switch (token.kind()) {
            case IDENTIFIER -> scope.use(tokens.next());
            case INTEGER, FLOAT, SEARCH_PATH, URI -> tokens.next();
            case PATH, HOME_PATH -> path();
            case STRING_OPEN -> {
                tokens.next();
                stringRest();
            }
            case PAREN_OPEN -> {
                tokens.next();
                expression();
                tokens.expect(NixTokenKind.PAREN_CLOSE, "to close the bracket opened before");
            }
            case BRACKET_OPEN -> list();
            case BRACE_OPEN -> {
                tokens.next();
                set(false);
            }
            case REC, LET -> {
                tokens.next();
                tokens.expect(NixTokenKind.BRACE_OPEN, "after " + token.kind().words());
                set(true);
            }
            default ->
                throw tokens.unexpected(
                        "an expression",
                        token.kind() == NixTokenKind.IF || token.kind() == NixTokenKind.LET
                                ? "Put this expression into parentheses."
                                : "Write the value here; look for one that is missing.");
        }
    }

    private void list() {
        tokens.next();
        while (!tokens.at(NixTokenKind.BRACKET_CLOSE)) {
            if (!startsSimple()) {
                throw tokens.unexpected(
                        "a list element or \"]\"",
                        "Separate elements by spaces, and put an element of several words into parentheses.");
            }
            nested(() -> new NixOperators(tokens, this).selection());
        }
        tokens.next();
    }

    /** Reads something that nests without being a whole expression, within the same bound. */
    private void nested(Runnable construct) {
        if (++depth > NixSyntax.MAX_DEPTH) {
            throw tokens.unexpected(
                    "nesting of at most " + NixSyntax.MAX_DEPTH, "Give inner lists names with \"let\".");
        }
        construct.run();
        depth--;
    }

    private void set(boolean recursive) {
        if (recursive) {
            NixScope outer = enter();
            new NixDefinitions(tokens, this).read(NixTokenKind.BRACE_CLOSE, outer, true);
            leave(outer);
        } else {
            new NixDefinitions(tokens, this).read(NixTokenKind.BRACE_CLOSE, scope, false);
        }
        tokens.next();
    }
}
