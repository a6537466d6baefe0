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
        List<WrittenDeclaration> all =
                declarations.stream().map(Named::declaration).toList();
        new SetRules(findings).check(set);
        for (WrittenDeclaration declaration : all) {
            new RecipeRules(findings).check(declaration, set);
            if (declaration instanceof WrittenDeclaration.Wheel wheel) {
                wheels.add(wheel);
                new WheelRules(findings).check(wheel, set);
            } else if (declaration instanceof WrittenDeclaration.Custom custom) {
                new CustomRules(findings).check(custom, set);
            }
        }
        NeedlessRules needless = new NeedlessRules(findings);
        declarations.forEach(needless::check);
        new ConstraintRules(findings).check(set.resolution().constraints(), declarations);
        new SourceRules(findings).check(set, wheels);
        new NameRules(findings).check(declarations);
        new ReplacementRules(findings).check(set.replacements(), declarations);
        new DependencyRules(findings).check(all);
        new EnvironmentRules(findings, set, declarations).check(environments);
    }
}
