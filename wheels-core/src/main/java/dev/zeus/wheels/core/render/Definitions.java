// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.nix.NixFunction;
import dev.zeus.wheels.nix.NixPrinter;
import dev.zeus.wheels.nix.NixSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The packages that are built from source: their files, and what the overlay must know to call them. */
final class Definitions {
    private Definitions() {}

    static String path(CustomPackageDeclaration custom) {
        return "custom/" + custom.name() + ".nix";
    }

    /** The text of a package's file: what its declaration comes to, or its definition as it was written. */
    static String file(CustomPackageDeclaration custom) {
        ReservedNames.requireFree(custom.name());
        return custom.build()
                .map(build -> GeneratedHeader.before(NixPrinter.file(
                        GeneratedHeader.holds("The package " + custom.name() + ", as it was declared."),
                        CustomNix.of(custom, build))))
                .orElseGet(() -> definition(custom));
    }

    private static String definition(CustomPackageDeclaration custom) {
        NixSyntax.check(custom.definition()).ifPresent(error -> {
            throw new WheelsException(
                    RenderProblem.BAD_DEFINITION,
                    "the definition of \"" + custom.name() + "\" is not valid Nix: " + error,
                    error.hint());
        });
        if (NixSyntax.function(custom.definition())
                .filter(NixFunction::takesSet)
                .isEmpty()) {
            throw new WheelsException(
                    RenderProblem.NO_FUNCTION,
                    "the definition of \"" + custom.name() + "\" is not a function that takes its arguments by name",
                    "Start it with its arguments, such as { buildPythonPackage, fetchPypi }: …");
        }
        String holds = GeneratedHeader.holds("The definition of " + custom.name() + ", as it was declared.").stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return GeneratedHeader.before(holds + custom.definition().strip() + '\n');
    }

    /** What the overlay reads: Pythons, file and what goes with it by attribute name. */
    static NixExpr overlayEntries(List<CustomPackageDeclaration> customs) {
        SortedMap<String, NixExpr> entries = new TreeMap<>();
        for (CustomPackageDeclaration custom : customs) {
            List<NixBinding> entry = new ArrayList<>();
            entry.add(NixBinding.assign("pythons", NixExpr.strings(custom.pythons())));
            entry.add(NixBinding.assign("definition", NixExpr.path("./" + path(custom))));
            custom.build()
                    .flatMap(build -> CustomNix.arguments(custom, build))
                    .ifPresent(arguments -> entry.add(NixBinding.assign("arguments", arguments)));
            if (custom.build().isEmpty() && !custom.description().isBlank()) {
                entry.add(NixBinding.assign("description", ForeignText.nix(custom.description())));
            }
            entries.put(custom.name(), NixExpr.attrs(entry));
        }
        return NixExpr.attrs(entries);
    }
}
