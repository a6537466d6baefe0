// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.BuildDeclaration;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the overrides and excludes of a set decide for a package that is built as it was declared. */
final class CustomRequirements {
    private CustomRequirements() {}

    /**
     * The package without requirements that the set excludes, and with a recipe that relaxes those which it overrides:
     * what its own source says of them is only known once it is built.
     */
    static CustomPackageDeclaration decided(CustomPackageDeclaration custom, ResolutionSettings settings) {
        return custom.build().map(build -> decided(custom, build, settings)).orElse(custom);
    }

    private static CustomPackageDeclaration decided(
            CustomPackageDeclaration custom, BuildDeclaration build, ResolutionSettings settings) {
        Set<PackageName> excluded =
                settings.excludes().stream().map(PackageName::parse).collect(Collectors.toSet());
        Set<PackageName> overridden = settings.overrides().stream()
                .map(text -> Requirement.parse(text).name())
                .collect(Collectors.toSet());
        SortedSet<String> relax = new TreeSet<>();
        SortedSet<String> remove = new TreeSet<>();
        for (String text : build.requires()) {
            PackageName name = Requirement.parse(text).name();
            if (excluded.contains(name)) {
                remove.add(name.value());
            } else if (overridden.contains(name)) {
                relax.add(name.value());
            }
        }
        return relax.isEmpty() && remove.isEmpty() ? custom : with(custom, build, relax, remove);
    }

    private static CustomPackageDeclaration with(
            CustomPackageDeclaration custom,
            BuildDeclaration build,
            SortedSet<String> relax,
            SortedSet<String> remove) {
        RecipeDeclaration recipe = custom.recipe();
        List<String> requires = build.requires().stream()
                .filter(text -> !remove.contains(Requirement.parse(text).name().value()))
                .toList();
        relax.addAll(recipe.relax());
        remove.addAll(recipe.remove());
        return new CustomPackageDeclaration(
                custom.type(),
                custom.name(),
                custom.alias(),
                custom.definition(),
                custom.pythons(),
                custom.description(),
                custom.dependencies(),
                custom.tests(),
                Optional.of(new BuildDeclaration(
                        build.version(),
                        build.origin(),
                        build.system(),
                        build.cargoHash(),
                        requires,
                        build.imports(),
                        build.license(),
                        build.homepage())),
                new RecipeDeclaration(
                        recipe.buildInputs(),
                        recipe.nativeBuildInputs(),
                        List.copyOf(relax),
                        List.copyOf(remove),
                        recipe.patches(),
                        recipe.substitutions(),
                        recipe.ignoredLibraries(),
                        recipe.searchPaths(),
                        recipe.cuda()));
    }

    /** Whether what it is built to is changed before it is installed. */
    static boolean areChanged(CustomPackageDeclaration custom) {
        return custom.build().isPresent()
                && !(custom.recipe().relax().isEmpty()
                        && custom.recipe().remove().isEmpty());
    }
}
