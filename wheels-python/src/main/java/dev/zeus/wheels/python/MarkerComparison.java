// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Optional;
import java.util.Set;

/** One comparison of a marker, its specifier compiled where the right side is known. */
final class MarkerComparison {
    /** One side: a variable, or text. */
    record Operand(Optional<MarkerVariable> variable, String text) {
        static Operand of(MarkerVariable variable) {
            return new Operand(Optional.of(variable), "");
        }

        static Operand of(String text) {
            return new Operand(Optional.empty(), text);
        }

        /** The text, or what the variable is called. */
        String name() {
            return variable.isPresent() ? variable.get().spelling() : text;
        }

        boolean is(MarkerVariable other) {
            return variable.isPresent() && variable.get() == other;
        }

        boolean isOneOf(Set<MarkerVariable> variables) {
            return variable.map(variables::contains).orElse(false);
        }

        /** Whether it holds names, so that a text beside it is one. */
        boolean isNames() {
            return is(MarkerVariable.EXTRA)
                    || variable.map(MarkerVariable::isSet).orElse(false);
        }

        /** Text as a normalised name. */
        Operand normalized() {
            return variable.isEmpty() ? of(Names.normalize(text)) : this;
        }

        void print(StringBuilder out) {
            if (variable.isPresent()) {
                out.append(variable.get().spelling());
            } else {
                char quote = text.indexOf('"') < 0 ? '"' : '\'';
                out.append(quote).append(text).append(quote);
            }
        }
    }

    private final Operand left;
    private final MarkerOperator operator;
    private final Operand right;
    private final Optional<VersionSpecifier> compiled;
    /** The text of the right side, where the left one is a variable. */
    private final String expected;

    MarkerComparison(Operand left, MarkerOperator operator, Operand right) {
        this.left = right.isNames() ? left.normalized() : left;
        this.operator = operator;
        this.right = left.is(MarkerVariable.EXTRA) ? right.normalized() : right;
        this.expected = this.right.name();
        boolean versions = left.variable.isPresent() && left.variable.get().isVersion();
        this.compiled = versions ? specifier(expected) : Optional.empty();
    }

    Operand left() {
        return left;
    }

    MarkerOperator operator() {
        return operator;
    }

    Operand right() {
        return right;
    }

    boolean evaluate(MarkerContext context) {
        if (context.assumed().isPresent()) {
            MarkerContext.Assumption assumption = context.assumed().get();
            if (left.isOneOf(assumption.variables()) || right.isOneOf(assumption.variables())) {
                return assumption.answer();
            }
        }
        // As in the reference implementation, the side that is not a variable gives the text even if it names one.
        if (left.variable.isPresent()) {
            MarkerVariable variable = left.variable.get();
            if (context.set(variable).isPresent()) {
                throw undefined("a set of names stands on the left of", variable.spelling());
            }
            MarkerValue value = context.value(variable);
            return compiled.isPresent() ? value.fulfils(compiled.get()) : compareText(value.text(), expected);
        }
        // Nor does it ask whether the right side is a variable, or text that names one.
        Optional<MarkerVariable> variable =
                MarkerVariable.of(right.name()).filter(v -> v.spelling().equals(right.name()));
        Optional<Set<String>> names = variable.flatMap(context::set);
        if (names.isPresent()) {
            return compareSet(left.text, names.get());
        }
        String value = variable.map(v -> context.value(v).text())
                .orElseGet(() -> context.environment().get(right.name()));
        boolean versions = variable.map(MarkerVariable::isVersion).orElse(false);
        Optional<VersionSpecifier> specifier = versions ? specifier(value) : Optional.empty();
        return specifier.map(s -> s.containsText(left.text)).orElseGet(() -> compareText(left.text, value));
    }

    void print(StringBuilder out) {
        left.print(out);
        out.append(' ').append(operator.symbol()).append(' ');
        right.print(out);
    }

    // The operator and the value together are read as a specifier, and compared as text if they are not one.
    private Optional<VersionSpecifier> specifier(String value) {
        if (operator.isMembership()) {
            return Optional.empty();
        }
        try {
            return Optional.of(VersionSpecifier.parse(operator.symbol() + value));
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }

    private boolean compareText(String leftValue, String rightValue) {
        return switch (operator) {
            case IN -> rightValue.contains(leftValue);
            case NOT_IN -> !rightValue.contains(leftValue);
            case EQUAL, AT_MOST, AT_LEAST -> leftValue.equals(rightValue);
            case NOT_EQUAL -> !leftValue.equals(rightValue);
            case LESS, GREATER -> false;
            case ARBITRARY, COMPATIBLE -> throw undefined("text is compared by", leftValue);
        };
    }

    private boolean compareSet(String name, Set<String> names) {
        return switch (operator) {
            case IN -> names.contains(name);
            case NOT_IN -> !names.contains(name);
            case NOT_EQUAL -> true;
            case EQUAL, AT_MOST, AT_LEAST, LESS, GREATER -> false;
            case ARBITRARY, COMPATIBLE -> throw undefined("a set of names is compared by", name);
        };
    }

    private MarkerEvaluationException undefined(String what, String value) {
        return new MarkerEvaluationException(
                MarkerEvaluationException.Reason.UNDEFINED_COMPARISON,
                what + " \"" + operator.symbol() + "\", which is not defined: \"" + value + "\"");
    }
}
