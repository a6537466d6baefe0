package dev.zeus.wheels.python;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An environment as one evaluation sees it: with the extra that is asked for, and in a lock file with its sets.
 *
 * @param sets the variables that are sets, their names normalised; empty outside lock files
 */
record MarkerContext(
        MarkerEnvironment environment, Optional<MarkerValue> extra, Map<MarkerVariable, Set<String>> sets) {

    MarkerValue value(MarkerVariable variable) {
        return variable == MarkerVariable.EXTRA && extra.isPresent() ? extra.get() : environment.get(variable);
    }

    Optional<Set<String>> set(MarkerVariable variable) {
        return variable.isSet() ? Optional.ofNullable(sets.get(variable)) : Optional.empty();
    }
}
