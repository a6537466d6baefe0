// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.ReplacementDeclaration;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import java.util.List;

/** Wheel sets as short lines. */
final class Sets {
    private Sets() {}

    static WheelDeclaration wheel(String name, PackageTest... tests) {
        List<PackageTest> asked = List.of(tests.length == 0 ? PackageTest.values() : tests);
        return wheel(name, asked, RecipeDeclaration.USUAL);
    }

    static WheelDeclaration wheel(String name, RecipeDeclaration recipe) {
        return wheel(name, List.of(PackageTest.values()), recipe);
    }

    private static WheelDeclaration wheel(String name, List<PackageTest> tests, RecipeDeclaration recipe) {
        return new WheelDeclaration(
                "com.acme.A",
                name,
                name.replace('-', '_'),
                "pypi",
                List.of(Platform.X86_64_LINUX),
                List.of("3.11", "3.12"),
                "",
                List.of(),
                tests,
                Provider.WHEEL,
                recipe);
    }

    static WheelSetDeclaration of(
            List<WheelDeclaration> wheels,
            List<CustomPackageDeclaration> customs,
            ReplacementDeclaration... replacements) {
        return new WheelSetDeclaration(
                        "com.acme",
                        List.of("3.11", "3.12"),
                        List.of(),
                        List.of(),
                        DependencyPolicy.WHEELS,
                        ResolutionSettings.DEFAULT,
                        wheels,
                        customs)
                .withReplacements(List.of(replacements));
    }
}
