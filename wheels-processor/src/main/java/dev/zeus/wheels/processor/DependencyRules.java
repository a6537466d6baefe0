// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.Provider;
import dev.zeus.wheels.python.NearName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold for the dependencies among the declarations of a wheel set. */
final class DependencyRules {
    private final Findings findings;
    private final WrittenSet set;

    DependencyRules(Findings findings, WrittenSet set) {
        this.findings = findings;
        this.set = set;
    }

    void check(List<Named> declarations) {
        Map<String, Named> byType = new LinkedHashMap<>();
        declarations.forEach(named -> byType.put(named.declaration().type().binary(), named));
        for (Named named : declarations) {
            if (named.declaration() instanceof WrittenDeclaration.Custom custom) {
                check(custom.dependencies(), byType);
                checkTwice(custom, byType);
                custom.dependencies()
                        .items()
                        .forEach(need -> Optional.ofNullable(byType.get(need.value()))
                                .ifPresent(needed -> checkPythons(named, need, needed, declarations)));
            }
        }
    }

    private void check(WrittenList<String> dependencies, Map<String, Named> byType) {
        Seen<String> seen = new Seen<>();
        for (Written<String> dependency : dependencies.items()) {
            String type = dependency.value();
            Optional<String> before = seen.put(type, dependency.site());
            if (!byType.containsKey(type)) {
                findings.add(
                        Mistake.UNDECLARED_DEPENDENCY,
                        dependency.site(),
                        type,
                        hint(
                                type,
                                byType.values().stream()
                                        .map(known -> known.declaration().type().simple())
                                        .toList()));
            } else {
                before.ifPresent(first -> findings.add(Mistake.DUPLICATE_DEPENDENCY, dependency.site(), type, first));
            }
        }
    }

    /** What is needed must be wanted on each Python, in one declaration or in several of the project. */
    private void checkPythons(Named named, Written<String> need, Named needed, List<Named> declarations) {
        List<Named> all = declarations.stream()
                .filter(other -> other.project().equals(needed.project()))
                .toList();
        if (all.stream().anyMatch(DependencyRules::isEverywhere)) {
            return;
        }
        List<String> missing = EnvironmentValues.pythons(named, set).stream()
                .filter(PythonRules::isPython)
                .filter(python -> all.stream()
                        .noneMatch(
                                other -> EnvironmentValues.pythons(other, set).contains(python)))
                .toList();
        if (!missing.isEmpty()) {
            findings.add(
                    Suspicion.NOT_WHERE_NEEDED,
                    need.site(),
                    Quoted.text(needed.name()),
                    String.join(", ", missing),
                    named.declaration().type().canonical());
        }
    }

    /** What nixpkgs supplies it has on other Pythons, too; of what the compiler itself reports nothing is known. */
    private static boolean isEverywhere(Named named) {
        return named.declaration() instanceof WrittenDeclaration.Wheel wheel
                && (wheel.provider().value() == Provider.NIXPKGS
                        || !wheel.pythons().complete());
    }

    /** One need in two lists. */
    private void checkTwice(WrittenDeclaration.Custom custom, Map<String, Named> byType) {
        for (Written<String> need : custom.build().requires().items()) {
            SpecifierRange.requirement(need.value())
                    .filter(requirement -> requirement.extras().isEmpty())
                    .map(requirement -> requirement.name().value())
                    .flatMap(name -> custom.dependencies().items().stream()
                            .filter(dependency -> Optional.ofNullable(byType.get(dependency.value()))
                                    .filter(named -> named.project().equals(name)
                                            || named.name().equals(name))
                                    .isPresent())
                            .findFirst())
                    .ifPresent(dependency -> findings.add(
                            Suspicion.CONTRADICTING_BUILD,
                            need.site(),
                            Quoted.text(need.value()) + " is needed twice: here and by "
                                    + dependency.site().path(),
                            "remove one"));
        }
    }

    /** What to do about a type that is not a declaration. */
    static String hint(String type, List<String> known) {
        String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        return NearName.among(known, simple.endsWith("[]") ? simple.substring(0, simple.length() - 2) : simple)
                .map(name -> "did you mean " + name + ".class?")
                .orElse("annotate it with @Wheel or @CustomPackage, or remove it");
    }
}
