// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One package from a source of its own on each platform, such as torch from a CUDA index on Linux. */
final class TwoSourcesTest {
    private static final TargetDeclaration LINUX = new TargetDeclaration(Platform.X86_64_LINUX, "2.39");
    private static final TargetDeclaration ARM = new TargetDeclaration(Platform.AARCH64_LINUX, "2.39");
    private static final TargetDeclaration MAC = new TargetDeclaration(Platform.AARCH64_DARWIN, "14.0");

    @TempDir
    Path home;

    private final LoopbackIndex cuda = LoopbackIndex.start();
    private final LoopbackIndex open = LoopbackIndex.start();

    @AfterEach
    void stop() {
        cuda.close();
        open.close();
    }

    @Test
    void hasTheWheelOfItsOwnSourceOnEachTarget() throws IOException {
        add(cuda, "2.9.0+cu130", "cp312-cp312-manylinux_2_28_x86_64");
        add(open, "2.9.0", "cp312-none-macosx_11_0_arm64");
        Acme acme = declared();
        acme.generate(new LockUpdate.Keep());

        assertThat(files(acme))
                .containsExactly(
                        "torch-2.9.0-cp312-none-macosx_11_0_arm64.whl from open for [cp312-aarch64-darwin]",
                        "torch-2.9.0+cu130-cp312-cp312-manylinux_2_28_x86_64.whl from cuda for [cp312-x86_64-linux]");
        assertThat(Lock.parse(acme.lock().toToml())).isEqualTo(acme.lock());
        assertThat(Files.readString(home.resolve("generated/cuda/x86_64-linux.nix")))
                .contains("torch.\"2.9.0+cu130\"");
        assertThat(Files.readString(home.resolve("generated/open/aarch64-darwin.nix")))
                .contains("torch.\"2.9.0\"");
        assertThat(problems(acme)).isEmpty();
    }

    /** The same version, and so the same name and version of both entries. */
    @Test
    void tellsEntriesOfOneVersionApart() {
        add(cuda, "2.9.0", "cp312-cp312-manylinux_2_28_x86_64");
        add(open, "2.9.0", "cp312-none-macosx_11_0_arm64");
        open.add(WheelBuilder.of("vision", "1.0")
                .requires("torch>=2")
                .file("vision.py", "")
                .build());
        Acme acme = declared().wheel("vision", "open");
        acme.generate(new LockUpdate.Keep());

        assertThat(acme.versions())
                .containsExactly("torch 2.9.0 from cuda", "torch 2.9.0 from open", "vision 1.0 from open");
        String toml = acme.lock().toToml();
        assertThat(toml)
                .contains("{ name = \"torch\", version = \"2.9.0\", index = \"" + cuda.uri() + "\" }")
                .contains("{ name = \"torch\", version = \"2.9.0\", index = \"" + open.uri() + "\" }");
        assertThat(Lock.parse(toml)).isEqualTo(acme.lock());
        assertThat(problems(acme)).isEmpty();
    }

    @Test
    void movesTheEntryOfOneSourceOnly() {
        add(cuda, "2.9.0+cu130", "cp312-cp312-manylinux_2_28_x86_64");
        add(open, "2.9.0", "cp312-none-macosx_11_0_arm64");
        Acme acme = declared();
        acme.generate(new LockUpdate.Keep());
        add(cuda, "2.10.0+cu130", "cp312-cp312-manylinux_2_28_x86_64");
        add(open, "2.10.0", "cp312-none-macosx_11_0_arm64");
        acme.generate(new LockUpdate.UpgradeSource("cuda"));

        assertThat(acme.versions()).containsExactly("torch 2.9.0 from open", "torch 2.10.0+cu130 from cuda");
        acme.generate(new LockUpdate.UpgradeAll());
        assertThat(acme.versions()).containsExactly("torch 2.10.0 from open", "torch 2.10.0+cu130 from cuda");
    }

    @Test
    void hasPureWheelsOfSeveralSourcesAndOneOfSeveralVersions() throws IOException {
        add(cuda, "2.9.0", "py3-none-any");
        add(open, "2.9.0", "py3-none-any");
        add(open, "2.8.0", "py3-none-any");
        Acme acme = sources()
                .targets(List.of(LINUX), "3.12")
                .wheel("torch", "cuda")
                .targets(List.of(ARM), "3.12")
                .wheel("torch", "open", "<2.9")
                .targets(List.of(MAC), "3.12")
                .wheel("torch", "open")
                .targets(List.of(LINUX, ARM, MAC), "3.12");
        acme.generate(new LockUpdate.Keep());

        assertThat(files(acme))
                .containsExactly(
                        "torch-2.8.0-py3-none-any.whl from open for [cp312-aarch64-linux]",
                        "torch-2.9.0-py3-none-any.whl from cuda for [cp312-x86_64-linux]",
                        "torch-2.9.0-py3-none-any.whl from open for [cp312-aarch64-darwin]");
        assertThat(Files.readString(home.resolve("generated/cuda/universal.nix")))
                .contains("targets = [ \"cp312-x86_64-linux\" ];");
        assertThat(problems(acme)).isEmpty();
    }

    private Acme sources() {
        return new Acme(home).source("cuda", cuda.uri()).source("open", open.uri());
    }

    private Acme declared() {
        return sources()
                .targets(List.of(LINUX), "3.12")
                .wheel("torch", "cuda")
                .targets(List.of(MAC), "3.12")
                .wheel("torch", "open")
                .targets(List.of(LINUX, MAC), "3.12");
    }

    private static void add(LoopbackIndex index, String version, String tags) {
        index.add(WheelBuilder.of("torch", version)
                .tags(tags)
                .file("torch/__init__.py", "")
                .build());
    }

    private static List<String> files(Acme acme) {
        return acme.lock().packages().stream()
                .flatMap(locked -> locked.wheels().stream().map(wheel -> text(locked, wheel)))
                .toList();
    }

    private static String text(LockedPackage locked, LockedWheel wheel) {
        return wheel.name() + " from " + locked.source() + " for " + wheel.targets();
    }

    private static List<String> problems(Acme acme) {
        LockedWheels locked = acme.locked();
        return locked.check(locked.lock(acme.events::add), acme.events::add).stream()
                .filter(result -> result.outcome() instanceof Outcome.Failed)
                .map(CheckResult::toString)
                .toList();
    }
}
