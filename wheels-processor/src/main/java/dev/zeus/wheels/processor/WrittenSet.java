// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.LibraryPolicy;
import dev.zeus.wheels.NixCache;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.SourceFormat;
import java.util.List;
import java.util.Optional;

/** A {@code @WheelSet} as it is written; a required value is empty where the compiler itself reports it. */
record WrittenSet(
        String packageName,
        Site site,
        WrittenList<String> pythons,
        WrittenList<Target> targets,
        WrittenList<Source> sources,
        DependencyPolicy dependencies,
        Resolution resolution,
        WrittenList<Replacement> replacements,
        Licenses licenses,
        LibraryPolicy libraries,
        WrittenList<Excuse> excuses,
        WrittenList<Integration> ci,
        boolean attestations,
        Written<String> registry) {
    /** A {@code @ContinuousIntegration} as it is written. */
    record Integration(
            Site site,
            WrittenList<String> runner,
            Written<Integer> java,
            boolean installNix,
            Written<NixCache> cache,
            Written<String> cacheName,
            Written<String> upgrades,
            Written<String> directory) {}

    /** What a {@code @WheelSet} says of resolving, as it is written. */
    record Resolution(
            WrittenList<String> constraints,
            WrittenList<String> overrides,
            WrittenList<String> excludes,
            ResolutionStrategy strategy,
            PrereleasePolicy prereleases,
            Written<String> excludeNewer,
            WrittenList<String> excludeNewerPackages,
            WrittenList<String> excludeNewerSources) {
        /** Of a set that says nothing. */
        static Resolution nothing(Site site) {
            WrittenList<String> none = new WrittenList<>(List.of(), site, false, false);
            return new Resolution(
                    none,
                    none,
                    none,
                    ResolutionStrategy.HIGHEST,
                    PrereleasePolicy.IF_NECESSARY,
                    new Written<>("", site, false),
                    none,
                    none);
        }
    }

    /** What a {@code @WheelSet} says of licences, as it is written. */
    record Licenses(WrittenList<String> allowed, WrittenList<String> exceptions) {
        /** Of a set that says nothing. */
        static Licenses nothing(Site site) {
            WrittenList<String> none = new WrittenList<>(List.of(), site, false, false);
            return new Licenses(none, none);
        }
    }

    /** An {@code @On} as it is written. */
    record Target(
            Site site,
            Optional<Written<Platform>> platform,
            Written<String> glibc,
            Written<String> musl,
            Written<String> macos) {
        /** The member that is the floor of a kind. */
        Written<String> floor(Floor kind) {
            return switch (kind) {
                case GLIBC -> glibc;
                case MUSL -> musl;
                case MACOS -> macos;
            };
        }
    }

    /** A {@code @Replacement} as it is written. */
    record Replacement(Site site, Optional<Written<String>> of, Optional<Written<String>> by) {}

    /** An {@code @Excuse} as it is written. */
    record Excuse(
            Site site, Optional<Written<String>> of, WrittenList<String> codes, Optional<Written<String>> reason) {}

    /** A {@code @Source} as it is written. */
    record Source(
            Site site,
            Optional<Written<String>> name,
            Optional<Written<String>> url,
            SourceFormat format,
            boolean requiresLogin,
            boolean allowHttp,
            WrittenList<String> files) {}

    /** The platforms of the targets, in written order. */
    List<Platform> platforms() {
        return targets.values().stream()
                .flatMap(target -> target.platform().stream())
                .map(Written::value)
                .toList();
    }
}
