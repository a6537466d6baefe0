// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Expressions on one line; empty where the style wants more than one. */
final class NixFlat {
    /** The most elements a list may have to stay on one line as an argument. */
    private static final int ARGUMENT_ELEMENTS = 6;

    private NixFlat() {}

    static Optional<String> of(NixExpr expr) {
        if (expr instanceof NixExpr.Str str) {
            return Optional.of(NixText.quote(str.text()));
        } else if (expr instanceof NixExpr.Lines text) {
            return NixText.isPlain(text.lines())
                    ? Optional.empty()
                    : Optional.of(NixText.quote(String.join("\n", text.lines()) + '\n'));
        } else if (expr instanceof NixExpr.Int number) {
            return Optional.of(Long.toString(number.value()));
        } else if (expr instanceof NixExpr.Bool bool) {
            return Optional.of(Boolean.toString(bool.value()));
        } else if (expr instanceof NixExpr.Variable variable) {
            return Optional.of(variable.name().text());
        } else if (expr instanceof NixExpr.Path path) {
            return Optional.of(path.text());
        } else if (expr instanceof NixExpr.Select select) {
            return select(select);
        } else if (expr instanceof NixExpr.ListExpr list) {
            return list(list, 1);
        } else if (expr instanceof NixExpr.Attrs attrs) {
            return attrs.bindings().isEmpty() ? Optional.of(attrs.recursive() ? "rec { }" : "{ }") : Optional.empty();
        } else if (expr instanceof NixExpr.Lambda lambda) {
            return lambda(lambda);
        } else if (expr instanceof NixExpr.Apply apply) {
            return apply(apply);
        } else if (expr instanceof NixExpr.If choice) {
            return choice(choice);
        } else if (expr instanceof NixExpr.Not not) {
            return of(NixBrackets.operand(not.operand(), NixBrackets.NOT)).map(operand -> '!' + operand);
        } else if (expr instanceof NixExpr.Has has) {
            return of(NixBrackets.operand(has.set(), NixBrackets.HAS))
                    .flatMap(set -> path(has.path()).map(path -> set + " ? " + path));
        } else if (expr instanceof NixExpr.Operation operation) {
            return operation(operation);
        } else if (expr instanceof NixBrackets bracketed) {
            return of(bracketed.inner()).map(inner -> '(' + inner + ')');
        }
        return Optional.empty();
    }

    private static Optional<List<String>> all(List<NixExpr> expressions) {
        List<String> flat = new ArrayList<>();
        for (NixExpr expression : expressions) {
            Optional<String> one = of(expression);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            flat.add(one.get());
        }
        return Optional.of(flat);
    }

    /** A function by name; one that takes a pattern begins its body on a new line, unless that opens a bracket. */
    private static Optional<String> lambda(NixExpr.Lambda lambda) {
        boolean bracket = lambda.body() instanceof NixExpr.ListExpr list
                && !list.elements().isEmpty();
        return lambda.parameter() instanceof NixParameter.Named || bracket
                ? parameter(lambda.parameter()).flatMap(p -> of(lambda.body()).map(body -> p + ": " + body))
                : Optional.empty();
    }

    private static Optional<String> choice(NixExpr.If choice) {
        return choice.otherwise() instanceof NixExpr.If
                ? Optional.empty()
                : all(List.of(choice.condition(), choice.then(), choice.otherwise()))
                        .map(parts -> "if " + parts.get(0) + " then " + parts.get(1) + " else " + parts.get(2));
    }

    private static Optional<String> select(NixExpr.Select select) {
        Optional<String> selected = of(NixBrackets.selected(select.of()))
                .flatMap(of -> path(select.path()).map(path -> of + '.' + path));
        return select.otherwise().isEmpty()
                ? selected
                : selected.flatMap(
                        s -> of(NixBrackets.argument(select.otherwise().get())).map(o -> s + " or " + o));
    }

    static Optional<String> path(List<NixName> names) {
        List<String> parts = new ArrayList<>();
        for (NixName name : names) {
            if (name instanceof NixName.Computed computed) {
                Optional<String> inner = of(computed.expression());
                if (inner.isEmpty()) {
                    return Optional.empty();
                }
                parts.add("${" + inner.get() + '}');
            } else {
                parts.add(NixIdentifier.quoteName(((NixName.Fixed) name).text()));
            }
        }
        return Optional.of(String.join(".", parts));
    }

    private static Optional<String> list(NixExpr.ListExpr list, int most) {
        if (list.elements().isEmpty()) {
            return Optional.of("[ ]");
        }
        return list.elements().size() > most
                ? Optional.empty()
                : all(list.elements().stream().map(NixBrackets::argument).toList())
                        .map(parts -> parts.stream().collect(Collectors.joining(" ", "[ ", " ]")));
    }

    /** A list that stands where its elements may share a line: before other arguments, or beside another list. */
    private static Optional<String> argumentList(NixExpr.ListExpr list) {
        return list(list, list.elements().stream().allMatch(NixBrackets::isSimple) ? ARGUMENT_ELEMENTS : 1);
    }

    private static Optional<String> apply(NixExpr.Apply apply) {
        Optional<String> line = of(NixBrackets.argument(apply.function()));
        for (int i = 0; i < apply.arguments().size(); i++) {
            Optional<String> next = argument(apply, i);
            line = line.flatMap(l -> next.map(n -> l + ' ' + n));
        }
        return line;
    }

    /** One argument on one line, as its place among the others allows. */
    static Optional<String> argument(NixExpr.Apply apply, int index) {
        List<NixExpr> all = apply.arguments();
        boolean last = index == all.size() - 1;
        boolean besideList = last && index > 0 && all.get(index - 1) instanceof NixExpr.ListExpr;
        return all.get(index) instanceof NixExpr.ListExpr list && (!last || besideList)
                ? argumentList(list)
                : of(NixBrackets.argument(all.get(index)));
    }

    private static Optional<String> operation(NixExpr.Operation operation) {
        if (operation.comments().stream().anyMatch(lines -> !lines.isEmpty())) {
            return Optional.empty();
        }
        return all(operation.operands().stream()
                        .map(operand -> NixBrackets.operand(
                                operand, operation.operator().strength()))
                        .toList())
                .map(parts -> String.join(" " + operation.operator().sign() + " ", parts));
    }

    /** A parameter that the style allows on one line: a name, or up to two arguments without defaults. */
    static Optional<String> parameter(NixParameter parameter) {
        if (parameter instanceof NixParameter.Named named) {
            return Optional.of(named.name().text());
        }
        NixParameter.Pattern pattern = (NixParameter.Pattern) parameter;
        boolean small = pattern.arguments().size() <= 2
                && pattern.arguments().stream().allMatch(a -> a.otherwise().isEmpty());
        if (!small) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>(
                pattern.arguments().stream().map(a -> a.name().text()).toList());
        if (pattern.ellipsis()) {
            parts.add("...");
        }
        String braces = parts.isEmpty() ? "{ }" : "{ " + String.join(", ", parts) + " }";
        return Optional.of(braces + whole(pattern));
    }

    static String whole(NixParameter.Pattern pattern) {
        return pattern.whole().map(name -> "@" + name).orElse("");
    }
}
