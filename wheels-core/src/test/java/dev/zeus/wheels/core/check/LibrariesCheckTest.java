// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.CudaDeclaration;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.core.lock.LibraryFacts;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.NativeBytes;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether what compiled files need is where Nix looks for it. */
class LibrariesCheckTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "libGL, '', ''",
        "'', libfoo.so.1, ''",
        "'', libfoo.so.*, ''",
        "'', lib*.so.1, ''",
        "'', libfoo.so.2, C241",
        "'', *bar*, C241",
    })
    void aRecipeSaysWhereLibrariesComeFrom(String input, String ignored, String code) {
        BuiltWheel wheel = BrokenWheels.compiled(
                        "cp312-cp312-manylinux_2_17_x86_64",
                        BrokenWheels.MODULE,
                        NativeBytes.elf("x86_64").needs("libfoo.so.1"))
                .build();
        RecipeDeclaration usual = RecipeDeclaration.USUAL;
        RecipeDeclaration recipe = new RecipeDeclaration(
                input.isEmpty() ? List.of() : List.of(input),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ignored.isEmpty() ? List.of() : List.of(ignored),
                List.of(),
                usual.cuda());
        try (CheckFixture fixture = new CheckFixture(directory, BrokenWheels.LINUX)) {
            assertThat(CheckFixture.failures(
                            fixture.lock(wheel).recipe("demo", recipe).run()))
                    .isEqualTo(code.isEmpty() ? Map.of() : Map.of(Check.NATIVE, code));
        }
    }

    /** Where a library of another package is, whether what is needed was read, and what is said. */
    @ParameterizedTest
    @CsvSource({
        "before, false, ''",
        "before, true, ''",
        "later, false, which only packages that need this one provide",
        "later, true, ''",
        "elsewhere, false, which only packages that it does not require provide",
        "elsewhere, true, which only packages that it does not require provide",
    })
    void librariesAreWhereNixLooksForThem(String where, boolean isRead, String said) {
        BuiltWheel user = BrokenWheels.compiled(
                        "cp312-cp312-manylinux_2_17_x86_64",
                        BrokenWheels.MODULE,
                        NativeBytes.elf("x86_64").needs("libshared.so"))
                .requires(where.equals("before") ? new String[] {"between"} : new String[0])
                .build();
        BuiltWheel between = WheelBuilder.of("between", "1.0").requires("owner").build();
        BuiltWheel owner = WheelBuilder.of("owner", "1.0")
                .tags("cp312-cp312-manylinux_2_17_x86_64")
                .requires(where.equals("later") ? new String[] {"demo"} : new String[0])
                .file("owner/libshared.so", NativeBytes.elf("x86_64").build())
                .build();
        try (CheckFixture fixture = new CheckFixture(directory, BrokenWheels.LINUX)) {
            if (isRead) {
                fixture.read(new LibraryFacts(new TreeSet<>(Set.of("libshared.so")), new TreeSet<>()));
            }
            if (where.equals("before")) {
                fixture.lock(user, fixture.on("between"))
                        .lock(between, fixture.on("owner"))
                        .lock(owner);
            } else if (where.equals("later")) {
                fixture.lock(user).lock(owner, fixture.on("demo"));
            } else {
                fixture.lock(user).lock(owner);
            }
            List<CheckResult> results = fixture.run();
            assertThat(CheckFixture.failures(results))
                    .isEqualTo(said.isEmpty() ? Map.of() : Map.of(Check.NATIVE, "C241"));
            if (!said.isEmpty()) {
                assertThat(results)
                        .anySatisfy(result -> assertThat(result.toString()).contains(said));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"libX11.so.6, ''", "libcuda.so.1, ''", "libnvidia-ml.so.1, ''", "libfoo.so.1, C241"})
    void whatTheLockHasReadNeedsNoRecipeWhereNixpkgsHasIt(String library, String code) {
        BuiltWheel wheel = BrokenWheels.compiled(
                        "cp312-cp312-manylinux_2_17_x86_64",
                        BrokenWheels.MODULE,
                        NativeBytes.elf("x86_64").needs(library))
                .build();
        try (CheckFixture fixture = new CheckFixture(directory, BrokenWheels.LINUX)) {
            LibraryFacts facts = new LibraryFacts(new TreeSet<>(Set.of(library)), new TreeSet<>());
            assertThat(CheckFixture.failures(fixture.read(facts).lock(wheel).run()))
                    .isEqualTo(code.isEmpty() ? Map.of() : Map.of(Check.NATIVE, code));
        }
    }

    /**
     * Nix looks for it like any other, unless the lock or the recipe tells it; a recipe with cuda tells of one only.
     */
    @ParameterizedTest
    @CsvSource({
        "libcuda.so.1, false, C241",
        "libcuda.so.1, true, ''",
        "libnvidia-ml.so.1, true, C241",
        "libnvcuvid.so.1, true, C241",
        "libcublas.so.12, true, ''",
    })
    void aDriverIsKnownToNixByTheRecipe(String library, boolean cuda, String code) {
        BuiltWheel wheel = BrokenWheels.compiled(
                        "cp312-cp312-manylinux_2_17_x86_64",
                        BrokenWheels.MODULE,
                        NativeBytes.elf("x86_64").needs(library))
                .build();
        try (CheckFixture fixture = new CheckFixture(directory, BrokenWheels.LINUX)) {
            if (cuda) {
                fixture.recipe(
                        "demo",
                        new RecipeDeclaration(
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                Optional.of(new CudaDeclaration("12", List.of()))));
            }
            List<CheckResult> results = fixture.lock(wheel).run();
            assertThat(CheckFixture.failures(results))
                    .isEqualTo(code.isEmpty() ? Map.of() : Map.of(Check.NATIVE, code));
            if (!code.isEmpty()) {
                assertThat(results)
                        .anySatisfy(result -> assertThat(result.toString())
                                .contains(
                                        "needs \"" + library + "\"",
                                        "which comes with a graphics driver",
                                        "libraries = LibraryPolicy.READ"));
            }
        }
    }
}
