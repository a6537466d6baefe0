// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a wheel set asks of its resolution beside its requirements.
 *
 * @param constraints versions that packages are held to where they are needed
 * @param overrides requirements that replace what packages ask of the same project
 * @param excludes projects that are left out, whatever asks for them
 * @param strategy which of several fitting versions is taken
 * @param prereleases whether pre-releases are taken
 * @param cutoffs when files must have been uploaded
 * @param targets all targets of the set, since a release that has wheels for some of them only may still be uploading
 * @param now the moment of the run, from which it is told how long ago that began
 * @param kept the names of the files that each target has locked and keeps as long as they fit, by its id
 */
public record ResolutionRules(
        List<Requirement> constraints,
        List<Requirement> overrides,
        Set<PackageName> excludes,
        ResolutionStrategy strategy,
        PrereleasePolicy prereleases,
        Cutoffs cutoffs,
        List<Target> targets,
        Instant now,
        Map<String, Set<String>> kept) {
    /** Nothing asked for. */
    public static final ResolutionRules NONE = new ResolutionRules(
            List.of(),
            List.of(),
            Set.of(),
            ResolutionStrategy.HIGHEST,
            PrereleasePolicy.IF_NECESSARY,
            Cutoffs.of(Optional.empty()),
            List.of(),
            Instant.EPOCH);

    /** Where nothing is locked yet. */
    public ResolutionRules(
            List<Requirement> constraints,
            List<Requirement> overrides,
            Set<PackageName> excludes,
            ResolutionStrategy strategy,
            PrereleasePolicy prereleases,
            Cutoffs cutoffs,
            List<Target> targets,
            Instant now) {
        this(constraints, overrides, excludes, strategy, prereleases, cutoffs, targets, now, Map.of());
    }

    /** The same rules for targets that keep files. */
    public ResolutionRules keeping(Map<String, Set<String>> files) {
        return new ResolutionRules(
                constraints, overrides, excludes, strategy, prereleases, cutoffs, targets, now, files);
    }

    public ResolutionRules {
        constraints = List.copyOf(constraints);
        overrides = List.copyOf(overrides);
        excludes = Set.copyOf(excludes);
        targets = List.copyOf(targets);
        kept = Map.copyOf(kept);
    }
}
