package dev.zeus.wheels.python;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A part of a marker. Evaluation never skips a part, so that an undefined one is reported wherever it stands. */
sealed interface MarkerNode {
    boolean evaluate(MarkerEnvironment environment);

    String text();

    /**
     * Parts joined by {@code and}, groups of which are joined by {@code or}: alternatives of conjunctions, as written.
     */
    record Alternatives(List<List<MarkerNode>> groups) implements MarkerNode {
        @Override
        public boolean evaluate(MarkerEnvironment environment) {
            boolean any = false;
            for (List<MarkerNode> group : groups) {
                boolean all = true;
                for (MarkerNode node : group) {
                    all &= node.evaluate(environment);
                }
                any |= all;
            }
            return any;
        }

        @Override
        public String text() {
            return String.join(
                    " or ",
                    groups.stream()
                            .map(group -> String.join(
                                    " and ",
                                    group.stream().map(Alternatives::nested).toList()))
                            .toList());
        }

        /** Parentheses are kept where they were written around more than one part. */
        private static String nested(MarkerNode node) {
            MarkerNode inner = node;
            while (inner instanceof Alternatives alternatives && alternatives.isSingle()) {
                inner = alternatives.groups.get(0).get(0);
            }
            return inner instanceof Alternatives ? "(" + inner.text() + ")" : inner.text();
        }

        boolean isSingle() {
            return groups.size() == 1 && groups.get(0).size() == 1;
        }
    }

    /** One side of a comparison: a variable's name or a literal. */
    record Operand(boolean isVariable, String value) {
        String text() {
            if (isVariable) {
                return value;
            }
            return value.indexOf('"') >= 0 ? "'" + value + "'" : '"' + value + '"';
        }
    }

    /** One comparison. */
    record Comparison(Operand left, String operator, Operand right) implements MarkerNode {
        private static final Set<String> OF_VERSIONS =
                Set.of("implementation_version", "platform_release", "python_full_version", "python_version");
        private static final Set<String> OF_SETS = Set.of("extras", "dependency_groups");

        @Override
        public boolean evaluate(MarkerEnvironment environment) {
            String variable = left.isVariable() ? left.value() : right.value();
            String leftValue = left.isVariable() ? environment.get(variable) : left.value();
            String rightValue = left.isVariable() ? right.value() : environment.get(variable);
            if (variable.equals("extra")) {
                leftValue = PackageName.normalize(leftValue);
                rightValue = PackageName.normalize(rightValue);
            }
            if (OF_SETS.contains(variable)) {
                return member(PackageName.normalize(leftValue), rightValue);
            }
            if (OF_VERSIONS.contains(variable)) {
                Optional<VersionSpecifier> specifier = specifier(rightValue);
                if (specifier.isPresent()) {
                    return matches(specifier.get(), leftValue);
                }
            }
            return compareTexts(leftValue, rightValue);
        }

        private boolean member(String name, String commaSeparated) {
            boolean found = List.of(commaSeparated.split(",", -1)).stream()
                    .anyMatch(element -> PackageName.normalize(element.strip()).equals(name));
            return switch (operator) {
                case "in" -> found;
                case "not in" -> !found;
                default -> throw undefined(name, commaSeparated);
            };
        }

        private Optional<VersionSpecifier> specifier(String value) {
            try {
                return Optional.of(VersionSpecifier.parse(operator + value));
            } catch (PackagingParseException notAVersion) {
                return Optional.empty();
            }
        }

        private static boolean matches(VersionSpecifier specifier, String value) {
            if (specifier.operator() == VersionSpecifier.Operator.ARBITRARY) {
                return value.toLowerCase(Locale.ROOT)
                        .equals(specifier.versionText().toLowerCase(Locale.ROOT));
            }
            try {
                return specifier.matches(Version.parse(value));
            } catch (PackagingParseException notAVersion) {
                return false;
            }
        }

        private boolean compareTexts(String leftValue, String rightValue) {
            return switch (operator) {
                case "in" -> rightValue.contains(leftValue);
                case "not in" -> !rightValue.contains(leftValue);
                case "==", "<=", ">=" -> leftValue.equals(rightValue);
                case "!=" -> !leftValue.equals(rightValue);
                // Texts have no order: the specification leaves these false.
                case "<", ">" -> false;
                default -> throw undefined(leftValue, rightValue);
            };
        }

        private UndefinedMarkerException undefined(String leftValue, String rightValue) {
            return new UndefinedMarkerException(
                    UndefinedMarkerException.Reason.COMPARISON,
                    '"' + leftValue + "\" " + operator + " \"" + rightValue + '"');
        }

        @Override
        public String text() {
            return left.text() + " " + operator + " " + right.text();
        }
    }
}
