// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Optional;

/**
 * What a variable is in an environment.
 *
 * @param version the same as a version, where it is one and versions of it are compared
 */
record MarkerValue(String text, Optional<Version> version) {

    static MarkerValue of(MarkerVariable variable, String text) {
        // A Python built from a working copy says 3.13.0+, which no version may end with.
        boolean workingCopy = variable == MarkerVariable.PYTHON_FULL_VERSION && text.endsWith("+");
        String value = workingCopy ? text + "local" : variable == MarkerVariable.EXTRA ? Names.normalize(text) : text;
        return new MarkerValue(value, variable.isVersion() ? Version.tryParse(value) : Optional.empty());
    }

    boolean fulfils(VersionSpecifier specifier) {
        if (specifier.operator() == VersionSpecifier.Operator.ARBITRARY) {
            return specifier.containsText(text);
        }
        return version.isPresent() && specifier.contains(version.get());
    }
}
