// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.Provider;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedSdist;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.SdistBuilder;
import dev.zeus.wheels.testkit.ServedFile;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages that are declared to be built from their source distribution. */
class SourceBuildTest {
    private static final SdistBuilder DEMO = sdist("demo", "requires = [\"setuptools>=61\", \"leaf\"]");

    @TempDir
    Path home;

    private LoopbackIndex index;

    @BeforeEach
    void serve() {
        index = LoopbackIndex.start();
        index.add(ServedFile.of("demo", DEMO.filename(), DEMO.bytes()))
                .add(WheelBuilder.of("demo", "1.0").build())
                .add(WheelBuilder.of("leaf", "2.0").build());
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private static SdistBuilder sdist(String name, String requires) {
        return SdistBuilder.of(name, "1.0")
                .info("2.2", "Summary: A demo", "Requires-Dist: leaf>=1")
                .file("pyproject.toml", "[build-system]\n" + requires + "\n")
                .file(name + "/__init__.py", "");
    }

    private Acme acme() {
        return new Acme(home).source("acme", index.uri()).wheel("demo", "acme", "", Provider.SDIST);
    }

    @Test
    void locksTheSourceDistributionWithWhatBuildingItNeeds() throws IOException {
        acme().generate(new LockUpdate.Keep());
        LockedPackage demo = acme().lock().packages().get(0);
        LockedSdist sdist = demo.sdist().orElseThrow();
        assertThat(demo.wheels()).isEmpty();
        assertThat(sdist.filename()).hasToString("demo-1.0.tar.gz");
        assertThat(sdist.buildRequires()).map(Object::toString).containsExactly("setuptools>=61", "leaf");
        assertThat(demo.facts().imports()).containsExactly("demo");
        assertThat(acme().versions()).containsExactly("demo 1.0 from acme", "leaf 2.0 from acme");
        assertThat(Files.readString(home.resolve("generated/pylock.toml")))
                .contains("sdist = { name = \"demo-1.0.tar.gz\", url = ");
        assertThat(Files.readString(home.resolve("generated/acme/sdist.nix")))
                .contains("build-system =", "ps.setuptools", "ignoresBuildVersions = true;");
    }

    @Test
    void staysAsItIsWithoutAQuestion() throws IOException {
        acme().generate(new LockUpdate.Keep());
        String before = Files.readString(home.resolve("generated/pylock.toml"));
        acme().offline().generate(new LockUpdate.Keep());
        acme().generate(new LockUpdate.UpgradeAll());
        assertThat(Files.readString(home.resolve("generated/pylock.toml"))).isEqualTo(before);
    }

    @Test
    void goesBackToTheWheel() throws IOException {
        acme().generate(new LockUpdate.Keep());
        Acme wheel = new Acme(home).source("acme", index.uri()).wheel("demo", "acme");
        wheel.generate(new LockUpdate.Keep());
        assertThat(wheel.lock().packages().get(0).sdist()).isEmpty();
        assertThat(home.resolve("generated/acme/sdist.nix")).doesNotExist();
        assertThat(home.resolve("generated/mk-sdist.nix")).doesNotExist();
    }

    @Test
    void saysWhatABuildWithRustNeeds() {
        SdistBuilder rust = sdist("crab", "requires = [\"maturin>=1\"]");
        index.add(ServedFile.of("crab", rust.filename(), rust.bytes()));
        WheelsException error = catchThrowableOfType(
                WheelsException.class,
                () -> new Acme(home)
                        .source("acme", index.uri())
                        .wheel("crab", "acme", "", Provider.SDIST)
                        .generate(new LockUpdate.Keep()));
        assertThat(error)
                .satisfies(ProblemExample.printed("N307"))
                .hasMessageContaining("[wheels/N307] \"crab-1.0.tar.gz\" is built with maturin")
                .hasMessageContaining("cargoHash");
    }
}
