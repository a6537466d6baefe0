// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.LenientReader;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code requires.txt} of setuptools: requirements, and after {@code [extra:marker]} those under an extra,
 * under a marker, or under both.
 */
final class RequiresTxt {
    private RequiresTxt() {}

    /**
     * Reads it.
     *
     * @throws PackagingParseException if a line is neither
     */
    static List<Requirement> parse(String text) {
        List<Requirement> requirements = new ArrayList<>();
        Optional<ExtraName> extra = Optional.empty();
        Optional<EnvironmentMarker> marker = Optional.empty();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("[") && line.endsWith("]")) {
                String section = line.substring(1, line.length() - 1);
                int colon = section.indexOf(':');
                String named = colon < 0 ? section : section.substring(0, colon);
                extra = named.isBlank() ? Optional.empty() : Optional.of(ExtraName.parse(named.strip()));
                marker = colon < 0
                        ? Optional.empty()
                        : Optional.of(EnvironmentMarker.parse(section.substring(colon + 1)));
            } else if (!line.isEmpty()) {
                Requirement requirement = LenientReader.requirement(line);
                requirement = marker.map(requirement::under).orElse(requirement);
                requirements.add(extra.map(requirement::underExtra).orElse(requirement));
            }
        }
        return requirements;
    }
}
