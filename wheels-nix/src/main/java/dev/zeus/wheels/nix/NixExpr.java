// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An expression of the Nix language as a value.
 *
 * <p>{@code NixExpr.apply(NixExpr.variable("f"), NixExpr.string("${x}"))} prints as {@code f "\${x}"}: whatever a
 * string holds, it stays data. Printed by {@link NixPrinter} in the style of RFC 166.
 */
public sealed interface NixExpr
        permits NixExpr.Str,
                NixExpr.Lines,
                NixExpr.Int,
                NixExpr.Bool,
                NixExpr.Variable,
                NixExpr.Path,
                NixExpr.Select,
                NixExpr.ListExpr,
                NixExpr.Attrs,
                NixExpr.Lambda,
                NixExpr.Apply,
                NixExpr.Let,
                NixExpr.If,
                NixExpr.Assert,
                NixExpr.Not,
                NixExpr.Has,
                NixExpr.Operation,
                NixBrackets {
    /** Text; the only place for anything that comes from outside. */
    record Str(String text) implements NixExpr {
        public Str {
            NixText.quote(text);
        }
    }

    /**
     * Lines of text, each with a line feed at its end; written as lines where Nix reads them so, else as one string.
     */
    record Lines(List<String> lines) implements NixExpr {
        public Lines {
            lines = List.copyOf(lines);
            NixText.quote(String.join("\n", lines));
        }
    }

    /** A whole number. */
    record Int(long value) implements NixExpr {}

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements NixExpr {}

    /** A variable, or one of Nix's own names such as {@code null}. */
    record Variable(NixIdentifier name) implements NixExpr {}

    /** A path relative to the file, such as {@code ./pypi/universal.nix} or {@code ../../wheels/demo.whl}. */
    record Path(String text) implements NixExpr {
        public Path {
            String below = text;
            while (below.startsWith("../")) {
                below = below.substring("../".length());
            }
            boolean plain = ((text.startsWith("./") && text.length() > 2) || below.length() < text.length())
                    && !below.isEmpty()
                    && !text.endsWith("/")
                    && !text.contains("//")
                    && !below.contains("..")
                    && NixScan.pathEnd(text, 0) == text.length();
            if (!plain) {
                throw new IllegalArgumentException("not a plain path beside the file: " + NixText.quote(text));
            }
        }
    }

    /** {@code of.path}, or {@code of.path or otherwise}. */
    record Select(NixExpr of, List<NixName> path, Optional<NixExpr> otherwise) implements NixExpr {
        public Select {
            path = List.copyOf(path);
        }
    }

    /** A list. */
    record ListExpr(List<NixExpr> elements) implements NixExpr {
        public ListExpr {
            elements = List.copyOf(elements);
        }
    }

    /** A set; {@code spaced} puts blank lines around those of its definitions that take several lines. */
    record Attrs(boolean recursive, List<NixBinding> bindings, boolean spaced) implements NixExpr {
        public Attrs {
            bindings = List.copyOf(bindings);
        }
    }

    /** A function. */
    record Lambda(NixParameter parameter, NixExpr body) implements NixExpr {}

    /** A function applied to one argument after the other. */
    record Apply(NixExpr function, List<NixExpr> arguments) implements NixExpr {
        public Apply {
            arguments = List.copyOf(arguments);
            if (arguments.isEmpty()) {
                throw new IllegalArgumentException("an application needs an argument");
            }
        }
    }

    /** Definitions for one expression. */
    record Let(List<NixBinding> bindings, NixExpr body) implements NixExpr {
        public Let {
            bindings = List.copyOf(bindings);
        }
    }

    /** A choice. */
    record If(NixExpr condition, NixExpr then, NixExpr otherwise) implements NixExpr {}

    /** A condition that must hold. */
    record Assert(NixExpr condition, NixExpr body) implements NixExpr {}

    /** {@code !operand}. */
    record Not(NixExpr operand) implements NixExpr {}

    /** {@code set ? path}. */
    record Has(NixExpr set, List<NixName> path) implements NixExpr {
        public Has {
            path = List.copyOf(path);
        }
    }

    /** Operands joined by one operator; more than two only where the operator chains. */
    record Operation(NixOperator operator, List<NixExpr> operands, List<List<NixComment>> comments) implements NixExpr {
        public Operation {
            operands = List.copyOf(operands);
            comments = List.copyOf(comments);
            boolean fits = operands.size() == 2 || (operands.size() > 2 && operator.chains());
            if (!fits || comments.size() != operands.size()) {
                throw new IllegalArgumentException(operator.sign() + " cannot join " + operands.size() + " operands");
            }
        }
    }

    static NixExpr string(String text) {
        return new Str(text);
    }

    static NixExpr bool(boolean value) {
        return new Bool(value);
    }

    static NixExpr variable(String name) {
        return new Variable(new NixIdentifier(name));
    }

    static NixExpr path(String text) {
        return new Path(text);
    }

    /** {@code of.first.second}. */
    static NixExpr select(NixExpr of, String... names) {
        return new Select(of, Arrays.stream(names).map(NixName::of).toList(), Optional.empty());
    }

    static NixExpr list(List<? extends NixExpr> elements) {
        return new ListExpr(List.copyOf(elements));
    }

    static NixExpr strings(Iterable<String> texts) {
        List<NixExpr> elements = new ArrayList<>();
        texts.forEach(text -> elements.add(new Str(text)));
        return new ListExpr(elements);
    }

    static NixExpr attrs(List<NixBinding> bindings) {
        return new Attrs(false, bindings, false);
    }

    /** A set of these names and values, in the map's order. */
    static NixExpr attrs(Map<String, ? extends NixExpr> values) {
        return attrs(values.entrySet().stream()
                .map(e -> NixBinding.assign(e.getKey(), e.getValue()))
                .toList());
    }

    static NixExpr apply(NixExpr function, NixExpr... arguments) {
        return new Apply(function, List.of(arguments));
    }

    /** The operands joined; the one operand itself where there is no other. */
    static NixExpr joined(NixOperator operator, List<NixExpr> operands) {
        return operands.size() == 1
                ? operands.get(0)
                : new Operation(
                        operator,
                        operands,
                        operands.stream().map(o -> List.<NixComment>of()).toList());
    }
}
