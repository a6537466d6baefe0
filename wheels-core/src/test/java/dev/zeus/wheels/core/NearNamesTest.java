// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.output.SourceChange;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.core.setup.TargetChoice;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The message about an added package that no index has. */
class NearNamesTest {
    @TempDir
    Path home;

    private static final Map<String, String> HINTS = Map.of(
            "htpx",
            "did you mean \"httpx\", which is locked? Else: ",
            "starlete",
            "did you mean \"starlette\", which is in the cache? Else: ",
            // What is locked comes before what another project has.
            "anyoi",
            "did you mean \"anyio\", which is locked? Else: ",
            "nothing-alike",
            "");

    @Test
    void areAmongWhatIsLockedOrCached() {
        try (LoopbackIndex index = LoopbackIndex.start()) {
            for (String name : List.of("httpx", "starlette", "anyio", "any-io")) {
                index.add(WheelBuilder.of(name, "1.0").build());
            }
            // Another project of this machine, which has wheels in the cache.
            Acme other = acme(index).wheel("starlette", "acme").wheel("any-io", "acme");
            other.generate(new LockUpdate.Keep());
            assertThat(other.verify(TargetChoice.ALL).problems()).isEmpty();
            acme(index).wheel("httpx", "acme").wheel("anyio", "acme").generate(new LockUpdate.UpgradeAll());

            HINTS.forEach((added, begin) -> {
                Acme acme = acme(index)
                        .wheel("httpx", "acme")
                        .wheel("anyio", "acme")
                        .wheel(added, "acme");
                Redeclaration addition =
                        new Redeclaration(SourceChange.none(), List.of(), List.of(PackageName.parse(added)));
                WheelsException failure = catchThrowableOfType(
                        WheelsException.class,
                        () -> addition.generate(request(acme), home, RunPlace.HERE, event -> {}));

                assertThat(failure.problem().message()).contains('"' + added + '"');
                assertThat(failure.problem().hint()).startsWith(begin);
                assertThat(failure.problem().hint().contains("did you mean")).isEqualTo(!begin.isEmpty());
            });
        }
    }

    private Acme acme(LoopbackIndex index) {
        return new Acme(home).source("acme", index.uri());
    }

    private GenerateRequest request(Acme acme) {
        return new GenerateRequest(
                acme.set(),
                home.resolve("generated"),
                home.resolve("result.json"),
                new LockUpdate.Keep(),
                Optional.empty(),
                false,
                new SourceRoots(home, List.of(home.resolve("src"))),
                acme.access(),
                Optional.empty());
    }
}
