package dev.zeus.wheels.python;

import java.util.Collections;
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
 * <p>Standard: environment markers, PEP 508.
 *
 * @param values the value of each variable, by its name with underscores
 */
public record MarkerEnvironment(SortedMap<String, String> values) {

    /** Copies the values. */
    public MarkerEnvironment {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The environment of these values, in whatever order. */
    public static MarkerEnvironment of(Map<String, String> values) {
        return new MarkerEnvironment(new TreeMap<>(values));
    }

    /**
     * The value of a variable.
     *
     * @throws MarkerEvaluationException if there is none of that name
     */
    public String get(String variable) {
        return Optional.ofNullable(values.get(variable))
                .orElseThrow(() -> new MarkerEvaluationException(
                        MarkerEvaluationException.Reason.UNDEFINED_VARIABLE,
                        "the environment has no variable \"" + variable + "\""));
    }

    /** This environment with one value changed or added. */
    public MarkerEnvironment with(String variable, String value) {
        SortedMap<String, String> changed = new TreeMap<>(values);
        changed.put(variable, value);
        return new MarkerEnvironment(changed);
    }
}
