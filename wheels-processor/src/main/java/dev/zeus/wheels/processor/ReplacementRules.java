// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.nix.NixIdentifier;
import dev.zeus.wheels.processor.hint.AttributeHint;
import dev.zeus.wheels.processor.hint.NameHint;
import dev.zeus.wheels.python.PackageName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold for the replacements of a wheel set. */
final class ReplacementRules {
    private final Findings findings;

    ReplacementRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenList<WrittenSet.Replacement> replacements, List<Named> declarations) {
        Set<String> seen = new HashSet<>();
        Set<String> declared = new HashSet<>();
        declarations.forEach(named -> declared.add(named.name()));
        for (WrittenSet.Replacement replacement : replacements.values()) {
            replacement.of().ifPresent(of -> checkReplaced(of, seen, declared));
            replacement.by().ifPresent(by -> checkBy(by, replacement.of()));
        }
    }

    private void checkReplaced(Written<String> of, Set<String> seen, Set<String> declared) {
        Optional<String> wrong = RecipeRules.wrongName(of.value());
        if (wrong.isPresent()) {
            add(
                    of,
                    Quoted.text(of.value()) + " is no project name, " + wrong.get(),
                    Hints.or(NameHint.of(of.value()), "write for instance of = \"torch\""));
            return;
        }
        String name = PackageName.parse(of.value()).value();
        if (!seen.add(name)) {
            add(of, Quoted.text(name) + " is replaced already", "remove one");
        } else if (declared.contains(name)) {
            add(of, Quoted.text(name) + " is a declaration of this wheel set", "remove one of the two");
        }
    }

    private void checkBy(Written<String> by, Optional<Written<String>> of) {
        if (!NixIdentifier.isIdentifier(by.value())) {
            add(
                    by,
                    Quoted.text(by.value()) + " is no attribute of a Python set",
                    Hints.or(AttributeHint.of(by.value()), "write for instance by = \"torch-bin\""));
        } else if (of.filter(replaced -> replaced.value().equals(by.value())).isPresent()) {
            add(by, Quoted.text(by.value()) + " would stand in for itself", "write the attribute that takes its place");
        }
    }

    private void add(Written<String> written, String reason, String hint) {
        findings.add(Mistake.BAD_REPLACEMENT, written.site(), reason, hint);
    }
}
