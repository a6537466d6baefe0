// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * What a file of another tool says.
 *
 * @param wishes what is asked for
 * @param locked what is locked, if anything is
 * @param scope what it is for
 * @param sources where packages come from
 * @param built the packages that are built from source
 * @param wheelNames the names that projects have on their index, where they are others
 * @param customs what only Nix builds
 * @param offered the extras and groups that could be taken in
 * @param left what the declarations will not say
 */
record ForeignSet(
        Wishes wishes,
        Optional<LockedGraph> locked,
        Scope scope,
        Sources sources,
        SortedSet<PackageName> built,
        Map<PackageName, String> wheelNames,
        List<ForeignCustom> customs,
        SortedSet<String> offered,
        List<NotCarried> left) {
    ForeignSet {
        wheelNames = Map.copyOf(wheelNames);
        customs = List.copyOf(customs);
        left = List.copyOf(left);
    }

    /**
     * What is asked for.
     *
     * @param direct what the project asks for itself
     * @param constraints what others are held to
     * @param overrides what replaces the wishes of others
     * @param prereleases whether pre-releases are wanted
     */
    record Wishes(
            List<DirectRequirement> direct,
            List<Requirement> constraints,
            List<Requirement> overrides,
            boolean prereleases) {
        Wishes {
            direct = List.copyOf(direct);
            constraints = List.copyOf(constraints);
            overrides = List.copyOf(overrides);
        }
    }

    /**
     * What it is for.
     *
     * @param environments what the lock was made for; anything where it does not say
     * @param python the Pythons
     * @param platforms the platforms; empty where it does not say
     */
    record Scope(List<ForeignTable.Item> environments, Optional<VersionSpecifiers> python, Set<Platform> platforms) {
        Scope {
            environments = List.copyOf(environments);
            platforms = Set.copyOf(platforms);
        }
    }

    /**
     * Where packages come from.
     *
     * @param indexes the places beside PyPI
     * @param usual the name of the source that counts where nothing else is said
     */
    record Sources(List<ForeignIndex> indexes, String usual) {
        Sources {
            indexes = List.copyOf(indexes);
        }
    }
}
