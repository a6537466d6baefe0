// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.HomeModuleDeclaration;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixExpr;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Declared modules for home-manager as the values that {@code homes.nix} makes them of. */
final class HomeNix {
    private HomeNix() {}

    /** All modules by name; empty where none is declared. */
    static Optional<NixExpr> modules(Collection<EnvironmentDeclaration> environments) {
        SortedMap<String, NixExpr> modules = new TreeMap<>();
        for (EnvironmentDeclaration environment : environments) {
            environment
                    .parts(HomeModuleDeclaration.class)
                    .forEach(home -> modules.putIfAbsent(
                            home.name(),
                            NixExpr.attrs(List.of(
                                    NixBinding.assign("environment", NixExpr.string(environment.name())),
                                    NixBinding.assign("applications", NixExpr.strings(home.applications())),
                                    NixBinding.assign("interpreter", NixExpr.bool(home.interpreter()))))));
        }
        return modules.isEmpty() ? Optional.empty() : Optional.of(NixExpr.attrs(modules));
    }
}
