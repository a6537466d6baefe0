// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.SystemServiceDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.project.OwnSources;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixComment;
import dev.zeus.wheels.nix.NixExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Declared services as the values that {@code services.nix} and {@code service-tests.nix} are made of. */
final class ServiceNix {
    private final SortedMap<String, NixExpr> modules = new TreeMap<>();
    private final SortedMap<String, NixExpr> ports = new TreeMap<>();
    private final SortedMap<String, NixExpr> credentials = new TreeMap<>();

    ServiceNix(WheelSetDeclaration declaration, LockedSet set, OwnSources own) {
        for (EnvironmentDeclaration environment : declaration.environments()) {
            List<SystemServiceDeclaration> services = environment.parts(SystemServiceDeclaration.class);
            if (!services.isEmpty()) {
                EnvironmentClosure closure = EnvironmentClosure.of(new PartContext(declaration, set, own, environment));
                services.forEach(service -> add(environment, closure, service));
            }
        }
    }

    boolean isEmpty() {
        return modules.isEmpty();
    }

    /** The places of {@code services.nix}. */
    Map<String, NixExpr> modules() {
        return Map.of("services", NixExpr.attrs(modules));
    }

    /** The places of {@code service-tests.nix}. */
    Map<String, NixExpr> tests() {
        return Map.of("ports", NixExpr.attrs(ports), "credentials", NixExpr.attrs(credentials));
    }

    private void add(EnvironmentDeclaration environment, EnvironmentClosure closure, SystemServiceDeclaration service) {
        SortedMap<String, String> variables = new TreeMap<>(environment.variables());
        variables.putAll(service.variables());
        modules.putIfAbsent(
                service.name(),
                NixExpr.attrs(List.of(
                        NixBinding.assign("environment", NixExpr.string(environment.name())),
                        NixBinding.assign("application", NixExpr.string(service.application())),
                        NixBinding.assign("command", NixExpr.string(command(environment, service))),
                        NixBinding.assign("description", NixExpr.string(service.description())),
                        NixBinding.assign("arguments", NixExpr.strings(service.arguments())),
                        NixBinding.assign("port", new NixExpr.Int(service.port())),
                        NixBinding.assign("variables", ImageNix.texts(variables)),
                        NixBinding.assign("credentials", NixExpr.strings(service.credentials())),
                        compiles(closure),
                        NixBinding.assign("usesCuda", NixExpr.bool(closure.usesCuda())))));
        ports.putIfAbsent(service.name(), new NixExpr.Int(service.port()));
        credentials.putIfAbsent(service.name(), NixExpr.strings(service.credentials()));
    }

    /** What its application is called by: with arguments it is one command, under its own name. */
    private static String command(EnvironmentDeclaration environment, SystemServiceDeclaration service) {
        return environment.parts(ApplicationDeclaration.class).stream()
                .filter(application -> application.name().equals(service.application()))
                .filter(application -> application.arguments().isEmpty())
                .flatMap(application -> application.commands().stream())
                .findFirst()
                .orElse(service.application());
    }

    private static NixBinding compiles(EnvironmentClosure closure) {
        List<String> names = new ArrayList<>();
        List<NixComment> reasons = new ArrayList<>();
        CompilingPackages.in(closure).forEach(entry -> {
            names.add(entry.getKey());
            reasons.add(new NixComment(entry.getKey() + " " + entry.getValue()
                    + " when it runs, so memory may be both written and executed."));
        });
        return NixBinding.assign("compiles", NixExpr.strings(names)).commented(reasons);
    }
}
