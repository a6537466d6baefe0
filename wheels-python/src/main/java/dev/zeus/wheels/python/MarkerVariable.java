// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A variable of markers (<a href="https://peps.python.org/pep-0508/">PEP 508</a>), or one of the sets that those of
 * lock files have (<a href="https://peps.python.org/pep-0751/">PEP 751</a>).
 */
enum MarkerVariable {
    PYTHON_VERSION,
    PYTHON_FULL_VERSION,
    OS_NAME("os.name"),
    SYS_PLATFORM("sys.platform"),
    PLATFORM_RELEASE,
    PLATFORM_SYSTEM,
    PLATFORM_VERSION("platform.version"),
    PLATFORM_MACHINE("platform.machine"),
    PLATFORM_PYTHON_IMPLEMENTATION("platform.python_implementation", "python_implementation"),
    IMPLEMENTATION_NAME,
    IMPLEMENTATION_VERSION,
    EXTRA,
    EXTRAS,
    DEPENDENCY_GROUPS;

    private static final List<MarkerVariable> ALL = List.of(values());
    private static final Map<String, MarkerVariable> BY_SPELLING = bySpelling();

    private final String spelling;
    private final List<String> oldSpellings;

    MarkerVariable(String... oldSpellings) {
        this.spelling = name().toLowerCase(Locale.ROOT);
        this.oldSpellings = List.of(oldSpellings);
    }

    /** The variable of a spelling, be it an old one. */
    static Optional<MarkerVariable> of(String spelling) {
        return Optional.ofNullable(BY_SPELLING.get(spelling));
    }

    static int count() {
        return ALL.size();
    }

    /** The variable as it is written today. */
    String spelling() {
        return spelling;
    }

    /** Whether its values are compared as versions where they are some. */
    boolean isVersion() {
        return switch (this) {
            case IMPLEMENTATION_VERSION, PLATFORM_RELEASE, PYTHON_FULL_VERSION, PYTHON_VERSION -> true;
            default -> false;
        };
    }

    /** Whether it is a set of names. */
    boolean isSet() {
        return this == EXTRAS || this == DEPENDENCY_GROUPS;
    }

    private static Map<String, MarkerVariable> bySpelling() {
        Map<String, MarkerVariable> variables = new HashMap<>();
        for (MarkerVariable variable : ALL) {
            variables.put(variable.spelling, variable);
            variable.oldSpellings.forEach(old -> variables.put(old, variable));
        }
        return Map.copyOf(variables);
    }
}
