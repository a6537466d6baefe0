// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold for the projects that a wheel set leaves out: nothing of it may need them. */
final class ExclusionRules {
    private final Findings findings;
    private final WrittenSet set;
    private final List<Named> declarations;

    ExclusionRules(Findings findings, WrittenSet set, List<Named> declarations) {
        this.findings = findings;
        this.set = set;
        this.declarations = declarations;
    }

    /** Tells of each exclusion what declares the project and who needs it. */
    void check(List<WrittenEnvironment> environments) {
        for (Written<String> exclude : set.resolution().excludes().items()) {
            if (RecipeRules.wrongName(exclude.value()).isEmpty()) {
                check(exclude, RecipeValues.name(exclude.value()), environments);
            }
        }
    }

    private void check(Written<String> exclude, String project, List<WrittenEnvironment> environments) {
        List<String> who = new ArrayList<>();
        Optional<Named> declared = declarations.stream()
                .filter(named -> named.project().equals(project) || named.name().equals(project))
                .findFirst();
        declared.ifPresent(named -> who.add(named.declaration().type().canonical() + " declares it"));
        declarations.stream()
                .filter(named -> needs(named, project, declared))
                .forEach(named -> who.add(named.declaration().type().canonical() + " requires it"));
        set.replacements().values().stream()
                .filter(replacement -> names(replacement.by(), project))
                .forEach(replacement -> who.add(replacement.site().path() + " puts it in the place of another"));
        declared.ifPresent(named -> environments.stream()
                .filter(environment -> environment
                        .packages()
                        .values()
                        .contains(named.declaration().type().binary()))
                .forEach(environment ->
                        who.add("the environment " + environment.type().canonical() + " has it")));
        if (!who.isEmpty()) {
            int last = who.size() - 1;
            findings.add(
                    Mistake.EXCLUDED_DECLARATION,
                    exclude.site(),
                    Quoted.text(exclude.value()),
                    last == 0 ? who.get(0) : String.join(", ", who.subList(0, last)) + " and " + who.get(last),
                    declared.isPresent() ? "remove the declaration" : "remove the need");
        }
    }

    private static boolean needs(Named named, String project, Optional<Named> declared) {
        if (!(named.declaration() instanceof WrittenDeclaration.Custom custom)) {
            return false;
        }
        boolean byType = declared.filter(found -> custom.dependencies()
                        .values()
                        .contains(found.declaration().type().binary()))
                .isPresent();
        return byType
                || custom.build().requires().values().stream()
                        .flatMap(text -> SpecifierRange.requirement(text).stream())
                        .map(Requirement::name)
                        .anyMatch(name -> name.value().equals(project));
    }

    private static boolean names(Optional<Written<String>> written, String project) {
        return written.filter(name -> RecipeValues.name(name.value()).equals(project))
                .isPresent();
    }

    /** Tells of constraints, overrides and the like of what is left out anyway. */
    void checkRules() {
        WrittenSet.Resolution resolution = set.resolution();
        List<String> excluded =
                resolution.excludes().values().stream().map(RecipeValues::name).toList();
        for (WrittenList<String> list : List.of(resolution.constraints(), resolution.overrides())) {
            for (Written<String> rule : list.items()) {
                SpecifierRange.requirement(rule.value())
                        .ifPresent(requirement ->
                                checkRule(rule, requirement.name().value(), excluded));
            }
        }
        resolution
                .excludeNewerPackages()
                .items()
                .forEach(own -> checkRule(own, own.value().split("=", 2)[0], excluded));
        set.excuses().values().forEach(excuse -> excuse.of().ifPresent(of -> checkRule(of, of.value(), excluded)));
        set.replacements()
                .values()
                .forEach(replacement -> replacement.of().ifPresent(of -> checkRule(of, of.value(), excluded)));
    }

    private void checkRule(Written<String> rule, String text, List<String> excluded) {
        String project = RecipeValues.name(text.strip());
        if (excluded.contains(project)) {
            findings.add(
                    Suspicion.OVERRULED,
                    rule.site(),
                    Quoted.text(rule.value()) + " changes nothing, since excludes leaves " + Quoted.text(project)
                            + " out",
                    "remove one of the two");
        }
    }
}
