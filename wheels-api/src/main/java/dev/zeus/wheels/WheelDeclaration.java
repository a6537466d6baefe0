// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;

/**
 * One declared wheel, with the wheel set's defaults filled in.
 *
 * @param type the binary name of the annotated type, such as {@code com.acme.python.NautilusTrader}
 * @param name the normalised project name on the index, such as {@code nautilus-trader}
 * @param alias the Python-style attribute name, such as {@code nautilus_trader}
 * @param source the name of the index it comes from
 * @param platforms the platforms it is wanted on; {@code [UNIVERSAL]} for a pure wheel on all; never empty
 * @param pythons the Python versions it is wanted on; never empty
 * @param version a version specifier (<a href="https://peps.python.org/pep-0440/">PEP 440</a>), empty for any
 * @param extras the extras to install, normalised and sorted
 * @param tests the tests to generate, sorted
 * @param provider who supplies it
 * @param recipe what Nix needs beyond the usual way
 */
public record WheelDeclaration(
        String type,
        String name,
        String alias,
        String source,
        List<Platform> platforms,
        List<String> pythons,
        String version,
        List<String> extras,
        List<PackageTest> tests,
        Provider provider,
        RecipeDeclaration recipe) {
    /**
     * Copies what it is given, so that it cannot change.
     *
     * @param type the binary name of the annotated type, such as {@code com.acme.python.NautilusTrader}
     * @param name the normalised project name on the index, such as {@code nautilus-trader}
     * @param alias the Python-style attribute name, such as {@code nautilus_trader}
     * @param source the name of the index it comes from
     * @param platforms the platforms it is wanted on; {@code [UNIVERSAL]} for a pure wheel on all; never empty
     * @param pythons the Python versions it is wanted on; never empty
     * @param version a version specifier (<a href="https://peps.python.org/pep-0440/">PEP 440</a>), empty for any
     * @param extras the extras to install, normalised and sorted
     * @param tests the tests to generate, sorted
     * @param provider who supplies it
     * @param recipe what Nix needs beyond the usual way
     */
    public WheelDeclaration {
        platforms = List.copyOf(platforms);
        pythons = List.copyOf(pythons);
        extras = List.copyOf(extras);
        tests = List.copyOf(tests);
    }

    /**
     * A wheel that Nix installs the usual way.
     *
     * @param type the binary name of the annotated type, such as {@code com.acme.python.NautilusTrader}
     * @param name the normalised project name on the index, such as {@code nautilus-trader}
     * @param alias the Python-style attribute name, such as {@code nautilus_trader}
     * @param source the name of the index it comes from
     * @param platforms the platforms it is wanted on; {@code [UNIVERSAL]} for a pure wheel on all; never empty
     * @param pythons the Python versions it is wanted on; never empty
     * @param version a version specifier (<a href="https://peps.python.org/pep-0440/">PEP 440</a>), empty for any
     * @param extras the extras to install, normalised and sorted
     * @param tests the tests to generate, sorted
     * @param provider who supplies it
     */
    public WheelDeclaration(
            String type,
            String name,
            String alias,
            String source,
            List<Platform> platforms,
            List<String> pythons,
            String version,
            List<String> extras,
            List<PackageTest> tests,
            Provider provider) {
        this(type, name, alias, source, platforms, pythons, version, extras, tests, provider, RecipeDeclaration.USUAL);
    }
}
