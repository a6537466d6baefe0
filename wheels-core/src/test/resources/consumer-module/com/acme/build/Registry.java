// SPDX-License-Identifier: Apache-2.0
package com.acme.build;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSetDeclaration;
import java.util.List;

/** One declared wheel, of the index at {@code acme.index}. */
public final class Registry implements WheelRegistry {
    @Override
    public int apiVersion() {
        return API_VERSION;
    }

    @Override
    public WheelSetDeclaration wheelSet() {
        return new WheelSetDeclaration(
                "com.acme.python",
                List.of("3.12"),
                List.of(new TargetDeclaration(Platform.X86_64_LINUX, "2.39")),
                List.of(new SourceDeclaration("acme", System.getProperty("acme.index"))),
                DependencyPolicy.WHEELS,
                ResolutionSettings.DEFAULT,
                List.of(new WheelDeclaration(
                        "com.acme.python.Demo",
                        "demo",
                        "demo",
                        "acme",
                        List.of(Platform.X86_64_LINUX),
                        List.of("3.12"),
                        "",
                        List.of(),
                        List.of(PackageTest.METADATA, PackageTest.IMPORT),
                        Provider.WHEEL)),
                List.of());
    }
}
