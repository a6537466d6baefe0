// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.check.WheelReading;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.Declarations;
import dev.zeus.wheels.core.setup.TargetChoice;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of codes show that no other test asks for in whole. */
class ProblemExamplesTest {
    @TempDir
    private Path home;

    static Stream<Arguments> options() {
        return Stream.of(
                row("D206", () -> TargetChoice.parse("linux")),
                row("D207", () -> WheelReading.parse("half")),
                row("D232", () -> request(Path.of("acme"), "Com.Acme", Optional.empty(), Optional.empty())),
                row("D235", () -> ImportRequest.names("dev test")),
                row("I202", () -> init("my project", "")),
                row("E902", () -> {
                    throw WheelsException.unexpected("wheels:generate, at \"resolve\"", new OutOfMemoryError());
                }),
                row("E903", () -> {
                    throw WheelsException.unexpected(
                            "wheels:generate",
                            new InvalidPathException(
                                    "/home/zo\u00eb/.netrc",
                                    "Malformed input or input contains unmappable characters"));
                }),
                row("E901", () -> {
                    throw WheelsException.unexpected("wheels:generate, at \"resolve\"", new IllegalStateException());
                }));
    }

    private static Arguments row(String code, ThrowingCallable run) {
        return Arguments.of(code, run);
    }

    private static void init(String name, String without) {
        new InitRequest(
                Path.of("acme"),
                name,
                "com.acme.python",
                "numpy",
                Optional.empty(),
                Optional.empty(),
                InitRequest.without(without),
                "1.0");
    }

    private static ImportRequest request(
            Path folder, String name, Optional<String> pythons, Optional<String> platforms) {
        return new ImportRequest(
                folder.resolve("requirements.txt"), folder, name, folder, pythons, platforms, Set.of());
    }

    @Test
    void targetsOfAnImport() throws IOException {
        Files.writeString(home.resolve("requirements.txt"), "numpy\n");
        assertThatThrownBy(() -> Import.run(request(home, "com.acme", Optional.of("three"), Optional.empty())))
                .satisfies(ProblemExample.printed("D233"));
        assertThatThrownBy(() -> Import.run(request(home, "com.acme", Optional.empty(), Optional.of("linux"))))
                .satisfies(ProblemExample.printed("D234"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void options(String code, ThrowingCallable run) {
        assertThatThrownBy(run).satisfies(ProblemExample.printed(code));
    }

    /** Registries and checks as a module lists them, some of whose classes cannot be loaded. */
    @ParameterizedTest
    @CsvSource({
        "D102, dev.zeus.wheels.WheelRegistry, OtherVersion",
        "D103, dev.zeus.wheels.WheelRegistry, One Two",
        "D104, dev.zeus.wheels.WheelRegistry, com.acme.Newer",
        "D105, dev.zeus.wheels.WheelRegistry, com.acme.Gone",
        "D107, dev.zeus.wheels.WheelInspection, com.acme.Gone"
    })
    void services(String code, String service, String classes) throws IOException {
        Path list = home.resolve("META-INF/services").resolve(service);
        Files.createDirectories(list.getParent());
        Files.writeString(
                list,
                Stream.of(classes.split(" ", -1))
                        .map(name -> name.contains(".") ? name : getClass().getName() + "$" + name)
                        .collect(Collectors.joining("\n")));
        Path newer = home.resolve("com/acme/Newer.class");
        Files.createDirectories(newer.getParent());
        Files.write(newer, new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 99, 0, 1, 0, 0});
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {home.toUri().toURL()}, getClass().getClassLoader())) {
            assertThatThrownBy(() -> {
                        Declarations.inspections(loader);
                        Declarations.wheelSet(loader);
                    })
                    .satisfies(ProblemExample.printed(code));
        }
    }

    /** A registry of a later version of the API. */
    public static final class OtherVersion extends Registry {
        @Override
        public int apiVersion() {
            return API_VERSION + 1;
        }
    }

    /** A registry. */
    public static final class One extends Registry {}

    /** Another registry. */
    public static final class Two extends Registry {}

    private static class Registry implements WheelRegistry {
        @Override
        public int apiVersion() {
            return API_VERSION;
        }

        @Override
        public WheelSetDeclaration wheelSet() {
            return new WheelSetDeclaration(
                    "com.acme." + getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    List.of("3.12"),
                    List.of(new TargetDeclaration(Platform.X86_64_LINUX, "2.39")),
                    List.of(),
                    DependencyPolicy.WHEELS,
                    ResolutionSettings.DEFAULT,
                    List.of(),
                    List.of());
        }
    }

    @Test
    void aFileThatIsNoWheel() {
        assertThatThrownBy(() -> WheelArchive.open(home.resolve("gone-1.0-py3-none-any.whl")))
                .satisfies(ProblemExample.printed("E103"));
    }
}
