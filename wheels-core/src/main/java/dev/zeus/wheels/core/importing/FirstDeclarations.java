// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.importing.DeclarationSource.DeclaredPackage;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The declarations of a new wheel set, from a few requirements that the user typed.
 *
 * @param pythons the Pythons of the set
 * @param sources the Java files by name
 */
public record FirstDeclarations(List<String> pythons, SortedMap<String, String> sources) {

    /**
     * The declarations.
     *
     * @param option how the properties begin that the words were typed for
     * @param packageName the Java package
     * @param asked the requirements
     * @param pythons the Pythons of the set, separated by commas; the usual ones without it
     * @param platforms the platforms of the set, separated by commas; two usual ones without it
     * @throws WheelsException D233, D234 for the words, I203 for a requirement that cannot be declared
     */
    public static FirstDeclarations of(
            String option,
            String packageName,
            List<Requirement> asked,
            Optional<String> pythons,
            Optional<String> platforms) {
        Gathering gathering = new Gathering();
        asked.forEach(each -> gathering.need(each, Optional.empty(), new Place("-D" + option + "Wheels", 1)));
        ForeignSet set = gathering.set();
        ImportedTargets targets = ImportedTargets.of(option, pythons, platforms, Optional.empty());
        List<NotCarried> left = new ArrayList<>(set.left());
        List<DeclaredPackage> packages =
                Declaring.of(set, targets, InstalledEntries.of(set.locked(), targets.targets()), left);
        if (!left.isEmpty()) {
            throw new WheelsException(
                    ImportProblem.UNDECLARABLE,
                    "\"" + left.get(0).what() + "\" cannot be declared: "
                            + left.get(0).why(),
                    "ask for another package in -D" + option + "Wheels, or declare it by hand afterwards");
        }
        return new FirstDeclarations(targets.pythons(), DeclarationSource.print(packageName, set, targets, packages));
    }
}
