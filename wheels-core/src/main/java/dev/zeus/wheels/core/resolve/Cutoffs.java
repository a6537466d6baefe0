// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.PackageName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * When files must have been uploaded to be taken: the package's own setting, else that of its source, else that of the
 * set.
 *
 * <p>Example: {@code Cutoffs.of(Optional.of(Instant.parse("2026-11-01T00:00:00Z")))}.
 *
 * @param all the moment for all; empty for any
 * @param packages that of single packages; empty for any
 * @param sources that of single sources; empty for any
 */
public record Cutoffs(
        Optional<Instant> all, Map<PackageName, Optional<Instant>> packages, Map<String, Optional<Instant>> sources) {
    public Cutoffs {
        packages = Map.copyOf(packages);
        sources = Map.copyOf(sources);
    }

    /** The same moment for all. */
    public static Cutoffs of(Optional<Instant> all) {
        return new Cutoffs(all, Map.of(), Map.of());
    }

    /** The moment before which the files of a package from a source were uploaded; empty for any. */
    public Optional<Instant> of(PackageName name, String source) {
        Optional<Instant> ofSource = sources.getOrDefault(source, all);
        return packages.getOrDefault(name, ofSource);
    }
}
