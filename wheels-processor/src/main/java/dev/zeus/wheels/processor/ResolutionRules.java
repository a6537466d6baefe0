package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import java.util.HashSet;
import java.util.Set;

/** What must hold for the constraints, overrides and excludes of a wheel set. */
final class ResolutionRules {
    private final Findings findings;

    ResolutionRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenSet.Resolution written) {
        checkRequirements(written.constraints());
        checkRequirements(written.overrides());
        Set<String> seen = new HashSet<>();
        for (Written<String> exclude : written.excludes().items()) {
            try {
                if (!seen.add(PackageName.parse(exclude.value()).value())) {
                    findings.add(Mistake.DUPLICATE_EXCLUDE, exclude.site(), Quoted.text(exclude.value()));
                }
            } catch (PackagingParseException e) {
                findings.add(
                        Mistake.BAD_EXCLUDE,
                        exclude.site(),
                        Quoted.text(exclude.value()),
                        "at character " + (e.position() + 1) + ", expected " + e.expected(),
                        isRequirement(exclude.value())
                                ? "to keep some versions out, write it in constraints"
                                : "write for instance excludes = \"tensorboard\"");
            }
        }
    }

    private void checkRequirements(WrittenList<String> requirements) {
        for (Written<String> written : requirements.items()) {
            try {
                Requirement requirement = Requirement.parse(written.value());
                if (requirement.url().isPresent()
                        || requirement.specifiers().specifiers().isEmpty()) {
                    findings.add(
                            Mistake.BAD_REQUIREMENT,
                            written.site(),
                            Quoted.text(written.value()),
                            "it names no versions",
                            "write for instance " + Quoted.text(requirement.name() + ">=1.2,<2"));
                }
            } catch (PackagingParseException e) {
                findings.add(
                        Mistake.BAD_REQUIREMENT,
                        written.site(),
                        Quoted.text(written.value()),
                        "at character " + (e.position() + 1) + ", expected " + e.expected(),
                        "write for instance \"numpy>=2,<2.4; python_version < '3.12'\"");
            }
        }
    }

    private static boolean isRequirement(String text) {
        try {
            Requirement.parse(text);
            return true;
        } catch (PackagingParseException e) {
            return false;
        }
    }
}
