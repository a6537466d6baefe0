// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Terms that are never all true at once; a term is a package and the set it is in.
 *
 * @param terms the terms, none of them true of everything
 * @param cause why
 */
record Incompatibility(Map<PackageKey, VersionSet> terms, Cause cause) {
    Incompatibility {
        Map<PackageKey, VersionSet> kept = new LinkedHashMap<>(terms);
        kept.values().removeIf(VersionSet::isFull);
        terms = Collections.unmodifiableMap(kept);
    }

    static Incompatibility of(PackageKey key, VersionSet set, Cause cause) {
        return new Incompatibility(Map.of(key, set), cause);
    }

    /** "A version in {@code set} needs the other package in {@code needed}"; empty if that is always true. */
    static Optional<Incompatibility> dependency(
            PackageKey owner, VersionSet set, PackageKey other, VersionSet needed, Cause cause) {
        Map<PackageKey, VersionSet> terms = new LinkedHashMap<>();
        terms.put(owner, set);
        terms.merge(other, needed.complement(), VersionSet::and);
        return terms.values().stream().anyMatch(VersionSet::isEmpty)
                ? Optional.empty()
                : Optional.of(new Incompatibility(terms, cause));
    }

    /** What follows from this and another one, whatever becomes of {@code key}: the rule of resolution. */
    Incompatibility resolve(Incompatibility other, PackageKey key) {
        Map<PackageKey, VersionSet> merged = new LinkedHashMap<>(terms);
        other.terms.forEach((k, set) -> merged.merge(k, set, k.equals(key) ? VersionSet::or : VersionSet::and));
        return new Incompatibility(merged, new Cause.Derived(this, other));
    }

    /** Whether it says that nothing at all satisfies the declarations. */
    boolean isFailure() {
        return terms.keySet().stream().allMatch(PackageKey.ROOT::equals);
    }
}
