// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.ContainerImageDeclaration;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.project.OwnSources;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixExpr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Declared environments as the values that {@code environments.nix} builds interpreters and shells of. */
final class EnvironmentNix {
    private final WheelSetDeclaration declaration;
    private final LockedSet set;
    private final OwnSources own;
    private final Collection<String> systems;

    private EnvironmentNix(WheelSetDeclaration declaration, LockedSet set, OwnSources own, Collection<String> systems) {
        this.declaration = declaration;
        this.set = set;
        this.own = own;
        this.systems = systems;
    }

    /** All environments by name, for these systems. */
    static NixExpr of(WheelSetDeclaration declaration, LockedSet set, OwnSources own, Collection<String> systems) {
        EnvironmentNix nix = new EnvironmentNix(declaration, set, own, systems);
        SortedMap<String, NixExpr> environments = new TreeMap<>();
        declaration
                .environments()
                .forEach(environment -> environments.put(environment.name(), nix.values(environment)));
        return NixExpr.attrs(environments);
    }

    private NixExpr values(EnvironmentDeclaration environment) {
        SortedMap<String, NixExpr> packages = new TreeMap<>();
        for (String system : systems) {
            packages.put(
                    system,
                    NixExpr.strings(environment.packages().stream()
                            .filter(name -> isOn(name, system))
                            .toList()));
        }
        SortedMap<String, NixExpr> variables = new TreeMap<>();
        environment.variables().forEach((name, value) -> variables.put(name, NixExpr.string(value)));
        List<NixBinding> bindings = new ArrayList<>(List.of(
                NixBinding.assign("version", NixExpr.string(environment.python())),
                NixBinding.assign("packages", NixExpr.attrs(packages)),
                NixBinding.assign(
                        "libraries",
                        NixExpr.list(environment.libraries().stream()
                                .map(path -> NixExpr.strings(List.of(path.split("\\.", -1))))
                                .toList())),
                NixBinding.assign("variables", NixExpr.attrs(variables)),
                NixBinding.assign("shellHook", NixExpr.string(environment.shellHook()))));
        PartContext context = new PartContext(declaration, set, own, environment);
        for (PartNix<?> kind : PartNix.ALL) {
            kind.declared(context).ifPresent(parts -> bindings.add(NixBinding.assign(kind.attribute(), parts)));
        }
        if (!environment.parts(ContainerImageDeclaration.class).isEmpty()) {
            SortedMap<String, NixExpr> large = new TreeMap<>();
            EnvironmentClosure.of(context)
                    .large()
                    .forEach((system, names) -> large.put(system, NixExpr.strings(names)));
            bindings.add(NixBinding.assign("large", NixExpr.attrs(large)));
        }
        return NixExpr.attrs(bindings);
    }

    /** Whether a package is wanted on a system; what is built from source is on all. */
    private boolean isOn(String name, String system) {
        return declaration.customPackages().stream()
                        .map(CustomPackageDeclaration::name)
                        .anyMatch(name::equals)
                || declaration.wheels().stream()
                        .filter(wheel -> wheel.name().equals(name))
                        .map(WheelDeclaration::platforms)
                        .anyMatch(platforms -> platforms.stream()
                                .anyMatch(platform -> platform == Platform.UNIVERSAL
                                        || platform.system().equals(system)));
    }
}
