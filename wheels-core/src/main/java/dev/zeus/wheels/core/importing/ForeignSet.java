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
 * @param direct what the project asks for itself
 * @param constraints what others are held to
 * @param overrides what replaces the wishes of others
 * @param locked what is locked, if anything is
 * @param environments what the lock was made for; anything where it does not say
 * @param indexes the places that packages come from, beside PyPI
 * @param usual the name of the source that packages come from where nothing else is said
 * @param python the Pythons it is for
 * @param built the packages that are built from source
 * @param platforms the platforms it is for; empty where it does not say
 * @param wheelNames the names that projects have on their index, where they are others
 * @param customs what only Nix builds
 * @param prereleases whether pre-releases are wanted
 * @param offered the extras and groups that could be taken in
 * @param left what the declarations will not say
 */
record ForeignSet(
        List<DirectRequirement> direct,
        List<Requirement> constraints,
        List<Requirement> overrides,
        Optional<LockedGraph> locked,
        List<ForeignTable.Item> environments,
        List<ForeignIndex> indexes,
        String usual,
        Optional<VersionSpecifiers> python,
        SortedSet<PackageName> built,
        Set<Platform> platforms,
        Map<PackageName, String> wheelNames,
        List<ForeignCustom> customs,
        boolean prereleases,
        SortedSet<String> offered,
        List<NotCarried> left) {
    ForeignSet {
        direct = List.copyOf(direct);
        constraints = List.copyOf(constraints);
        overrides = List.copyOf(overrides);
        environments = List.copyOf(environments);
        indexes = List.copyOf(indexes);
        platforms = Set.copyOf(platforms);
        wheelNames = Map.copyOf(wheelNames);
        customs = List.copyOf(customs);
        left = List.copyOf(left);
    }
}
