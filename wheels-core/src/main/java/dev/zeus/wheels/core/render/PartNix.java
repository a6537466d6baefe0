package dev.zeus.wheels.core.render;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.EnvironmentPart;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixExpr;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One kind of what environments are made into: values in {@code environments.nix}, and a file that says what Nix makes
 * of them.
 *
 * @param type the declarations of this kind
 * @param attribute the attribute of an environment that has them by name, in the declaration and in the result
 * @param file the file, a function of {@code environment-parts.nix}' context and of the values
 * @param values the values of one of them
 */
record PartNix<P extends EnvironmentPart>(
        Class<P> type, String attribute, String file, Function<P, List<NixBinding>> values) {
    /** All kinds. */
    static final List<PartNix<?>> ALL = List.of(
            new PartNix<>(ApplicationDeclaration.class, "applications", "mk-applications.nix", PartNix::application));

    /** The kinds of which an environment has any. */
    static List<PartNix<?>> of(Collection<EnvironmentDeclaration> environments) {
        return ALL.stream()
                .filter(kind -> environments.stream()
                        .anyMatch(environment -> kind.declared(environment).isPresent()))
                .toList();
    }

    /** The files of these kinds, by attribute. */
    static NixExpr files(List<PartNix<?>> kinds) {
        SortedMap<String, NixExpr> files = new TreeMap<>();
        kinds.forEach(kind -> files.put(kind.attribute, NixExpr.path("./" + kind.file)));
        return NixExpr.attrs(files);
    }

    /** The values of an environment's parts of this kind, by name; empty where it has none. */
    Optional<NixExpr> declared(EnvironmentDeclaration environment) {
        SortedMap<String, NixExpr> parts = new TreeMap<>();
        environment.parts(type).forEach(part -> parts.put(part.name(), NixExpr.attrs(values.apply(part))));
        return parts.isEmpty() ? Optional.empty() : Optional.of(NixExpr.attrs(parts));
    }

    private static List<NixBinding> application(ApplicationDeclaration application) {
        return List.of(
                NixBinding.assign("commands", NixExpr.strings(application.commands())),
                NixBinding.assign("arguments", NixExpr.strings(application.arguments())));
    }
}
