// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven.session;

import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ServedFile;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The index that the sessions ask: few packages of known names, with something of all that goals have to say. */
final class ShopIndex {
    /** When the release was uploaded that the cooldown holds back: two days ago. */
    @SuppressWarnings("TimeInStaticInitializer") // a run asks on one day
    static final Instant FRESH =
            Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9));

    private static final String SETTLED = "2025-10-01T09:00:00Z";
    private static final String[] SYSTEMS = {"manylinux_2_28_x86_64", "macosx_14_0_arm64"};

    private ShopIndex() {}

    static LoopbackIndex start() {
        LoopbackIndex index = LoopbackIndex.start();
        for (String version : new String[] {"0.120.0", "0.121.0"}) {
            index.add(settled(pure("fastapi", version)
                    .extras("standard")
                    .requires("starlette>=0.40", "typing-extensions", "uvicorn[standard]; extra == 'standard'")));
        }
        index.add(settled(pure("starlette", "0.48.0").requires("anyio")));
        index.add(settled(pure("anyio", "4.11.0").requires("idna>=2.8,<3.11", "typing-extensions")));
        index.add(settled(pure("idna", "3.10")));
        index.add(settled(pure("idna", "3.11")));
        index.add(settled(pure("typing-extensions", "4.15.0")));
        index.add(settled(pure("uvicorn", "0.38.0")
                .extras("standard")
                .requires("click", "uvloop; sys_platform == 'linux' and extra == 'standard'")));
        index.add(settled(pure("click", "8.3.0")));
        index.add(settled(pure("httpx", "0.28.1").requires("anyio", "idna")));
        index.add(settled(compiled("uvloop", "0.22.1", SYSTEMS[0])));
        for (String system : SYSTEMS) {
            index.add(settled(compiled("pandas", "2.3.3", system).requires("numpy")));
            index.add(ServedFile.of(compiled("pandas", "3.0.0", system)
                            .requires("numpy")
                            .build())
                    .uploaded(FRESH.toString()));
            index.add(settled(compiled("numpy", "2.4.0", system)));
        }
        return index;
    }

    private static ServedFile settled(WheelBuilder wheel) {
        return ServedFile.of(wheel.build()).uploaded(SETTLED);
    }

    private static WheelBuilder pure(String name, String version) {
        return WheelBuilder.of(name, version).header("License-Expression: MIT");
    }

    private static WheelBuilder compiled(String name, String version, String system) {
        return pure(name, version).tags("cp312-cp312-" + system);
    }
}
