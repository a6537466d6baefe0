// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.processor.hint.NameHint;
import dev.zeus.wheels.processor.hint.RequirementHint;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;

/** What must hold for the constraints, overrides and excludes of a wheel set. */
final class ResolutionRules {
    private final Findings findings;

    ResolutionRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenSet.Resolution written) {
        checkRequirements(written.constraints(), true);
        checkRequirements(written.overrides(), false);
        Seen<String> seen = new Seen<>();
        for (Written<String> exclude : written.excludes().items()) {
            try {
                seen.put(PackageName.parse(exclude.value()).value(), exclude.site())
                        .ifPresent(before -> findings.add(
                                Mistake.DUPLICATE_EXCLUDE, exclude.site(), Quoted.text(exclude.value()), before));
            } catch (PackagingParseException e) {
                findings.add(
                        Mistake.BAD_EXCLUDE,
                        exclude.site(),
                        Quoted.text(exclude.value()),
                        "at character " + (e.position() + 1) + ", expected " + e.expected(),
                        namesVersions(exclude.value())
                                ? "to keep some versions out, write it in constraints"
                                : Hints.or(
                                        NameHint.of(exclude.value()), "write the name alone, as the index shows it"));
            }
        }
    }

    private static boolean namesVersions(String text) {
        return SpecifierRange.requirement(text)
                .filter(requirement -> !requirement.specifiers().specifiers().isEmpty())
                .isPresent();
    }

    /** A constraint without versions bounds nothing; an override without lifts all bounds. */
    private void checkRequirements(WrittenList<String> requirements, boolean versioned) {
        for (Written<String> written : requirements.items()) {
            try {
                Requirement requirement = Requirement.parse(written.value());
                if (requirement.url().isPresent()) {
                    bad(
                            written,
                            "it names an address, and versions come from indexes",
                            "declare the package with a @Source that is the address");
                } else if (versioned && !requirement.extras().isEmpty()) {
                    bad(
                            written,
                            "it names extras, and a constraint installs nothing",
                            "write "
                                    + Quoted.text(written.value().replaceFirst("\\s*\\[[^\\]]*]", ""))
                                    + ", and the extras where the package is declared");
                } else if (requirement.specifiers().specifiers().isEmpty()
                        && (versioned || RequirementHint.of(written.value()).isPresent())) {
                    bad(
                            written,
                            "it names no versions",
                            Hints.or(
                                    RequirementHint.of(written.value()),
                                    "add the versions, such as " + Quoted.text(requirement.name() + ">=1.2,<2")
                                            + ", or remove it"));
                }
            } catch (PackagingParseException e) {
                bad(
                        written,
                        "at character " + (e.position() + 1) + ", expected " + e.expected(),
                        Hints.or(
                                RequirementHint.of(written.value()),
                                "write for instance \"numpy>=2,<2.4; python_version < '3.12'\""));
            }
        }
    }

    private void bad(Written<String> written, String reason, String hint) {
        findings.add(Mistake.BAD_REQUIREMENT, written.site(), Quoted.text(written.value()), reason, hint);
    }
}
