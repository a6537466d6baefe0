// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values that markers are evaluated with: what one Python on one machine says of itself.
 *
 * <pre>{@code
 * environment.get("python_version");                       // "3.12"
 * environment.with("platform_machine", "aarch64");
 * }</pre>
 *
 * <p>Standard: environment markers, <a href="https://peps.python.org/pep-0508/">PEP 508</a>.
 */
public final class MarkerEnvironment {
    private static final Optional<MarkerValue> NO_EXTRA = Optional.of(new MarkerValue("", Optional.empty()));

    private final SortedMap<String, String> values;
    private final List<Optional<MarkerValue>> byVariable;

    /**
     * Copies the values, each by the name of its variable with underscores.
     *
     * @param values the value of each variable
     */
    public MarkerEnvironment(SortedMap<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        List<Optional<MarkerValue>> found =
                new ArrayList<>(Collections.nCopies(MarkerVariable.count(), Optional.empty()));
        found.set(MarkerVariable.EXTRA.ordinal(), NO_EXTRA);
        values.forEach((name, text) -> MarkerVariable.of(name)
                .ifPresent(variable -> found.set(variable.ordinal(), Optional.of(MarkerValue.of(variable, text)))));
        this.byVariable = List.copyOf(found);
    }

    /**
     * {@return the environment of these values, in whatever order}
     *
     * @param values the value of each variable
     */
    public static MarkerEnvironment of(Map<String, String> values) {
        return new MarkerEnvironment(new TreeMap<>(values));
    }

    /**
     * {@return what the first release of a CPython says on Linux or macOS, whose kernel is not known:
     * {@code ofCPython("3.12", true, "x86_64")}}
     *
     * @param python two numbers
     * @param linux whether it is Linux rather than macOS
     * @param machine Python's name of the processor
     */
    public static MarkerEnvironment ofCPython(String python, boolean linux, String machine) {
        return of(Map.ofEntries(
                Map.entry("implementation_name", "cpython"),
                Map.entry("implementation_version", python + ".0"),
                Map.entry("os_name", "posix"),
                Map.entry("platform_machine", machine),
                Map.entry("platform_python_implementation", "CPython"),
                Map.entry("platform_release", ""),
                Map.entry("platform_system", linux ? "Linux" : "Darwin"),
                Map.entry("platform_version", ""),
                Map.entry("python_full_version", python + ".0"),
                Map.entry("python_version", python),
                Map.entry("sys_platform", linux ? "linux" : "darwin")));
    }

    /** {@return the value of each variable, by its name with underscores} */
    public SortedMap<String, String> values() {
        return values;
    }

    /**
     * {@return the value of a variable}
     *
     * @param variable the variable's name with underscores
     * @throws MarkerEvaluationException if there is no variable of that name
     */
    public String get(String variable) {
        return Optional.ofNullable(values.get(variable)).orElseThrow(() -> undefined(variable));
    }

    MarkerValue get(MarkerVariable variable) {
        Optional<MarkerValue> value = byVariable.get(variable.ordinal());
        if (value.isEmpty()) {
            throw undefined(variable.spelling());
        }
        return value.get();
    }

    private static MarkerEvaluationException undefined(String variable) {
        return new MarkerEvaluationException(
                MarkerEvaluationException.Reason.UNDEFINED_VARIABLE,
                "the environment has no variable \"" + variable + "\"");
    }

    /**
     * {@return this environment with one value changed or added}
     *
     * @param variable the variable's name with underscores
     * @param value its value
     */
    public MarkerEnvironment with(String variable, String value) {
        SortedMap<String, String> changed = new TreeMap<>(values);
        changed.put(variable, value);
        return new MarkerEnvironment(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MarkerEnvironment that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The values by their variables. */
    @Override
    public String toString() {
        return values.toString();
    }
}
