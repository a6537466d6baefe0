// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.nixpkgs.RecipeLibraries;
import dev.zeus.wheels.core.text.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The libraries that locked wheels need and that nothing brings, as far as the wheels were read. */
public final class MissingLibraries {
    private static final int SHOWN = 3;

    private MissingLibraries() {}

    /** One warning ({@code N309}) for each package that Nix cannot build as it is declared. */
    public static List<Problem> of(WheelSetDeclaration declaration, Lock lock) {
        if (lock.packages().stream()
                .allMatch(locked -> locked.facts().libraries().isEmpty())) {
            return List.of();
        }
        LockedSet set = new LockedSet(declaration, lock);
        LibrarySources sources = new LibrarySources(set);
        Set<String> linux =
                lock.targets().stream().filter(Target::isLinux).map(Target::id).collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>();
        for (LockedPackage locked : set.packages()) {
            SortedSet<String> targets = new TreeSet<>(locked.targets());
            targets.retainAll(linux);
            RecipeDeclaration recipe = set.recipe(locked, targets);
            sources.of(locked, targets).ifPresent(found -> {
                List<String> missing = found.unknown().stream()
                        .filter(library ->
                                recipe.searchPaths().isEmpty() && !RecipeLibraries.answerFor(library, recipe))
                        .toList();
                if (!missing.isEmpty()) {
                    problems.add(problem(locked, missing));
                }
            });
        }
        return problems;
    }

    private static Problem problem(LockedPackage locked, List<String> missing) {
        List<String> quoted =
                missing.stream().map(library -> "\"" + library + "\"").toList();
        return new Problem(
                RenderProblem.MISSING_LIBRARY,
                "the wheel of \"" + locked.name() + " " + locked.version() + "\" needs "
                        + Counted.first(SHOWN, quoted, "library")
                        + ", which neither it, nor a wheel that it requires, nor any known nixpkgs package provides",
                "declare it with @Recipe(buildInputs = the attribute of nixpkgs that has it), or with searchPaths if another"
                        + " package has it; if it is never loaded, with ignoredLibraries = \"" + missing.get(0)
                        + "\", in which a * stands for any characters");
    }
}
