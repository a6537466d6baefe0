package dev.zeus.wheels.python;

import java.util.Optional;
import java.util.Set;

/** One comparison of a marker, its specifier compiled where the right side is known. */
final class MarkerComparison {
    /** One side: the name of a variable, or text. */
    record Operand(boolean variable, String text) {
        void print(StringBuilder out) {
            if (variable) {
                out.append(text);
            } else {
                char quote = text.indexOf('"') < 0 ? '"' : '\'';
                out.append(quote).append(text).append(quote);
            }
        }
    }

    static final Set<String> SETS = Set.of("extras", "dependency_groups");
    private static final Set<String> VERSIONS =
            Set.of("implementation_version", "platform_release", "python_full_version", "python_version");

    private final Operand left;
    private final String operator;
    private final Operand right;
    private final Optional<VersionSpecifier> compiled;

    MarkerComparison(Operand left, String operator, Operand right) {
        this.left = normalized(left, right);
        this.operator = operator;
        this.right = normalized(right, left);
        this.compiled = left.variable && VERSIONS.contains(left.text) ? specifier(right.text) : Optional.empty();
    }

    Operand left() {
        return left;
    }

    String operator() {
        return operator;
    }

    Operand right() {
        return right;
    }

    boolean evaluate(MarkerContext context) {
        // As in the reference implementation, the side that is no variable gives the text even if it names one.
        if (left.variable) {
            if (context.set(left.text).isPresent()) {
                throw undefined("a set of names stands on the left of", left.text);
            }
            String value = context.value(left.text);
            return compiled.map(specifier -> specifier.containsText(value))
                    .orElseGet(() -> compareText(value, right.text));
        }
        Optional<Set<String>> names = context.set(right.text);
        if (names.isPresent()) {
            return compareSet(Names.normalize(left.text), names.get());
        }
        String value = context.value(right.text);
        Optional<VersionSpecifier> specifier = VERSIONS.contains(right.text) ? specifier(value) : Optional.empty();
        return specifier.map(s -> s.containsText(left.text)).orElseGet(() -> compareText(left.text, value));
    }

    void print(StringBuilder out) {
        left.print(out);
        out.append(' ').append(operator).append(' ');
        right.print(out);
    }

    private static Operand normalized(Operand operand, Operand other) {
        boolean name = !operand.variable && other.variable && other.text.equals("extra");
        return name ? new Operand(false, Names.normalize(operand.text)) : operand;
    }

    // The operator and the value together are read as a specifier, and text is compared where they are none.
    private Optional<VersionSpecifier> specifier(String value) {
        if (operator.endsWith("in")) {
            return Optional.empty();
        }
        try {
            return Optional.of(VersionSpecifier.parse(operator + value));
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }

    private boolean compareText(String leftValue, String rightValue) {
        return switch (operator) {
            case "in" -> rightValue.contains(leftValue);
            case "not in" -> !rightValue.contains(leftValue);
            case "==", "<=", ">=" -> leftValue.equals(rightValue);
            case "!=" -> !leftValue.equals(rightValue);
            case "<", ">" -> false;
            default -> throw undefined("text is compared by", leftValue);
        };
    }

    private boolean compareSet(String name, Set<String> names) {
        return switch (operator) {
            case "in" -> names.contains(name);
            case "not in", "!=" -> operator.equals("!=") || !names.contains(name);
            case "==", "<=", ">=", "<", ">" -> false;
            default -> throw undefined("a set of names is compared by", name);
        };
    }

    private MarkerEvaluationException undefined(String what, String value) {
        return new MarkerEvaluationException(
                MarkerEvaluationException.Reason.UNDEFINED_COMPARISON,
                what + " \"" + operator + "\", which is not defined: \"" + value + "\"");
    }
}
