// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A condition on the environment that a requirement holds in.
 *
 * <pre>{@code
 * EnvironmentMarker marker = EnvironmentMarker.parse("python_version<'3.11' and extra == 'Test_X'");
 * marker.toString();            // python_version < "3.11" and extra == "test-x"
 * marker.evaluate(environment); // false on 3.12
 * }</pre>
 *
 * <p>Standard: environment markers, <a href="https://peps.python.org/pep-0508/">PEP 508</a>, and those of lock files,
 * <a href="https://peps.python.org/pep-0751/">PEP 751</a>. Markers are equal if they print alike.
 */
public final class EnvironmentMarker {
    private final MarkerNode root;
    private final String text;

    EnvironmentMarker(MarkerNode root) {
        this.root = root;
        StringBuilder out = new StringBuilder();
        root.print(out);
        this.text = out.toString();
    }

    /**
     * Reads a marker.
     *
     * @param text the marker, such as {@code python_version < "3.11"}
     * @return the marker
     * @throws PackagingParseException if the text is not a marker, or nests more than 200 parentheses
     */
    public static EnvironmentMarker parse(String text) {
        return parse(text, 0);
    }

    /** {@return the names of the variables that a marker of a requirement may have} */
    public static List<String> variables() {
        return Arrays.stream(MarkerVariable.values())
                .filter(variable -> !variable.isSet())
                .map(MarkerVariable::spelling)
                .toList();
    }

    /** Reads the marker from a place to the end of a longer text. */
    static EnvironmentMarker parse(String text, int start) {
        return new EnvironmentMarker(new MarkerParser(text, start).whole());
    }

    /**
     * {@return the answer in an environment, where {@code extra} is empty unless the environment says otherwise}
     *
     * @param environment the values of the variables
     * @throws MarkerEvaluationException if a comparison has no answer, or the environment lacks a variable
     */
    public boolean evaluate(MarkerEnvironment environment) {
        return root.evaluate(new MarkerContext(environment, Optional.empty(), Map.of()));
    }

    /**
     * {@return whether the answer is yes for one of the extras, or without any if there are none}
     *
     * @param environment the values of the variables
     * @param extras the extras that are installed
     * @throws MarkerEvaluationException if a comparison has no answer, or the environment lacks a variable
     */
    public boolean evaluate(MarkerEnvironment environment, Set<ExtraName> extras) {
        return evaluate(context -> context, environment, extras);
    }

    /**
     * {@return whether the answer is yes for one of the extras, or without any if there are none, or there is no
     * answer}
     *
     * <pre>{@code
     * EnvironmentMarker.parse("sys_platform ~= 'linux'").mayHold(linux, Set.of()); // true: nobody knows
     * }</pre>
     *
     * @param environment the values of the variables
     * @param extras the extras that are installed
     */
    public boolean mayHold(MarkerEnvironment environment, Set<ExtraName> extras) {
        try {
            return evaluate(environment, extras);
        } catch (MarkerEvaluationException e) {
            return true;
        }
    }

    /**
     * {@return whether the answer depends on variables with an unknown value: it is not the same with all their
     * comparisons true as with all of them false}
     *
     * <pre>{@code
     * EnvironmentMarker marker = EnvironmentMarker.parse("platform_release >= '6.0' and os_name == 'nt'");
     * marker.dependsOn(Set.of("platform_release"), linux, Set.of()); // false: it holds on no Linux
     * }</pre>
     *
     * @param unknown the variables, by their names with underscores
     * @param environment the values of the variables
     * @param extras the extras that are installed
     * @throws MarkerEvaluationException if another comparison has no answer, or the environment lacks a variable
     */
    public boolean dependsOn(Set<String> unknown, MarkerEnvironment environment, Set<ExtraName> extras) {
        Set<MarkerVariable> variables = unknown.stream()
                .flatMap(name -> MarkerVariable.of(name).stream())
                .collect(Collectors.toSet());
        // Markers know no "not", so more that holds never makes less hold.
        return evaluate(context -> context.assuming(variables, true), environment, extras)
                != evaluate(context -> context.assuming(variables, false), environment, extras);
    }

    /**
     * {@return the answer in a lock file, where {@code extras} and {@code dependency_groups} are the sets that are
     * installed}
     *
     * @param environment the values of the variables
     * @param extras the extras that are installed
     * @param dependencyGroups the groups that are installed
     * @throws MarkerEvaluationException if a comparison has no answer, or the environment lacks a variable
     */
    public boolean evaluateLocked(
            MarkerEnvironment environment, Set<ExtraName> extras, Set<ExtraName> dependencyGroups) {
        Map<MarkerVariable, Set<String>> sets = Map.of(
                MarkerVariable.EXTRAS, values(extras), MarkerVariable.DEPENDENCY_GROUPS, values(dependencyGroups));
        return root.evaluate(new MarkerContext(environment, Optional.empty(), sets));
    }

    /**
     * {@return the marker that holds where both do}
     *
     * @param other the marker to join with this one
     */
    public EnvironmentMarker and(EnvironmentMarker other) {
        return new EnvironmentMarker(new MarkerNode.And(List.of(MarkerNode.group(root), MarkerNode.group(other.root))));
    }

    /**
     * {@return the marker that holds where one of both does}
     *
     * @param other the marker to join with this one
     */
    public EnvironmentMarker or(EnvironmentMarker other) {
        return new EnvironmentMarker(new MarkerNode.Or(List.of(MarkerNode.group(root), MarkerNode.group(other.root))));
    }

    MarkerNode root() {
        return root;
    }

    private boolean evaluate(
            UnaryOperator<MarkerContext> context, MarkerEnvironment environment, Set<ExtraName> extras) {
        Stream<String> names =
                extras.isEmpty() ? Stream.of("") : extras.stream().map(ExtraName::value);
        return names.anyMatch(
                name -> root.evaluate(context.apply(new MarkerContext(environment, extra(name), Map.of()))));
    }

    private static Optional<MarkerValue> extra(String name) {
        return Optional.of(new MarkerValue(name, Optional.empty()));
    }

    private static Set<String> values(Set<ExtraName> names) {
        return names.stream().map(ExtraName::value).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnvironmentMarker that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The canonical form: single spaces, double quotes, normalised extras, the parentheses that were written. */
    @Override
    public String toString() {
        return text;
    }
}
