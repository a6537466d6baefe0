// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.python.PackageName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageDescriptionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo|Happy Eyeballs for asyncio|Happy Eyeballs for asyncio",
                "demo|Does this, and that.|Does this, and that",
                "demo|Does this. And that.|Does this. And that",
                "demo|Does this, that, etc.|Does this, that, etc.",
                "demo|Does it for the U.S.A.|Does it for the U.S.A.",
                "demo|Wait ...|Wait ...",
                "demo|A list of callbacks|List of callbacks",
                "demo|An array|Array",
                "demo|The array|Array",
                "demo|a list|List",
                "demo|Android tools|Android tools",
                "demo|Theory of types|Theory of types",
                "demo|A* search|A* search",
                "demo|demo: a list of callbacks.|List of callbacks",
                "demo|Demo - lists|Lists",
                "demo|Demo \u2014 lists|Lists",
                "two-words|Two_Words is a list|List",
                "demo|demo is fast|Demo is fast",
                "demo|other: a list|Other: a list",
                "demo|demo|Demo",
                "demo|iOS devices|iOS devices",
                "demo|list-like arrays|List-like arrays",
                "demo|asyncio.Queue for all|asyncio.Queue for all",
                "demo|c99 for all|c99 for all",
                "demo|demo:|Demo:",
                "demo|.|''",
            })
    void isAsNixpkgsWantsIt(String name, String summary, String description) {
        assertThat(PackageDescription.of(PackageName.parse(name), summary)).isEqualTo(description);
    }
}
