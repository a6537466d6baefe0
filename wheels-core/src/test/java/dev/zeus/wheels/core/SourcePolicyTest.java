// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A package comes from the source that its declaration names, and never from whichever index answers. */
class SourcePolicyTest {
    @TempDir
    Path home;

    private LoopbackIndex inner;
    private LoopbackIndex open;

    @BeforeEach
    void start() {
        inner = LoopbackIndex.start();
        open = LoopbackIndex.start();
        inner.add(wheel("trader", "1.0", "helper"));
        open.add(wheel("trader", "9.9"));
        open.add(wheel("helper", "9.9"));
        open.add(wheel("web", "1.0"));
    }

    @AfterEach
    void stop() {
        inner.close();
        open.close();
    }

    @Test
    @Proves(
            id = "attack 1",
            given = "a public project of an inner one's name, with a higher version",
            outcome = "the inner one is locked, and the public index is not asked for either name")
    void takesAPackageFromItsDeclaredSourceOnly() {
        inner.add(wheel("helper", "1.0"));
        Acme acme = acme().wheel("trader", "inner").wheel("web", "open");
        acme.generate(new LockUpdate.Keep());
        assertThat(acme.versions())
                .containsExactly("helper 1.0 from inner", "trader 1.0 from inner", "web 1.0 from open");
        assertThat(open.counts().keySet()).isNotEmpty().allMatch(path -> path.contains("/web"));
    }

    @Test
    @Proves(
            id = "attack 3",
            given = "an inner package that needs a name which only the public index has",
            outcome = "R203; the public index is not asked unless a declaration names it as the source")
    void neverLooksElsewhereForWhatIsMissing() {
        WheelsException error = catchThrowableOfType(
                WheelsException.class, () -> acme().wheel("trader", "inner").generate(new LockUpdate.Keep()));
        assertThat(error).hasMessageContaining("[wheels/R203]").hasMessageContaining("helper");
        assertThat(open.counts()).isEmpty();

        Acme declared = acme().wheel("helper", "open").wheel("trader", "inner");
        declared.generate(new LockUpdate.Keep());
        assertThat(declared.versions()).containsExactly("helper 9.9 from open", "trader 1.0 from inner");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 501})
    @Proves(
            id = "attack 2",
            given = "an inner index that answers 401, 403, 404 or 5xx",
            outcome = "an error; the public index is not asked, nothing is written")
    void neverFallsThrough(int status) {
        inner.always("/simple/trader/", Answer.status(status));
        WheelsException error = catchThrowableOfType(
                WheelsException.class,
                () -> acme().wheel("trader", "inner").wheel("web", "open").generate(new LockUpdate.Keep()));
        assertThat(error.problem().hint()).isNotBlank();
        assertThat(open.counts()).doesNotContainKey("/simple/trader/");
        assertThat(home.resolve("generated")).doesNotExist();
    }

    @Test
    @Proves(
            id = "attack 4",
            given = "an index that answers strangers with a part of what it has, declared with requiresLogin",
            outcome = "E407 without a login; nothing is asked")
    void neverAsksAsAStranger() {
        WheelsException error = catchThrowableOfType(
                WheelsException.class,
                () -> new Acme(home)
                        .closed("inner", inner.uri())
                        .wheel("trader", "inner")
                        .generate(new LockUpdate.Keep()));
        assertThat(error)
                .satisfies(ProblemExample.printed("E407"))
                .hasMessageContaining("[wheels/E407]")
                .hasMessageContaining("WHEELS_INDEX_INNER_TOKEN");
        assertThat(inner.counts()).isEmpty();
    }

    @Test
    @Proves(
            id = "attack 10",
            given = "an index that hides the files that are locked, in an upgrade",
            outcome = "L203 warns that the package goes down, from which version to which")
    void saysThatAPackageGoesDown() {
        open.add(wheel("web", "2.0"));
        Acme acme = acme().wheel("web", "open");
        acme.generate(new LockUpdate.Keep());
        open.close();
        open = LoopbackIndex.start();
        open.add(wheel("web", "1.0"));
        Acme later = acme().wheel("web", "open");
        later.generate(new LockUpdate.UpgradeAll());
        assertThat(later.events)
                .asString()
                .satisfies(ProblemExample.printed("L203"))
                .contains("L203", "\"web\" is downgraded from 2.0 to 1.0");
    }

    private Acme acme() {
        return new Acme(home).source("inner", inner.uri()).source("open", open.uri());
    }

    private static BuiltWheel wheel(String name, String version, String... requires) {
        WheelBuilder builder = WheelBuilder.of(name, version).file(name + "/__init__.py", "");
        for (String requirement : requires) {
            builder = builder.requires(requirement);
        }
        return builder.build();
    }
}
