// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static com.google.testing.compile.Compiler.javac;
import static dev.zeus.wheels.processor.RegistryCompilation.SET;
import static dev.zeus.wheels.processor.RegistryCompilation.compile;
import static dev.zeus.wheels.processor.RegistryCompilation.generated;
import static dev.zeus.wheels.processor.RegistryCompilation.load;
import static dev.zeus.wheels.processor.RegistryCompilation.modulePath;
import static dev.zeus.wheels.processor.RegistryCompilation.sources;
import static dev.zeus.wheels.processor.RegistryCompilation.withoutSources;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSetDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryTest {
    private static final Path GOLDEN = Path.of("src/test/resources/goldens/AcmeWheels.java");

    private static final String DECLARATIONS = """
            package com.acme.python;

            import static dev.zeus.wheels.PackageTest.*;
            import static dev.zeus.wheels.Platform.*;

            import dev.zeus.wheels.*;

            final class Declarations {
                @Wheel(source = "nautech", platforms = X86_64_LINUX, version = ">=1.220,<2", extras = {"ib", "Docker"})
                interface NautilusTrader {}

                @Wheel(platforms = UNIVERSAL)
                interface Databento {}

                @Wheel(name = "yaml", wheelName = "PyYAML", provider = Provider.NIXPKGS, pythons = "3.13")
                interface Whatever {}

                @CustomPackage(
                        description = "Größe \\"7\\" */ \\\\u0041",
                        dependencies = NautilusTrader.class,
                        definition = \"""
                            { buildPythonPackage, fetchPypi }:
                            buildPythonPackage {
                              pname = "uuid7";
                              doc = ''${"$"}'';
                            }
                            \""")
                interface Uuid7 {}
            }
            """;

    private static final String USER = """
            package com.acme;

            import com.acme.python.AcmeWheels;

            final class User {
                static final String NAME = AcmeWheels.NAUTILUS_TRADER.name() + AcmeWheels.UUID7.description();
            }
            """;

    @Test
    void looksLikeItsGolden() throws IOException {
        String registry = generated(compile(SET, DECLARATIONS, USER), "com/acme/python/AcmeWheels.java");
        if (Boolean.getBoolean("goldens.update")) {
            Files.writeString(GOLDEN, registry);
        }

        assertThat(registry).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void holdsTheDeclarationsWithTheirDefaults() throws Exception {
        WheelSetDeclaration set = load(compile(SET, DECLARATIONS, USER), "com.acme.python.AcmeWheels");

        assertThat(set.targets())
                .containsExactly(
                        new TargetDeclaration(Platform.X86_64_LINUX, "2.39"),
                        new TargetDeclaration(Platform.AARCH64_DARWIN, "14.0"));
        assertThat(set.sources()).extracting("url").containsExactly(Sources.PYPI_URL, "https://index.example/simple/");
        assertThat(set.wheels())
                .extracting(WheelDeclaration::name)
                .containsExactly("databento", "nautilus-trader", "pyyaml");
        assertThat(set.wheels())
                .extracting(WheelDeclaration::alias)
                .containsExactly("databento", "nautilus_trader", "yaml");
        WheelDeclaration databento = set.wheels().get(0);
        assertThat(databento.tests()).containsExactly(PackageTest.IMPORT, PackageTest.METADATA);
        assertThat(databento.pythons()).containsExactly("3.12", "3.13");
        WheelDeclaration trader = set.wheels().get(1);
        assertThat(trader.extras()).containsExactly("docker", "ib");
        assertThat(trader.type()).isEqualTo("com.acme.python.Declarations$NautilusTrader");
        assertThat(set.wheels().get(2).platforms()).containsExactly(Platform.X86_64_LINUX, Platform.AARCH64_DARWIN);
        assertThat(set.customPackages()).singleElement().satisfies(custom -> {
            assertThat(custom.description()).isEqualTo("Größe \"7\" */ \\u0041");
            assertThat(custom.definition()).endsWith("  doc = ''${\"$\"}'';\n}\n");
            assertThat(custom.dependencies()).containsExactly("nautilus-trader");
        });
    }

    @Test
    void isListedForTheServiceLoader() throws IOException {
        String services = compile(SET, DECLARATIONS, USER)
                .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/services/" + WheelRegistry.class.getName())
                .map(RegistryCompilation::text)
                .orElseThrow();

        assertThat(services).isEqualTo("com.acme.python.AcmeWheels\n");
    }

    @Test
    void takesTheSetOfTheNearestPackage() throws Exception {
        String below = DECLARATIONS.replace("package com.acme.python;", "package com.acme.python.deep.er;");

        WheelSetDeclaration set = load(compile(SET, below), "com.acme.python.AcmeWheels");

        assertThat(set.wheels()).hasSize(3);
    }

    @Test
    void appearsAlsoForWrongDeclarations() {
        Compilation compilation = javac().withProcessors(new WheelsProcessor())
                .compile(sources(SET, DECLARATIONS.replace("<2", "<=>2").replace("\"3.13\"", "\"13\""), USER));

        assertThat(compilation.errors())
                .hasSize(2)
                .allSatisfy(error -> assertThat(error.getMessage(null)).startsWith("[wheels/V1"));
    }

    @Test
    void holdsWhatJavacMisreads() throws Exception {
        String text = "description = \"\\ud800\\134u002a/ \\134\"";

        WheelSetDeclaration set = load(
                compile(SET, DECLARATIONS.replaceAll("description = [^\n]*,", text.replace("\\", "\\\\") + ",")),
                "com.acme.python.AcmeWheels");

        assertThat(set.customPackages().get(0).description()).isEqualTo("\ud800\134u002a/ \134");
    }

    @Test
    void survivesHostileText() {
        Compilation compilation = javac().withProcessors(new WheelsProcessor())
                .compile(sources(
                        SET, DECLARATIONS.replace("source = \"nautech\"", "source = \"*/ \\\\u002a/ $L\\n\""), USER));

        assertThat(compilation.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage(null)).startsWith("[wheels/V101]"));
    }

    @Test
    void leavesUnknownSymbolsToTheCompiler() {
        Compilation compilation = javac().withProcessors(new WheelsProcessor())
                .compile(sources(SET, DECLARATIONS.replace("\">=1.220,<2\"", "Missing.VERSION"), USER));

        assertThat(compilation.errors())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.getMessage(null)).contains("Missing"));
    }

    @Test
    void leavesASecondWheelSetOfAPackageToTheCompiler() {
        String second =
                "@WheelSet(pythons = \"3.11\", targets = @On(value = Platform.X86_64_LINUX, glibc = \"2.39\"))\n";

        Compilation compilation =
                javac().withProcessors(new WheelsProcessor()).compile(sources(second + SET, DECLARATIONS));

        assertThat(compilation.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage(null)).contains("WheelSet is not a repeatable"));
    }

    @Test
    void compilesInAModuleWithAndWithoutTheGeneratedAnnotation() {
        for (String extra : List.of("", "requires java.compiler;")) {
            Compilation compilation = javac().withOptions(
                            "-Xlint:all", "-Werror", "--module-path", modulePath(), "--release", "17")
                    .withClasspath(List.of())
                    .withProcessors(new WheelsProcessor())
                    .compile(sources(
                            SET,
                            DECLARATIONS,
                            USER,
                            "module com.acme { requires dev.zeus.wheels.api; " + extra
                                    + " exports com.acme.python; }"));

            String registry = generated(compilation, "com/acme/python/AcmeWheels.java");
            assertThat(registry.contains("@Generated")).isEqualTo(!extra.isEmpty());
        }
    }

    @Test
    void isTheSameWhateverTheOrderOfSources() {
        JavaFileObject[] sources = sources(SET, DECLARATIONS, USER);
        JavaFileObject[] reversed = {sources[2], sources[1], sources[0]};
        String name = "com/acme/python/AcmeWheels.java";

        assertThat(generated(compile(reversed), name)).isEqualTo(generated(compile(sources), name));
    }

    /** One initialiser holds 2,000 of the plain ones, and fewer of those that take more code. */
    @ParameterizedTest
    @CsvSource({"1200, 0", "1000, 300", "4100, 100"})
    void holdsManyDeclarations(int plain, int patched) throws Exception {
        StringBuilder many =
                new StringBuilder("package com.acme.python; import dev.zeus.wheels.*; final class Many {\n");
        IntStream.range(0, plain)
                .forEach(i -> many.append("@Wheel interface Package").append(i).append(" {}\n"));
        IntStream.range(0, patched)
                .forEach(i -> many.append("@Wheel @Recipe(buildInputs = {\"alsa-lib\", \"ffmpeg\"}, relax = \"numpy\")")
                        .append("interface Patched")
                        .append(i)
                        .append(" {}\n"));

        WheelSetDeclaration set = load(compile(withoutSources(SET), many + "}\n"), "com.acme.python.AcmeWheels");

        assertThat(set.wheels().get(1))
                .isEqualTo(new WheelDeclaration(
                        "com.acme.python.Many$Package1",
                        "package1",
                        "package1",
                        "pypi",
                        List.of(Platform.X86_64_LINUX, Platform.AARCH64_DARWIN),
                        List.of("3.12", "3.13"),
                        "",
                        List.of(),
                        List.of(PackageTest.values()),
                        Provider.WHEEL));
        assertThat(set.wheels())
                .hasSize(plain + patched)
                .isSortedAccordingTo(Comparator.comparing(WheelDeclaration::name));
    }

    @Test
    void groupsWheelsBySource() throws Exception {
        String set = withoutSources(SET).replace("\"14.0\")\n        }", """
                        "14.0")},
                        sources = {
                            @Source(name = "acme-wheels", url = "https://one.example/simple"),
                            @Source(name = "by-source", url = "https://two.example/simple"),
                            @Source(name = "a-1", url = "https://three.example/simple"),
                            @Source(name = "a1", url = "https://four.example/simple"),
                            @Source(name = "wheel-declaration", url = "https://five.example/simple")
                        }""");
        String declarations = """
                package com.acme.python;

                import dev.zeus.wheels.*;

                final class Declarations {
                    @Wheel(source = "acme-wheels") interface One {}
                    @Wheel(source = "by-source") interface Two {}
                    @Wheel(source = "a-1") interface Three {}
                    @Wheel(source = "a1") interface Four {}
                    @Wheel(source = "wheel-declaration") interface Five {}
                    @Wheel interface Six {}
                }
                """;
        String user = """
                package com.acme.python;

                final class User {
                    static final Object[] ALL = {
                        AcmeWheels.BySource.AcmeWheels_.ONE,
                        AcmeWheels.BySource.BySource_.TWO,
                        AcmeWheels.BySource.A1.THREE,
                        AcmeWheels.BySource.A1_.FOUR,
                        AcmeWheels.BySource.WheelDeclaration.FIVE,
                        AcmeWheels.BySource.Pypi.SIX
                    };
                }
                """;

        assertThat(load(compile(set, declarations, user), "com.acme.python.AcmeWheels")
                        .wheels())
                .hasSize(6);
    }

    @Test
    void namesWheelsOfOnePackageByTheirTypes() throws Exception {
        String set = withoutSources(SET).replace("\"14.0\")\n        }", """
                        "14.0")},
                        sources = @Source(name = "cuda", url = "https://one.example/simple")""");
        String declarations = """
                package com.acme.python;

                import dev.zeus.wheels.*;

                final class Declarations {
                    @Wheel(name = "torch", source = "cuda", platforms = Platform.X86_64_LINUX) interface TorchLinux {}
                    @Wheel(name = "torch", platforms = Platform.AARCH64_DARWIN) interface TorchMac {}
                    @Wheel interface Numpy {}
                }
                """;
        String user = """
                package com.acme.python;

                final class User {
                    static final Object[] ALL = {
                        AcmeWheels.TORCH_LINUX, AcmeWheels.TORCH_MAC, AcmeWheels.NUMPY,
                        AcmeWheels.BySource.Cuda.TORCH_LINUX, AcmeWheels.BySource.Pypi.TORCH_MAC
                    };
                }
                """;

        assertThat(load(compile(set, declarations, user), "com.acme.python.AcmeWheels")
                        .wheels())
                .map(wheel -> wheel.name() + " " + wheel.alias() + " " + wheel.source() + " " + wheel.platforms())
                .containsExactly(
                        "numpy numpy pypi [X86_64_LINUX, AARCH64_DARWIN]",
                        "torch torch cuda [X86_64_LINUX]",
                        "torch torch pypi [AARCH64_DARWIN]");
    }
}
