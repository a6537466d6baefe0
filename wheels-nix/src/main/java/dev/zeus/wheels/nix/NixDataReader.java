// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import dev.zeus.wheels.nix.NixData.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@link NixData} from the tokens of a text whose syntax was checked. */
final class NixDataReader {
    private final String text;
    private final List<NixToken> tokens;
    private final int[] lines;

    NixDataReader(String text) {
        this.text = text;
        this.tokens = NixLexer.tokens(text);
        this.lines = new int[text.length() + 1];
        int line = 1;
        for (int i = 0; i <= text.length(); i++) {
            lines[i] = line;
            if (i < text.length() && text.charAt(i) == '\n') {
                line++;
            }
        }
    }

    /** A value with the token behind it. */
    private record Read<T>(T value, int next) {}

    List<Definition> definitions(String name) {
        List<Definition> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            boolean named = begins(i)
                    && name(i).filter(each -> each.value().equals(name)).isPresent();
            Optional<Read<Definition>> read = named ? definition(i) : Optional.empty();
            if (read.isPresent()) {
                found.addAll(flat(read.get().value()).toList());
                i = read.get().next();
            } else {
                i++;
            }
        }
        return found;
    }

    private static Stream<Definition> flat(Definition definition) {
        if (!(definition.value() instanceof NixData.Attributes set)
                || set.definitions().isEmpty()) {
            return Stream.of(definition);
        }
        return set.definitions().stream().flatMap(inner -> {
            List<String> path = new ArrayList<>(definition.path());
            path.addAll(inner.path());
            return flat(new Definition(path, inner.value(), inner.line()));
        });
    }

    private NixTokenKind kind(int at) {
        return tokens.get(Math.min(at, tokens.size() - 1)).kind();
    }

    private boolean begins(int at) {
        return at > 0
                && switch (kind(at - 1)) {
                    case BRACE_OPEN, SEMICOLON, LET -> true;
                    default -> false;
                };
    }

    private Optional<Read<Definition>> definition(int at) {
        List<String> path = new ArrayList<>();
        int next = at;
        while (true) {
            Optional<Read<String>> name = name(next);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            path.add(name.get().value());
            next = name.get().next();
            if (kind(next) == NixTokenKind.ASSIGN) {
                break;
            }
            if (kind(next) != NixTokenKind.DOT) {
                return Optional.empty();
            }
            next++;
        }
        Read<NixData> value = whole(next + 1);
        return Optional.of(new Read<>(
                new Definition(path, value.value(), lines[tokens.get(at).offset()]), value.next() + 1));
    }

    private Optional<Read<String>> name(int at) {
        if (kind(at) == NixTokenKind.IDENTIFIER) {
            return Optional.of(new Read<>(tokens.get(at).text(), at + 1));
        }
        return text(at);
    }

    /** The value up to its semicolon, which is the next token. */
    private Read<NixData> whole(int at) {
        Optional<Read<NixData>> simple = value(at);
        if (simple.filter(read -> kind(read.next()) == NixTokenKind.SEMICOLON).isPresent()) {
            return simple.get();
        }
        int end = skip(at, NixTokenKind.SEMICOLON);
        String expression =
                text.substring(tokens.get(at).offset(), tokens.get(end).offset());
        return new Read<>(new NixData.Computed(expression.strip()), end);
    }

    private Optional<Read<NixData>> value(int at) {
        return switch (kind(at)) {
            case IDENTIFIER -> {
                String word = tokens.get(at).text();
                yield word.equals("true") || word.equals("false")
                        ? Optional.of(new Read<>(new NixData.Flag(word.equals("true")), at + 1))
                        : Optional.empty();
            }
            case STRING_OPEN -> text(at).map(read -> new Read<>(new NixData.Text(read.value()), read.next()));
            case BRACKET_OPEN -> list(at + 1);
            case BRACE_OPEN -> set(at + 1);
            default -> Optional.empty();
        };
    }

    private Optional<Read<String>> text(int at) {
        if (kind(at) != NixTokenKind.STRING_OPEN || !tokens.get(at).text().equals("\"")) {
            return Optional.empty();
        }
        StringBuilder written = new StringBuilder();
        int next = at + 1;
        while (kind(next) == NixTokenKind.STRING_TEXT) {
            written.append(tokens.get(next).text());
            next++;
        }
        return kind(next) == NixTokenKind.STRING_CLOSE
                ? Optional.of(new Read<>(unescaped(written.toString()), next + 1))
                : Optional.empty();
    }

    private static String unescaped(String written) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\\' && i + 1 < written.length()) {
                i++;
                c = switch (written.charAt(i)) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> written.charAt(i);
                };
            }
            text.append(c);
        }
        return text.toString();
    }

    private Optional<Read<NixData>> list(int at) {
        List<NixData> values = new ArrayList<>();
        int next = at;
        while (kind(next) != NixTokenKind.BRACKET_CLOSE) {
            Optional<Read<NixData>> value = value(next);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get().value());
            next = value.get().next();
        }
        return Optional.of(new Read<>(new NixData.Items(values), next + 1));
    }

    private Optional<Read<NixData>> set(int at) {
        List<Definition> definitions = new ArrayList<>();
        int next = at;
        while (kind(next) != NixTokenKind.BRACE_CLOSE) {
            Optional<Read<Definition>> definition = definition(next);
            if (definition.isEmpty()) {
                return Optional.empty();
            }
            definitions.add(definition.get().value());
            next = definition.get().next();
        }
        return Optional.of(new Read<>(new NixData.Attributes(definitions), next + 1));
    }

    /** The next token of a kind that is in no bracket opened from here on, nor behind a {@code let} without its end. */
    private int skip(int from, NixTokenKind wanted) {
        int depth = 0;
        int at = from;
        while (kind(at) != NixTokenKind.END) {
            if (depth == 0 && kind(at) == wanted && !ofWith(from, at)) {
                return at;
            }
            depth += switch (kind(at)) {
                case BRACE_OPEN, BRACKET_OPEN, PAREN_OPEN, INTERPOLATION, PATH_INTERPOLATION, LET -> 1;
                case BRACE_CLOSE, BRACKET_CLOSE, PAREN_CLOSE, IN -> -1;
                default -> 0;
            };
            at++;
        }
        return at;
    }

    /** Whether a semicolon ends the head of a {@code with} or {@code assert}, of which each has one. */
    private boolean ofWith(int from, int semicolon) {
        int depth = 0;
        int open = 0;
        for (int i = from; i < semicolon; i++) {
            switch (kind(i)) {
                case BRACE_OPEN, BRACKET_OPEN, PAREN_OPEN, INTERPOLATION, PATH_INTERPOLATION, LET -> depth++;
                case BRACE_CLOSE, BRACKET_CLOSE, PAREN_CLOSE, IN -> depth--;
                case WITH, ASSERT -> open += depth == 0 ? 1 : 0;
                case SEMICOLON -> open -= depth == 0 ? 1 : 0;
                default -> {}
            }
        }
        return open > 0;
    }
}
