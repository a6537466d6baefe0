// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PreReleases;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifier;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.List;
import java.util.Optional;

/**
 * All versions of a project on its page, oldest first, with the best file of each for the target.
 *
 * @param versions every version, usable or not
 * @param files the best accepted file of each usable or yanked version, by the version's number
 * @param exclusions the versions that cannot be used, by kind of reason
 * @param capped the versions that refuse this Python as too new
 * @param unmaintained what to warn of where the project is archived or deprecated
 * @param exists whether the index has the project at all
 */
record Candidates(
        PackageName name,
        String source,
        List<Version> versions,
        ChosenFiles files,
        List<Exclusion> exclusions,
        VersionSet capped,
        Optional<Problem> unmaintained,
        boolean exists) {
    static Candidates missing(PackageName name, String source) {
        return new Candidates(
                name, source, List.of(), ChosenFiles.none(), List.of(), VersionSet.none(0), Optional.empty(), false);
    }

    static boolean admits(VersionSpecifiers requiresPython, Version python) {
        return requiresPython.contains(python, PreReleases.ALLOW);
    }

    static boolean admits(CoreMetadata metadata, Version python) {
        return metadata.requiresPython()
                .map(requiresPython -> admits(requiresPython, python))
                .orElse(true);
    }

    /** Whether a Python is refused though it is as new as is asked for: by an upper bound, or an exclusion. */
    static boolean caps(VersionSpecifiers requiresPython, Version python) {
        return !admits(requiresPython, python)
                && requiresPython.specifiers().stream()
                        .allMatch(specifier -> specifier.contains(python) || isUpper(specifier, python));
    }

    private static boolean isUpper(VersionSpecifier specifier, Version python) {
        return switch (specifier.operator()) {
            case LESS, AT_MOST, NOT_EQUAL -> true;
            case EQUAL, COMPATIBLE ->
                Version.parse(specifier.version().replace(".*", "")).compareTo(python) < 0;
            default -> false;
        };
    }

    /**
     * The versions that some specifiers admit; whether pre-releases are wanted is a question of choice, not of this.
     */
    VersionSet matching(VersionSpecifiers specifiers) {
        return VersionSet.where(versions.size(), i -> specifiers.contains(versions.get(i), PreReleases.ALLOW));
    }

    /** Whether a version has a file for the target and nothing speaks against it. */
    boolean isUsable(int version) {
        return files.has(version)
                && exclusions.stream()
                        .noneMatch(exclusion -> exclusion.versions().contains(version));
    }

    /** The versions that were yanked. */
    VersionSet yanked() {
        for (Exclusion exclusion : exclusions) {
            if (exclusion.kind() == Exclusion.Kind.YANKED) {
                return exclusion.versions();
            }
        }
        return VersionSet.none(versions.size());
    }
}
