// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.NearName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds names of packages, in constraints, excludes, recipes and the like, that are no declaration's and nearly one's:
 * {@code excludes = "nmupy"} beside {@code @Wheel interface Numpy {}}.
 */
final class ReferenceRules {
    private final Findings findings;
    private final NearNames declared = new NearNames();
    private final Set<String> names = new HashSet<>();

    ReferenceRules(Findings findings, List<Named> declarations) {
        this.findings = findings;
        for (Named named : declarations) {
            Stream.of(named.name(), named.project()).filter(names::add).forEach(declared::add);
        }
    }

    void check(WrittenSet set, List<Named> declarations) {
        WrittenSet.Resolution resolution = set.resolution();
        requirements(resolution.constraints());
        requirements(resolution.overrides());
        resolution.excludes().items().forEach(name -> check(name, name.value()));
        resolution
                .excludeNewerPackages()
                .items()
                .forEach(own -> check(own, own.value().split("=", 2)[0].strip()));
        for (WrittenSet.Replacement replacement : set.replacements().values()) {
            Stream.of(replacement.of(), replacement.by())
                    .flatMap(Optional::stream)
                    .forEach(name -> check(name, name.value()));
        }
        set.licenses().exceptions().items().forEach(name -> check(name, name.value()));
        set.excuses().values().forEach(excuse -> excuse.of().ifPresent(name -> check(name, name.value())));
        for (Named named : declarations) {
            named.declaration().recipe().ifPresent(recipe -> {
                recipe.relax().items().forEach(name -> check(name, name.value()));
                recipe.remove().items().forEach(name -> check(name, name.value()));
                recipe.searchPaths()
                        .values()
                        .forEach(place -> check(place.in(), place.in().value()));
            });
            if (named.declaration() instanceof WrittenDeclaration.Custom custom) {
                requirements(custom.build().requires());
            }
        }
    }

    private void requirements(WrittenList<String> requirements) {
        requirements
                .items()
                .forEach(written -> SpecifierRange.requirement(written.value())
                        .ifPresent(
                                requirement -> check(written, requirement.name().value())));
    }

    private void check(Written<String> written, String text) {
        if (RecipeRules.wrongName(text).isPresent()) {
            return; // which is told, with what is meant
        }
        String name = RecipeValues.name(text);
        if (!names.contains(name) && !KnownProjects.isKnown(name) && name.length() <= NearName.LONGEST) {
            declared.near(name)
                    .ifPresent(near -> findings.add(
                            Suspicion.NEAR_REFERENCE, written.site(), Quoted.text(name), Quoted.text(near)));
        }
    }
}
