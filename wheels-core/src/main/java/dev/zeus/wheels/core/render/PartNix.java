// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.ContainerImageDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.EnvironmentPart;
import dev.zeus.wheels.KernelDeclaration;
import dev.zeus.wheels.PipBridgeDeclaration;
import dev.zeus.wheels.ProjectDeclaration;
import dev.zeus.wheels.ScriptDeclaration;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixExpr;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One kind of what environments are made into: values in {@code environments.nix}, and a file that says what Nix makes
 * of them.
 *
 * @param type the declarations of this kind
 * @param attribute the attribute of an environment that has them by name, in the declaration and in the result
 * @param file the file, a function of {@code environment-parts.nix}' context and of the values
 * @param besides files that it reads
 * @param values the values of one of them
 */
record PartNix<P extends EnvironmentPart>(
        Class<P> type,
        String attribute,
        String file,
        List<String> besides,
        BiFunction<P, PartContext, List<NixBinding>> values) {
    private PartNix(Class<P> type, String attribute, String file, BiFunction<P, PartContext, List<NixBinding>> values) {
        this(type, attribute, file, List.of(), values);
    }

    /** All kinds. */
    static final List<PartNix<?>> ALL = List.of(
            new PartNix<>(ApplicationDeclaration.class, "applications", "mk-applications.nix", PartNix::application),
            new PartNix<>(ProjectDeclaration.class, "projects", "mk-projects.nix", ProjectNix::of),
            new PartNix<>(ScriptDeclaration.class, "scripts", "mk-scripts.nix", ScriptNix::of),
            new PartNix<>(
                    KernelDeclaration.class, "kernels", "mk-kernels.nix", List.of("check-kernel.py"), KernelNix::of),
            new PartNix<>(PipBridgeDeclaration.class, "pip", "mk-pip.nix", List.of("sync-venv.py"), PartNix::pip),
            new PartNix<>(
                    ContainerImageDeclaration.class,
                    "images",
                    "mk-images.nix",
                    (image, context) -> ImageNix.values(image)));

    /** The kinds of which an environment has any. */
    static List<PartNix<?>> of(Collection<EnvironmentDeclaration> environments) {
        return ALL.stream()
                .filter(kind -> environments.stream()
                        .anyMatch(environment -> !environment.parts(kind.type).isEmpty()))
                .toList();
    }

    /** The files of these kinds, by attribute. */
    static NixExpr files(List<PartNix<?>> kinds) {
        SortedMap<String, NixExpr> files = new TreeMap<>();
        kinds.forEach(kind -> files.put(kind.attribute, NixExpr.path("./" + kind.file)));
        return NixExpr.attrs(files);
    }

    /** The values of an environment's parts of this kind, by name; empty where it has none. */
    Optional<NixExpr> declared(PartContext context) {
        SortedMap<String, NixExpr> parts = new TreeMap<>();
        context.environment()
                .parts(type)
                .forEach(part -> parts.put(part.name(), NixExpr.attrs(values.apply(part, context))));
        return parts.isEmpty() ? Optional.empty() : Optional.of(NixExpr.attrs(parts));
    }

    /** The packages among what is required, by system. */
    static NixExpr packages(SortedMap<String, SortedSet<Edge>> edges) {
        return bySystem(
                edges,
                needed -> NixExpr.strings(needed.stream()
                        .filter(edge -> edge.extra().isEmpty())
                        .map(Edge::name)
                        .toList()));
    }

    /** The extras among what is required, by system. */
    static NixExpr extras(SortedMap<String, SortedSet<Edge>> edges) {
        return bySystem(
                edges,
                needed -> NixExpr.list(needed.stream()
                        .filter(edge -> !edge.extra().isEmpty())
                        .map(edge -> NixExpr.attrs(List.of(
                                NixBinding.assign("of", NixExpr.string(edge.name())),
                                NixBinding.assign("extra", NixExpr.string(edge.extra())))))
                        .toList()));
    }

    private static NixExpr bySystem(
            SortedMap<String, SortedSet<Edge>> edges, Function<SortedSet<Edge>, NixExpr> values) {
        SortedMap<String, NixExpr> systems = new TreeMap<>();
        edges.forEach((system, needed) -> systems.put(system, values.apply(needed)));
        return NixExpr.attrs(systems);
    }

    private static List<NixBinding> pip(PipBridgeDeclaration pip, PartContext context) {
        return List.of(
                NixBinding.assign("directory", NixExpr.string(pip.directory())),
                NixBinding.assign(
                        "requirements",
                        NixExpr.path("./" + requirements(context.environment().name()))),
                NixBinding.assign("wheels", NixExpr.string(pip.wheels())));
    }

    /** The file with what is locked of an environment, for pip. */
    static String requirements(String environment) {
        return "requirements-" + environment + ".txt";
    }

    private static List<NixBinding> application(ApplicationDeclaration application, PartContext context) {
        return List.of(
                NixBinding.assign("commands", NixExpr.strings(application.commands())),
                NixBinding.assign("arguments", NixExpr.strings(application.arguments())));
    }
}
