// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.python.NearName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What recipes ask of the locked versions: requirements that they have, and packages that are there. */
final class LockedRecipeRules {
    private final Findings findings;
    private final Lock lock;

    LockedRecipeRules(Findings findings, Lock lock) {
        this.findings = findings;
        this.lock = lock;
    }

    void check(WrittenSet set, List<Named> declarations) {
        Set<String> known = new HashSet<>();
        declarations.forEach(named -> known.addAll(List.of(named.name(), named.project())));
        for (Named named : declarations) {
            named.declaration().recipe().ifPresent(recipe -> {
                if (named.declaration() instanceof WrittenDeclaration.Wheel wheel
                        && wheel.provider().value() != Provider.NIXPKGS) {
                    checkAsked(named.project(), recipe.relax());
                    checkAsked(named.project(), recipe.remove());
                }
                if (set.dependencies() == DependencyPolicy.WHEELS) {
                    recipe.searchPaths().values().forEach(place -> checkPlace(place.in(), known));
                }
            });
        }
    }

    private void checkAsked(String project, WrittenList<String> names) {
        List<LockEntry> locked = lock.of(project);
        for (Written<String> name : names.items()) {
            String asked = RecipeValues.name(name.value());
            if (!locked.isEmpty()
                    && locked.stream().noneMatch(entry -> entry.requirements().contains(asked))) {
                Set<String> requirements = new TreeSet<>();
                locked.forEach(entry -> requirements.addAll(entry.requirements()));
                findings.add(
                        Suspicion.UNASKED_REQUIREMENT,
                        name.site(),
                        Quoted.text(project),
                        locked.get(0).version(),
                        Quoted.text(name.value()),
                        Hints.near(NearName.among(requirements, asked), "remove it"));
            }
        }
    }

    private void checkPlace(Written<String> in, Set<String> known) {
        String name = RecipeValues.name(in.value());
        if (RecipeRules.wrongName(in.value()).isEmpty()
                && !known.contains(name)
                && lock.of(name).isEmpty()) {
            Set<String> all = new TreeSet<>(known);
            all.addAll(lock.projects());
            findings.add(
                    Suspicion.UNLOCKED_PLACE,
                    in.site(),
                    Quoted.text(in.value()),
                    Hints.near(NearName.among(all, name), "declare it, or remove this search path"));
        }
    }
}
