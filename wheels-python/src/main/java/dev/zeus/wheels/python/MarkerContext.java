// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An environment as one evaluation sees it: with the extra that is asked for, and in a lock file with its sets.
 *
 * @param sets the variables that are sets, their names normalised; empty outside lock files
 * @param assumed what comparisons with unknown variables are taken to be
 */
record MarkerContext(
        MarkerEnvironment environment,
        Optional<MarkerValue> extra,
        Map<MarkerVariable, Set<String>> sets,
        Optional<Assumption> assumed) {

    /** An answer for every comparison with one of some variables. */
    record Assumption(Set<MarkerVariable> variables, boolean answer) {}

    MarkerContext(MarkerEnvironment environment, Optional<MarkerValue> extra, Map<MarkerVariable, Set<String>> sets) {
        this(environment, extra, sets, Optional.empty());
    }

    MarkerContext assuming(Set<MarkerVariable> variables, boolean answer) {
        return new MarkerContext(environment, extra, sets, Optional.of(new Assumption(variables, answer)));
    }

    MarkerValue value(MarkerVariable variable) {
        return variable == MarkerVariable.EXTRA && extra.isPresent() ? extra.get() : environment.get(variable);
    }

    Optional<Set<String>> set(MarkerVariable variable) {
        return variable.isSet() ? Optional.ofNullable(sets.get(variable)) : Optional.empty();
    }
}
