// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.nix.NixFormal;
import dev.zeus.wheels.nix.NixFunction;
import dev.zeus.wheels.nix.NixSyntax;
import dev.zeus.wheels.nix.NixSyntaxError;
import dev.zeus.wheels.python.NearName;
import java.util.List;
import java.util.Optional;

/** What must hold for one {@code @CustomPackage}, its names and dependencies aside. */
final class CustomRules {
    /** Arguments that most definitions take; a name that is close to one of them is probably misspelt. */
    private static final List<String> USUAL = List.of(
            "buildPythonApplication",
            "buildPythonPackage",
            "fetchFromGitHub",
            "fetchFromGitLab",
            "fetchPypi",
            "fetchpatch",
            "fetchurl",
            "hatchling",
            "poetry-core",
            "pytestCheckHook",
            "pythonOlder",
            "setuptools",
            "setuptools-scm",
            "stdenv");

    /** nixpkgs wants one short sentence. */
    private static final int LONGEST_DESCRIPTION = 200;

    private final Findings findings;
    private final TargetEnvironments targets;

    CustomRules(Findings findings, TargetEnvironments targets) {
        this.findings = findings;
        this.targets = targets;
    }

    void check(WrittenDeclaration.Custom custom, String name, WrittenSet set) {
        if (custom.definition().given()) {
            checkDefinition(custom.definition(), name);
        }
        new BuildRules(findings, targets).check(custom);
        new PythonRules(findings).check(custom.pythons(), set);
        checkDescription(custom.description());
        new WheelRules(findings).checkTests(custom.tests(), "it asks about a wheel's tags, and this is built by Nix");
    }

    private void checkDefinition(Written<String> definition, String name) {
        Optional<NixSyntaxError> error = NixSyntax.check(definition.value());
        if (error.isPresent()) {
            NixSyntaxError wrong = error.get();
            findings.add(
                    Mistake.NIX_SYNTAX, definition.site(), wrong.line(), wrong.column(), wrong.message(), wrong.hint());
            return;
        }
        new DefinitionRules(findings).check(definition, name);
        Optional<NixFunction> function = NixSyntax.function(definition.value()).filter(NixFunction::takesSet);
        if (function.isEmpty()) {
            findings.add(Mistake.NO_FUNCTION, definition.site());
        }
        function.ifPresent(taken -> taken.formals().forEach(formal -> checkArgument(definition.site(), formal)));
    }

    private void checkArgument(Site site, NixFormal formal) {
        String name = formal.name();
        if (USUAL.contains(name)) {
            return;
        }
        USUAL.stream()
                .filter(usual -> NearName.distance(usual, name) <= (usual.length() > 8 ? 2 : 1))
                .findFirst()
                .ifPresent(usual -> findings.add(
                        Mistake.SUSPECT_ARGUMENT,
                        site,
                        Quoted.text(name),
                        formal.line(),
                        formal.column(),
                        Quoted.text(usual)));
    }

    private void checkDescription(Written<String> description) {
        String text = description.value();
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            findings.add(Mistake.BAD_DESCRIPTION, description.site(), "it has a line break or a control character");
        } else if (text.length() > LONGEST_DESCRIPTION) {
            findings.add(
                    Mistake.BAD_DESCRIPTION,
                    description.site(),
                    "it has more than " + LONGEST_DESCRIPTION + " characters");
        }
    }
}
