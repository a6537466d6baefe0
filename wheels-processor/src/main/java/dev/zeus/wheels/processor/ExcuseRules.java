package dev.zeus.wheels.processor;

import dev.zeus.wheels.ExcuseDeclaration;
import dev.zeus.wheels.python.NearName;
import dev.zeus.wheels.python.PackageName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What must hold for the excuses of a wheel set. */
final class ExcuseRules {
    private final Findings findings;

    ExcuseRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenList<WrittenSet.Excuse> excuses) {
        Set<String> seen = new HashSet<>();
        for (WrittenSet.Excuse excuse : excuses.values()) {
            String name = excuse.of().map(of -> checkedName(of)).orElse("");
            if (excuse.codes().isEmpty()) {
                add(excuse.site(), "it names no code", "write for instance codes = \"C206\"");
            }
            for (Written<String> code : excuse.codes().items()) {
                checkCode(code, name, seen);
            }
            excuse.reason()
                    .filter(reason -> reason.value().isBlank())
                    .ifPresent(reason -> add(
                            reason.site(),
                            "it gives no reason",
                            "say why it does no harm, for whoever reads the report"));
        }
    }

    private String checkedName(Written<String> of) {
        Optional<String> wrong = RecipeRules.wrongName(of.value());
        wrong.ifPresent(why -> add(
                of.site(),
                Quoted.text(of.value()) + " is no project name, " + why,
                "write for instance of = \"decord\""));
        return wrong.isPresent() ? "" : PackageName.parse(of.value()).value();
    }

    private void checkCode(Written<String> code, String name, Set<String> seen) {
        if (!ExcuseDeclaration.CODES.contains(code.value())) {
            add(
                    code.site(),
                    Quoted.text(code.value()) + " is no code of a check that can be excused",
                    NearName.among(ExcuseDeclaration.CODES, code.value())
                            .map(near -> "the code stands in the message, such as " + near)
                            .orElse("the code stands in the message, as in [wheels/C206]"));
        } else if (!name.isEmpty() && !seen.add(name + ' ' + code.value())) {
            add(
                    code.site(),
                    Quoted.text(code.value()) + " of " + Quoted.text(name) + " is excused already",
                    "remove one");
        }
    }

    private void add(Site site, String reason, String hint) {
        findings.add(Mistake.BAD_EXCUSE, site, reason, hint);
    }
}
