// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.ArrayList;
import java.util.List;

/** All rules, applied to one wheel set and what is declared in it; values in, findings out. */
final class Rules {
    private final Findings findings;

    Rules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenSet set, List<Named> declarations, List<WrittenEnvironment> environments) {
        List<WrittenDeclaration.Wheel> wheels = new ArrayList<>();
        TargetEnvironments targets = TargetEnvironments.of(set);
        new SetRules(findings).check(set);
        for (Named named : declarations) {
            WrittenDeclaration declaration = named.declaration();
            new RecipeRules(findings).check(declaration, set);
            if (declaration instanceof WrittenDeclaration.Wheel wheel) {
                wheels.add(wheel);
                new WheelRules(findings).check(wheel, set);
            } else if (declaration instanceof WrittenDeclaration.Custom custom) {
                new CustomRules(findings, targets).check(custom, named.name(), set);
            }
        }
        NeedlessRules needless = new NeedlessRules(findings);
        declarations.forEach(needless::check);
        new ConstraintRules(findings, targets, set, declarations).check();
        new ExclusionRules(findings, set, declarations).check(environments);
        new SourceRules(findings).check(set, wheels);
        new NameRules(findings).check(declarations);
        new ReferenceRules(findings, declarations).check(set, declarations);
        new ReplacementRules(findings).check(set.replacements(), declarations);
        new DependencyRules(findings, set).check(declarations);
        new CycleRules(findings, targets, set).check(declarations, environments);
        new EnvironmentRules(findings, set, declarations).check(environments);
        if (declarations.isEmpty() && environments.isEmpty()) {
            findings.add(Suspicion.EMPTY_SET, set.site(), "@Wheel interface Numpy {}");
        }
    }
}
