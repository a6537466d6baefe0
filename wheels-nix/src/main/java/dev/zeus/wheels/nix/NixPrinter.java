// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The printer of Nix in the style of RFC 166, so that the usual formatter leaves its text alone: two spaces, lists and
 * sets of more than one element open, arguments one a line with a comma after the last, 100 columns a line, not
 * counting its indent.
 *
 * <p>{@code NixPrinter.file(List.of(new NixComment("Generated.")), expression)} is the text of a whole file.
 */
public final class NixPrinter {
    /** The width of nixfmt (RFC 166). */
    private static final int WIDTH = 100;

    private static final int STEP = 2;

    private NixPrinter() {}

    /** A file: comment lines, the expression, and a line feed at the end. */
    public static String file(List<NixComment> header, NixExpr expr) {
        StringBuilder text = new StringBuilder();
        header.forEach(line -> text.append(line).append('\n'));
        return text.append(layout(expr, 0, 0, 0)).append('\n').toString();
    }

    /**
     * The expression as it stands after {@code =} in a line indented by {@code indent}, with its own white space
     * before.
     */
    public static String definition(NixExpr value, int indent, int column) {
        return value(value, indent, column);
    }

    /** The expression at a column of a line with this indent, before {@code suffix} more characters. */
    private static String layout(NixExpr expr, int indent, int column, int suffix) {
        return NixFlat.of(expr)
                .filter(flat -> column - indent + flat.length() + suffix <= WIDTH)
                .orElseGet(() -> open(expr, indent, column, suffix));
    }

    private static String open(NixExpr expr, int indent, int column, int suffix) {
        if (expr instanceof NixExpr.ListExpr list && !list.elements().isEmpty()) {
            return list(list, indent);
        } else if (expr instanceof NixExpr.Lines text && NixText.isPlain(text.lines())) {
            return lines(text, indent);
        } else if (expr instanceof NixExpr.Attrs attrs && !attrs.bindings().isEmpty()) {
            return (attrs.recursive() ? "rec {\n" : "{\n")
                    + bindings(attrs.bindings(), attrs.spaced(), indent + STEP)
                    + pad(indent)
                    + '}';
        } else if (expr instanceof NixExpr.Lambda lambda) {
            return lambda(lambda, indent, column, suffix);
        } else if (expr instanceof NixExpr.Apply apply) {
            return apply(apply, indent, column);
        } else if (expr instanceof NixExpr.Let let) {
            return "let\n" + bindings(let.bindings(), false, indent + STEP) + pad(indent) + "in\n" + pad(indent)
                    + layout(let.body(), indent, indent, suffix);
        } else if (expr instanceof NixExpr.If choice) {
            return choice(choice, indent);
        } else if (expr instanceof NixExpr.Assert asserted) {
            return "assert " + layout(asserted.condition(), indent, indent + 7, 1) + ";\n" + pad(indent)
                    + layout(asserted.body(), indent, indent, suffix);
        } else if (expr instanceof NixExpr.Operation operation) {
            return operation(operation, indent, column, false);
        } else if (expr instanceof NixBrackets brackets) {
            return brackets(brackets.inner(), indent, column);
        } else if (expr instanceof NixExpr.Select select) {
            return select(select, indent, column, suffix);
        } else if (expr instanceof NixExpr.Not not) {
            return '!' + open(NixBrackets.operand(not.operand(), NixBrackets.NOT), indent, column + 1, suffix);
        } else if (expr instanceof NixExpr.Has has) {
            return open(NixBrackets.operand(has.set(), NixBrackets.HAS), indent, column, suffix) + " ? "
                    + path(has.path());
        }
        return NixFlat.of(expr).orElseThrow(() -> new IllegalStateException("no layout for " + expr));
    }

    private static String pad(int indent) {
        return " ".repeat(indent);
    }

    private static String list(NixExpr.ListExpr list, int indent) {
        StringBuilder text = new StringBuilder("[\n");
        int inner = indent + STEP;
        for (NixExpr element : list.elements()) {
            text.append(pad(inner))
                    .append(layout(NixBrackets.argument(element), inner, inner, 0))
                    .append('\n');
        }
        return text.append(pad(indent)).append(']').toString();
    }

    private static String lines(NixExpr.Lines lines, int indent) {
        StringBuilder text = new StringBuilder("''\n");
        lines.lines()
                .forEach(line -> text.append(pad(indent + STEP)).append(line).append('\n'));
        return text.append(pad(indent)).append("''").toString();
    }

    private static String bindings(List<NixBinding> bindings, boolean spaced, int indent) {
        StringBuilder all = new StringBuilder();
        boolean longBefore = false;
        for (NixBinding binding : bindings) {
            String text = binding(binding, indent);
            boolean isLong = text.indexOf('\n') < text.length() - 1;
            if (spaced && all.length() > 0 && (isLong || longBefore)) {
                all.append('\n');
            }
            all.append(text);
            longBefore = isLong;
        }
        return all.toString();
    }

