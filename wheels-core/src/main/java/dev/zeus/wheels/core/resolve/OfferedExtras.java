// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.wheel.SelfRequirements;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PreReleases;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The extras that were not asked for, but whose requirements are installed anyway: {@code socks} of {@code requests},
 * if something else needs {@code pysocks}.
 *
 * <p>Nothing is resolved for them, and an extra that lacks something is not offered. Extras that ask for each other are
 * offered together or not at all, so those that lack something are removed until none does.
 */
final class OfferedExtras {
    private final Demands demands;
    private final Map<PackageName, Installed> installed = new HashMap<>();
    private final Map<PackageName, SortedMap<ExtraName, List<Requirement>>> offered = new TreeMap<>();

    private record Installed(Version version, CoreMetadata metadata, Set<ExtraName> asked) {}

    /** The extras of packages as a target installs them. */
    OfferedExtras(Demands demands, Collection<ResolvedPackage> packages) {
        this.demands = demands;
        for (ResolvedPackage each : packages) {
            installed.put(
                    each.name(),
                    new Installed(
                            each.version(),
                            each.metadata(),
                            each.optionalDependencies().keySet()));
        }
        installed.forEach((name, each) -> offered.put(name, unasked(each)));
        boolean lacksSome = true;
        while (lacksSome) {
            lacksSome = false;
            for (SortedMap<ExtraName, List<Requirement>> extras : offered.values()) {
                lacksSome |= extras.values()
                        .removeIf(requirements -> !requirements.stream().allMatch(this::isMet));
            }
        }
    }

    private SortedMap<ExtraName, List<Requirement>> unasked(Installed each) {
        SortedMap<ExtraName, List<Requirement>> extras = new TreeMap<>();
        if (Demands.isTooMuch(each.metadata(), each.metadata().providesExtra().size())) {
            return extras; // There are none.
        }
        each.metadata().providesExtra().stream()
                .filter(extra -> !each.asked().contains(extra))
                .forEach(extra -> extras.put(extra, demands.writtenOfExtra(each.metadata(), extra)));
        return extras;
    }

    private boolean isMet(Requirement requirement) {
        return requirement.url().isEmpty()
                && Optional.ofNullable(installed.get(requirement.name()))
                        .filter(there -> requirement.specifiers().contains(there.version(), PreReleases.ALLOW))
                        .filter(there -> requirement.extras().stream()
                                .allMatch(extra -> there.asked().contains(extra)
                                        || of(requirement.name()).containsKey(extra)))
                        .isPresent();
    }

    private SortedMap<ExtraName, List<Requirement>> of(PackageName name) {
        return offered.getOrDefault(name, new TreeMap<>());
    }

    /** What each of them requires besides, of others. */
    SortedMap<ExtraName, List<ResolvedDependency>> of(ResolvedPackage each) {
        SortedMap<ExtraName, List<ResolvedDependency>> extras = new TreeMap<>();
        of(each.name())
                .forEach((extra, requirements) -> extras.put(
                        extra,
                        ResolvedDependency.of(
                                SelfRequirements.resolved(each.name(), requirements, inner -> ofOwn(each, inner)))));
        return extras;
    }

    /** What another extra of the same package requires: of one that is asked for what it got. */
    private List<Requirement> ofOwn(ResolvedPackage each, ExtraName extra) {
        return Optional.ofNullable(of(each.name()).get(extra)).orElseGet(() -> demands.ofExtra(each.metadata(), extra));
    }
}
