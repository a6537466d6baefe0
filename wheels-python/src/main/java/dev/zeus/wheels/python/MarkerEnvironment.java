package dev.zeus.wheels.python;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The interpreter and machine that a marker is evaluated for, by variable name.
 *
 * @param values such as {@code python_version} to {@code 3.12}
 * @see <a href="https://packaging.python.org/specifications/dependency-specifiers/#environment-markers">PEP 508</a>
 */
public record MarkerEnvironment(SortedMap<String, String> values) {
    public MarkerEnvironment {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static MarkerEnvironment of(Map<String, String> values) {
        return new MarkerEnvironment(new TreeMap<>(values));
    }

    /**
     * The value of a variable.
     *
     * @throws UndefinedMarkerException where the environment has none
     */
    public String get(String variable) {
        String value = values.get(variable);
        if (value == null) {
            throw new UndefinedMarkerException(UndefinedMarkerException.Reason.NAME, variable);
        }
        return value;
    }

    /** This environment with one value replaced or added. */
    public MarkerEnvironment with(String variable, String value) {
        SortedMap<String, String> changed = new TreeMap<>(values);
        changed.put(variable, value);
        return new MarkerEnvironment(changed);
    }
}