    private static String binding(NixBinding binding, int indent) {
        StringBuilder text = new StringBuilder();
        binding.comments().forEach(line -> text.append(pad(indent)).append(line).append('\n'));
        text.append(pad(indent));
        if (binding instanceof NixBinding.Inherit inherit) {
            text.append(inherit(inherit, indent));
        } else {
            NixBinding.Assign assign = (NixBinding.Assign) binding;
            String path = path(assign.path());
            text.append(path).append(" =").append(value(assign.value(), indent, indent + path.length() + 2));
        }
        return text.append(";\n").toString();
    }

    private static String inherit(NixBinding.Inherit inherit, int indent) {
        String from = inherit.from()
                .map(f -> " (" + NixFlat.of(f).orElseThrow() + ')')
                .orElse("");
        List<String> names =
                inherit.names().stream().map(NixIdentifier::quoteName).toList();
        String line = "inherit" + from + ' ' + String.join(" ", names);
        if (names.size() < 4 && line.length() < WIDTH) {
            return line;
        }
        String gap = '\n' + pad(indent + STEP);
        return "inherit" + from + gap + String.join(gap, names) + gap;
    }

    /** A value after {@code =}: on the same line where it fits or opens with a bracket, else on a line of its own. */
    private static String value(NixExpr value, int indent, int column) {
        Optional<String> flat = NixFlat.of(value);
        boolean stays = value instanceof NixExpr.Str || value instanceof NixExpr.Path || value instanceof NixExpr.Lines;
        if (flat.isPresent() && (stays || column - indent + 1 + flat.get().length() + 1 <= WIDTH)) {
            return ' ' + flat.get();
        }
        if (value instanceof NixExpr.Operation operation && isAbsorbed(value, column - indent)) {
            return ' ' + operation(operation, indent, column + 1, true);
        }
        if (isAbsorbed(value, column - indent)) {
            return ' ' + open(value, indent, column + 1, 1);
        }
        int inner = indent + STEP;
        return '\n' + pad(inner) + layout(value, inner, inner, 1);
    }

    private static boolean isAbsorbed(NixExpr value, int column) {
        if (value instanceof NixExpr.Apply apply) {
            return openedArgument(apply, column).isPresent();
        }
        if (value instanceof NixExpr.Operation operation) {
            boolean joins = operation.operator() == NixOperator.UPDATE
                    || operation.operator() == NixOperator.CONCAT
                    || operation.operator() == NixOperator.ADD;
            return joins && opensWithBracket(operation.operands().get(0));
        }
        return opensWithBracket(value) || opensAsFunction(value) || value instanceof NixExpr.Lines;
    }

    private static boolean opensWithBracket(NixExpr expr) {
        return (expr instanceof NixExpr.ListExpr list && !list.elements().isEmpty())
                || (expr instanceof NixExpr.Attrs attrs && !attrs.bindings().isEmpty());
    }

    /** Whether a function's body begins on the line of its parameter. */
    private static boolean opensAsFunction(NixExpr expr) {
        return expr instanceof NixExpr.Lambda lambda
                && NixFlat.parameter(lambda.parameter()).isPresent()
                && (opensWithBracket(lambda.body()) || opensAsFunction(lambda.body()));
    }

    private static String lambda(NixExpr.Lambda lambda, int indent, int column, int suffix) {
        Optional<String> flat = NixFlat.parameter(lambda.parameter());
        String parameter = flat.orElseGet(() -> pattern((NixParameter.Pattern) lambda.parameter(), indent)) + ':';
        boolean chained = lambda.parameter() instanceof NixParameter.Named
                && lambda.body() instanceof NixExpr.Lambda next
                && next.parameter() instanceof NixParameter.Named;
        boolean sameLine =
                flat.isPresent() && (chained || opensWithBracket(lambda.body()) || opensAsFunction(lambda.body()));
        return sameLine
                ? parameter + ' ' + open(lambda.body(), indent, column + parameter.length() + 1, suffix)
                : parameter + '\n' + pad(indent) + layout(lambda.body(), indent, indent, suffix);
    }

    private static String pattern(NixParameter.Pattern pattern, int indent) {
        StringBuilder text = new StringBuilder("{\n");
        int inner = indent + STEP;
        for (NixParameter.Argument argument : pattern.arguments()) {
            String name = argument.name().text();
            text.append(pad(inner)).append(name);
            argument.otherwise()
                    .ifPresent(
                            otherwise -> text.append(" ?").append(value(otherwise, inner, inner + name.length() + 2)));
            text.append(",\n");
        }
        if (pattern.ellipsis()) {
            text.append(pad(inner)).append("...\n");
        }
        return text.append(pad(indent))
                .append('}')
                .append(NixFlat.whole(pattern))
                .toString();
    }

