// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.LibraryPolicy;
import dev.zeus.wheels.core.Acme;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.NativeBytes;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the lock keeps what compiled wheels need where the set asks for it, and that each is read once. */
final class LibraryReadingTest {
    private static final String TAGS = "cp312-cp312-manylinux_2_17_x86_64";

    @TempDir
    Path home;

    private LoopbackIndex index;

    @BeforeEach
    void start() {
        index = LoopbackIndex.start();
        index.add(wheel("wagon", "1.0", "libengine.so", "libX11.so.6", "libfoo.so.1")
                .requires("engine", "pure")
                .build());
        index.add(wheel("engine", "1.0", "libstdc++.so.6", "libcuda.so.1")
                .file("engine/lib/libengine.so", NativeBytes.elf("x86_64").build())
                .build());
        index.add(WheelBuilder.of("pure", "1.0").file("pure/__init__.py", "").build());
    }

    private static WheelBuilder wheel(String name, String version, String... needs) {
        NativeBytes module = NativeBytes.elf("x86_64").needs("libc.so.6", "GLIBC_2.17");
        for (String library : needs) {
            module = module.needs(library);
        }
        return WheelBuilder.of(name, version)
                .tags(TAGS)
                .file(name + "/_native.cpython-312-x86_64-linux-gnu.so", module.build());
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private Acme acme(LibraryPolicy policy) {
        return new Acme(home).source("test", index.uri()).wheel("wagon", "test").libraries(policy);
    }

    /** What is locked of each package that was read: needed, an arrow, provided. */
    private static Map<String, String> facts(Acme acme) {
        Map<String, String> facts = new TreeMap<>();
        for (LockedPackage locked : acme.lock().packages()) {
            locked.facts()
                    .libraries()
                    .ifPresent(each -> facts.put(
                            locked.name().value(),
                            String.join(" ", each.needed()) + " > " + String.join(" ", each.provided())));
        }
        return facts;
    }

    private List<String> fetched() {
        return index.server().received().stream()
                .filter(request -> request.path().endsWith(".whl")
                        && request.header("range").isEmpty())
                .map(request -> request.path().substring(request.path().lastIndexOf('/') + 1))
                .sorted()
                .toList();
    }

    private String generated(String file) throws IOException {
        return Files.readString(home.resolve("generated").resolve(file));
    }

    @Test
    void keepsWhatEachCompiledWheelNeedsAndHas() throws IOException {
        Acme acme = acme(LibraryPolicy.READ);
        acme.generate(new LockUpdate.Keep());

        assertThat(facts(acme))
                .isEqualTo(Map.of(
                        "engine", "libcuda.so.1 libstdc++.so.6 > libengine.so",
                        "wagon", "libX11.so.6 libengine.so libfoo.so.1 > "));
        assertThat(generated("test/x86_64-linux.nix"))
                .contains("libraries = [ \"libX11.so.6\" ];")
                .contains("loads = { ps, ... }: [ ps.engine ];")
                .contains("driverLibraries = [ \"libcuda.so.1\" ];")
                .doesNotContain("libfoo");
        assertThat(generated("mk-wheel.nix")).contains("\"libX11.so.6\" = ps.pkgs.libx11 or ps.pkgs.xorg.libX11;");
    }

    @Test
    void saysEachTimeWhatNothingBrings() {
        for (int run = 0; run < 2; run++) {
            Acme acme = acme(LibraryPolicy.READ);
            acme.generate(new LockUpdate.Keep());
            List<Problem> warned = acme.events.stream()
                    .filter(WheelsEvent.Warned.class::isInstance)
                    .map(event -> ((WheelsEvent.Warned) event).problem())
                    .toList();
            assertThat(warned).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("N309");
                assertThat(problem.message()).contains("\"wagon 1.0\"", "\"libfoo.so.1\"");
                assertThat(problem.hint()).contains("buildInputs", "ignoredLibraries = \"libfoo.so.1\"");
            });
        }
    }

    @Test
    void fetchesEachWheelOnceAndNoneAgain() throws IOException {
        acme(LibraryPolicy.READ).generate(new LockUpdate.Keep());
        assertThat(fetched()).hasSize(2).allMatch(name -> name.contains(TAGS));
        String lock = generated("pylock.toml");
        index.server().forget();
        deleteStore();

        acme(LibraryPolicy.READ).generate(new LockUpdate.Keep());
        acme(LibraryPolicy.READ).generate(new LockUpdate.Locked());
        assertThat(index.counts()).isEmpty();
        acme(LibraryPolicy.READ).generate(new LockUpdate.UpgradeAll());

        assertThat(fetched()).isEmpty();
        assertThat(generated("pylock.toml")).isEqualTo(lock);
    }

    /** Whole wheels only: what was read of pages and metadata stays. */
    private void deleteStore() {
        FileTree.deleteAll(FileTree.files(home.resolve("cache"), ".whl"));
    }

    @Test
    void readsOnlyWhatIsNew() throws IOException {
        acme(LibraryPolicy.READ).generate(new LockUpdate.Keep());
        index.add(wheel("engine", "1.1", "libz.so.1").build());
        index.server().forget();
        deleteStore();
        Acme acme = acme(LibraryPolicy.READ);

        acme.generate(new LockUpdate.UpgradeAll());

        assertThat(fetched()).containsExactly("engine-1.1-" + TAGS + ".whl");
        assertThat(facts(acme))
                .isEqualTo(Map.of("engine", "libz.so.1 > ", "wagon", "libX11.so.6 libengine.so libfoo.so.1 > "));
        // The new engine has no library any more, and nothing else has.
        assertThat(acme.events).anySatisfy(event -> assertThat(event.toString()).contains("\"libengine.so\""));
    }

    @Test
    void asksForNoWheelUnlessTheSetDoes() throws IOException {
        acme(LibraryPolicy.COMMON).generate(new LockUpdate.Keep());
        assertThat(fetched()).isEmpty();
        String lock = generated("pylock.toml");
        acme(LibraryPolicy.READ).generate(new LockUpdate.Keep());
        assertThat(generated("pylock.toml")).isNotEqualTo(lock);

        acme(LibraryPolicy.COMMON).generate(new LockUpdate.Keep());

        assertThat(generated("pylock.toml")).isEqualTo(lock);
        assertThat(generated("test/x86_64-linux.nix")).doesNotContain("libraries =");
    }

    @Test
    void withoutNetworkOneErrorNamesAWheelThatIsMissing() throws IOException {
        acme(LibraryPolicy.COMMON).generate(new LockUpdate.Keep());
        String lock = generated("pylock.toml");

        WheelsException error = catchThrowableOfType(
                WheelsException.class, () -> acme(LibraryPolicy.READ).offline().generate(new LockUpdate.Keep()));

        assertThat(error.problem().code()).isEqualTo("X308");
        assertThat(error.problem().message()).contains("engine-1.0-" + TAGS + ".whl");
        assertThat(generated("pylock.toml")).isEqualTo(lock);
    }

    @Test
    void aWheelOfOtherBytesIsNotRead() throws IOException {
        acme(LibraryPolicy.COMMON).generate(new LockUpdate.Keep());
        String lock = generated("pylock.toml");
        index.always("/files/engine-1.0-" + TAGS + ".whl", Answer.bytes(new byte[] {1, 2, 3}));

        WheelsException error = catchThrowableOfType(
                WheelsException.class, () -> acme(LibraryPolicy.READ).generate(new LockUpdate.Keep()));

        assertThat(error.problem().code()).isIn("X501", "X502");
        assertThat(generated("pylock.toml")).isEqualTo(lock);
    }
}
