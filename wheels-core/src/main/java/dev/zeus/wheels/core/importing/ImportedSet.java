// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.importing.DeclarationSource.DeclaredPackage;
import dev.zeus.wheels.core.lock.ImportedLock;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A file of another tool, as the files of a wheel set.
 *
 * @param pythons the Pythons of the set
 * @param sources the Java files by name
 * @param lock the versions that the first run is to take; empty where none were locked
 * @param types how many types declare packages
 * @param versions how many packages have a locked version
 * @param left what is not carried over, each with its line and reason
 */
public record ImportedSet(
        List<String> pythons,
        SortedMap<String, String> sources,
        Optional<String> lock,
        int types,
        int versions,
        List<String> left) {

    /**
     * Reads a file.
     *
     * @param file the file
     * @param packageName the Java package of the declarations
     * @param pythons the Pythons of the set, separated by commas; those that the file is for without it
     * @param platforms the platforms of the set, separated by commas; two usual ones without it
     * @param with the extras and groups that are taken in
     * @throws dev.zeus.wheels.core.event.WheelsException I101, I102, I103, I105, I109, I110 for the file, D233 and D234
     *     for the words
     */
    public static ImportedSet read(
            Path file, String packageName, Optional<String> pythons, Optional<String> platforms, Set<ExtraName> with) {
        ForeignSet set = ForeignFormat.read(file, with);
        ImportedTargets targets = ImportedTargets.of("wheels.import", pythons, platforms, set);
        InstalledEntries installed = InstalledEntries.of(set.locked(), targets.targets());
        List<NotCarried> left = new ArrayList<>(set.left());
        targets.unfit(set.scope().python())
                .forEach(python -> left.add(new NotCarried(
                        new Place(String.valueOf(file.getFileName()), 1),
                        "Python " + python,
                        "the file is for Python " + set.scope().python().orElseThrow()
                                + "; name others with -Dwheels.importPythons")));
        left.addAll(installed.left(set.scope().environments()));
        List<DeclaredPackage> packages = Declaring.of(set, targets, installed, left);
        if (packages.isEmpty() && set.customs().isEmpty()) {
            throw ImportProblems.nothing(String.valueOf(file.getFileName()), set.offered(), left);
        }
        SortedMap<String, String> sources = DeclarationSource.print(packageName, set, targets, packages);
        SortedMap<PackageName, SortedMap<Version, Optional<EnvironmentMarker>>> versions = installed.versions();
        return new ImportedSet(
                targets.pythons(),
                sources,
                versions.isEmpty() ? Optional.empty() : Optional.of(ImportedLock.print(versions)),
                sources.size() - 1,
                versions.size(),
                left.stream().map(NotCarried::toString).distinct().toList());
    }
}