    private static String apply(NixExpr.Apply apply, int indent, int column) {
        OptionalInt opened = openedArgument(apply, column - indent);
        int inner = indent + STEP;
        StringBuilder text = new StringBuilder(layout(NixBrackets.argument(apply.function()), indent, column, 0));
        for (int i = 0; i < apply.arguments().size(); i++) {
            NixExpr argument = NixBrackets.argument(apply.arguments().get(i));
            Optional<String> flat = NixFlat.argument(apply, i);
            if (opened.isEmpty()) {
                text.append('\n').append(pad(inner));
                text.append(flat.filter(f -> f.length() < WIDTH).orElseGet(() -> open(argument, inner, inner, 1)));
            } else {
                int at = column + text.length() + 1;
                text.append(' ').append(i == opened.getAsInt() ? open(argument, indent, at, 1) : flat.orElseThrow());
            }
        }
        return text.toString();
    }

    /** The one argument that opens a bracket over several lines while all others stay on the lines of its ends. */
    private static OptionalInt openedArgument(NixExpr.Apply apply, int column) {
        List<NixExpr> arguments = apply.arguments();
        int last = arguments.size() - 1;
        boolean twoLists = last > 0
                && arguments.get(last) instanceof NixExpr.ListExpr
                && arguments.get(last - 1) instanceof NixExpr.ListExpr;
        int opened = last;
        while (opened > 0 && !opensOver(arguments.get(opened))) {
            opened--;
        }
        for (int i = last; i >= 0; i--) {
            opened = NixFlat.argument(apply, i).isEmpty() ? i : opened;
        }
        int before = column
                + NixFlat.of(NixBrackets.argument(apply.function()))
                        .map(String::length)
                        .orElse(WIDTH);
        for (int i = 0; i <= last; i++) {
            if (i != opened) {
                before += NixFlat.argument(apply, i).map(f -> f.length() + 1).orElse(WIDTH);
            }
        }
        return opensOver(arguments.get(opened)) && !(twoLists && opened >= last - 1) && before + 3 <= WIDTH
                ? OptionalInt.of(opened)
                : OptionalInt.empty();
    }

    private static boolean opensOver(NixExpr argument) {
        return opensWithBracket(argument) || NixBrackets.argument(argument) instanceof NixBrackets;
    }

    private static String brackets(NixExpr inner, int indent, int column) {
        boolean sameLine = opensAsFunction(inner)
                || (inner instanceof NixExpr.Apply apply
                        && openedArgument(apply, column - indent).isPresent());
        if (sameLine) {
            return '(' + open(inner, indent, column + 1, 1) + ')';
        }
        int deeper = indent + STEP;
        return "(\n" + pad(deeper) + layout(inner, deeper, deeper, 0) + '\n' + pad(indent) + ')';
    }

    private static String select(NixExpr.Select select, int indent, int column, int suffix) {
        String selected = layout(NixBrackets.selected(select.of()), indent, column, 0) + '.' + path(select.path());
        return select.otherwise()
                .map(NixBrackets::argument)
                .map(otherwise -> selected + " or " + layout(otherwise, indent, column + selected.length() + 4, suffix))
                .orElse(selected);
    }

    private static String path(List<NixName> names) {
        return NixFlat.path(names)
                .orElseThrow(() -> new IllegalArgumentException("a computed name must fit on one line"));
    }

    private static String choice(NixExpr.If choice, int indent) {
        int inner = indent + STEP;
        String head = "if " + layout(choice.condition(), inner, indent + 3, 5) + " then\n" + pad(inner)
                + layout(choice.then(), inner, inner, 0) + '\n' + pad(indent) + "else";
        return choice.otherwise() instanceof NixExpr.If next
                ? head + ' ' + choice(next, indent)
                : head + '\n' + pad(inner) + layout(choice.otherwise(), inner, inner, 1);
    }

    /** The operands, one a line; {@code opened} where the first one begins a definition and so opens its bracket. */
    private static String operation(NixExpr.Operation operation, int indent, int column, boolean opened) {
        StringBuilder text = new StringBuilder();
        String sign = operation.operator().sign();
        for (int i = 0; i < operation.operands().size(); i++) {
            NixExpr operand = NixBrackets.operand(
                    operation.operands().get(i), operation.operator().strength());
            if (i == 0) {
                text.append(opened ? open(operand, indent, column, 0) : layout(operand, indent, column, 0));
                continue;
            }
            text.append('\n').append(pad(indent));
            operation
                    .comments()
                    .get(i)
                    .forEach(line -> text.append(line).append('\n').append(pad(indent)));
            text.append(sign);
            int start = indent + sign.length() + 1;
            boolean own = operand instanceof NixExpr.Apply apply
                    && NixFlat.of(apply)
                            .filter(f -> start - indent + f.length() < WIDTH)
                            .isEmpty()
                    && !isAbsorbed(apply, start - indent);
            int inner = indent + STEP;
            text.append(own ? '\n' + pad(inner) : " ")
                    .append(layout(operand, own ? inner : indent, own ? inner : start, 1));
        }
        return text.toString();
    }
}
