// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;
import java.util.Optional;

/**
 * One package that Nix builds from source.
 *
 * @param type the binary name of the annotated type
 * @param name the normalised project name, such as {@code uuid7}; also the file name under {@code custom/}
 * @param alias the Python-style attribute name
 * @param definition the Nix function that builds it, for the Python set's {@code callPackage}; empty where
 *     {@code build} says how
 * @param pythons the Python versions it is built for; never empty
 * @param description one line for {@code meta.description}, empty for none
 * @param dependencies the normalised names of the declarations it depends on
 * @param tests the tests to generate, sorted
 * @param build how it is built where there is no definition
 * @param recipe what else its building needs
 */
public record CustomPackageDeclaration(
        String type,
        String name,
        String alias,
        String definition,
        List<String> pythons,
        String description,
        List<String> dependencies,
        List<PackageTest> tests,
        Optional<BuildDeclaration> build,
        RecipeDeclaration recipe) {
    /**
     * Copies what it is given, so that it cannot change.
     *
     * @param type the binary name of the annotated type
     * @param name the normalised project name, such as {@code uuid7}; also the file name under {@code custom/}
     * @param alias the Python-style attribute name
     * @param definition the Nix function that builds it, for the Python set's {@code callPackage}; empty where
     *     {@code build} says how
     * @param pythons the Python versions it is built for; never empty
     * @param description one line for {@code meta.description}, empty for none
     * @param dependencies the normalised names of the declarations it depends on
     * @param tests the tests to generate, sorted
     * @param build how it is built where there is no definition
     * @param recipe what else its building needs
     */
    public CustomPackageDeclaration {
        pythons = List.copyOf(pythons);
        dependencies = List.copyOf(dependencies);
        tests = List.copyOf(tests);
    }

    /**
     * A package with a definition.
     *
     * @param type the binary name of the annotated type
     * @param name the normalised project name, such as {@code uuid7}; also the file name under {@code custom/}
     * @param alias the Python-style attribute name
     * @param definition the Nix function that builds it, for the Python set's {@code callPackage}; empty where
     *     {@code build} says how
     * @param pythons the Python versions it is built for; never empty
     * @param description one line for {@code meta.description}, empty for none
     * @param dependencies the normalised names of the declarations it depends on
     * @param tests the tests to generate, sorted
     */
    public CustomPackageDeclaration(
            String type,
            String name,
            String alias,
            String definition,
            List<String> pythons,
            String description,
            List<String> dependencies,
            List<PackageTest> tests) {
        this(
                type,
                name,
                alias,
                definition,
                pythons,
                description,
                dependencies,
                tests,
                Optional.empty(),
                RecipeDeclaration.USUAL);
    }
}
