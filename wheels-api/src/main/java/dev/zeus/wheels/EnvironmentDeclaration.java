// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Python with some of the wheel set's packages, and what is around it when it runs.
 *
 * @param type the binary name of the annotated type
 * @param name the normalised name, such as {@code research}
 * @param python its Python version, such as {@code 3.12}
 * @param packages the normalised names of its packages, sorted
 * @param libraries attribute paths of nixpkgs, such as {@code llvmPackages.openmp}, in declared order
 * @param variables the variables that are set, with their values
 * @param shellHook what a shell runs when it begins; empty for nothing
 * @param parts what it is made into, those of one kind together, in declared order
 */
public record EnvironmentDeclaration(
        String type,
        String name,
        String python,
        List<String> packages,
        List<String> libraries,
        SortedMap<String, String> variables,
        String shellHook,
        List<EnvironmentPart> parts) {
    /**
     * Copies what it is given, so that it cannot change.
     *
     * @param type the binary name of the annotated type
     * @param name the normalised name, such as {@code research}
     * @param python its Python version, such as {@code 3.12}
     * @param packages the normalised names of its packages, sorted
     * @param libraries attribute paths of nixpkgs, such as {@code llvmPackages.openmp}, in declared order
     * @param variables the variables that are set, with their values
     * @param shellHook what a shell runs when it begins; empty for nothing
     * @param parts what it is made into, those of one kind together, in declared order
     */
    public EnvironmentDeclaration {
        packages = List.copyOf(packages);
        libraries = List.copyOf(libraries);
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        parts = List.copyOf(parts);
    }

    /**
     * An environment that is made into nothing else.
     *
     * @param type the binary name of the annotated type
     * @param name the normalised name, such as {@code research}
     * @param python its Python version, such as {@code 3.12}
     * @param packages the normalised names of its packages, sorted
     * @param libraries attribute paths of nixpkgs, such as {@code llvmPackages.openmp}, in declared order
     * @param variables the variables that are set, with their values
     * @param shellHook what a shell runs when it begins; empty for nothing
     */
    public EnvironmentDeclaration(
            String type,
            String name,
            String python,
            List<String> packages,
            List<String> libraries,
            SortedMap<String, String> variables,
            String shellHook) {
        this(type, name, python, packages, libraries, variables, shellHook, List.of());
    }

    /**
     * {@return the environment made into other things}
     *
     * @param others the things that it is made into instead
     */
    public EnvironmentDeclaration withParts(List<EnvironmentPart> others) {
        return new EnvironmentDeclaration(type, name, python, packages, libraries, variables, shellHook, others);
    }

    /**
     * {@return its parts of one kind, in declared order}
     *
     * @param <P> the type of these parts
     * @param kind the class of these parts
     */
    public <P extends EnvironmentPart> List<P> parts(Class<P> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
