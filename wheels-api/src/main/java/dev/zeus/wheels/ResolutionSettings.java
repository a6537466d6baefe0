// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;

/**
 * How a wheel set wants its closure resolved.
 *
 * @param constraints versions that packages are held to where they are needed, such as {@code numpy<2.4}
 * @param overrides requirements that replace whatever packages ask of the same project
 * @param excludes projects that are left out of the closure
 * @param strategy which of several fitting versions is taken
 * @param prereleases whether pre-releases are taken
 * @param excludeNewer how old files must be, as it is declared; empty for any age
 * @param excludeNewerPackages packages with a cooldown of their own ({@code numpy=2 days}) or none ({@code numpy})
 * @param excludeNewerSources sources with a cooldown of their own or none, in the same form
 */
public record ResolutionSettings(
        List<String> constraints,
        List<String> overrides,
        List<String> excludes,
        ResolutionStrategy strategy,
        PrereleasePolicy prereleases,
        String excludeNewer,
        List<String> excludeNewerPackages,
        List<String> excludeNewerSources) {
    /** Nothing asked for. */
    public static final ResolutionSettings DEFAULT = new ResolutionSettings(
            List.of(), List.of(), List.of(), ResolutionStrategy.HIGHEST, PrereleasePolicy.IF_NECESSARY, "");

    /**
     * Copies what it is given, so that it cannot change.
     *
     * @param constraints versions that packages are held to where they are needed, such as {@code numpy<2.4}
     * @param overrides requirements that replace whatever packages ask of the same project
     * @param excludes projects that are left out of the closure
     * @param strategy which of several fitting versions is taken
     * @param prereleases whether pre-releases are taken
     * @param excludeNewer how old files must be, as it is declared; empty for any age
     * @param excludeNewerPackages packages with a cooldown of their own ({@code numpy=2 days}) or none ({@code numpy})
     * @param excludeNewerSources sources with a cooldown of their own or none, in the same form
     */
    public ResolutionSettings {
        constraints = List.copyOf(constraints);
        overrides = List.copyOf(overrides);
        excludes = List.copyOf(excludes);
        excludeNewerPackages = List.copyOf(excludeNewerPackages);
        excludeNewerSources = List.copyOf(excludeNewerSources);
    }

    /**
     * With one cooldown for all.
     *
     * @param constraints versions that packages are held to where they are needed, such as {@code numpy<2.4}
     * @param overrides requirements that replace whatever packages ask of the same project
     * @param excludes projects that are left out of the closure
     * @param strategy which of several fitting versions is taken
     * @param prereleases whether pre-releases are taken
     * @param excludeNewer how old files must be, as it is declared; empty for any age
     */
    public ResolutionSettings(
            List<String> constraints,
            List<String> overrides,
            List<String> excludes,
            ResolutionStrategy strategy,
            PrereleasePolicy prereleases,
            String excludeNewer) {
        this(constraints, overrides, excludes, strategy, prereleases, excludeNewer, List.of(), List.of());
    }
}
