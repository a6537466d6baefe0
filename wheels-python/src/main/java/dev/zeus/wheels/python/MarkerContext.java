package dev.zeus.wheels.python;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An environment as one evaluation sees it: with the extra that is asked for, and in a lock file with its sets.
 *
 * @param sets the variables that are sets ({@code extras}, {@code dependency_groups}), normalised; empty outside lock
 *     files
 */
record MarkerContext(MarkerEnvironment environment, Optional<String> extra, Map<String, Set<String>> sets) {

    String value(String variable) {
        if (variable.equals("extra")) {
            return extra.orElseGet(() -> Names.normalize(environment.values().getOrDefault("extra", "")));
        }
        String value = environment.get(variable);
        // A Python built from a working copy says 3.13.0+, which no version may end with.
        return variable.equals("python_full_version") && value.endsWith("+") ? value + "local" : value;
    }

    Optional<Set<String>> set(String variable) {
        return Optional.ofNullable(sets.get(variable));
    }
}
