package dev.zeus.wheels.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.zeus.wheels.BuildDeclaration;
import dev.zeus.wheels.BuildSystem;
import dev.zeus.wheels.CudaComponent;
import dev.zeus.wheels.CudaDeclaration;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.Origin;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.PatchDeclaration;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.ReplacementDeclaration;
import dev.zeus.wheels.SearchPathDeclaration;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.SubstitutionDeclaration;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSetDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private static final Path GOLDEN = Path.of("src/test/resources/goldens/AcmeWheels.java");

    private static final String SET = """
            @WheelSet(
                    pythons = {"3.12", "3.13"},
                    targets = {
                        @On(value = Platform.X86_64_LINUX, glibc = "2.39"),
                        @On(value = Platform.AARCH64_DARWIN, macos = "14.0")
                    },
                    sources = @Source(name = "nautech", url = "https://index.example/simple"))
            package com.acme.python;

            import dev.zeus.wheels.*;
            """;

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
    void holdsRecipesAndBuilds() throws Exception {
        String sri = "sha256-jFeqMu50VtPMaMlcRTC8VxZG3vrAGJXPxzVFRJiUpjw=";
        String set = withoutSources(SET)
                .replace(
                        "\"14.0\")\n        }",
                        "\"14.0\")}, replacements = @Replacement(of = \"Torch\", by = \"torch-bin\")");
        String declarations = """
                package com.acme.python;

                import dev.zeus.wheels.*;

                final class Declarations {
                    @Wheel
                    @Recipe(
                            buildInputs = {"xorg.libX11", "alsa-lib"},
                            relax = "Num_Py",
                            remove = "opencv-python",
                            patches = {@Patch(file = "b.patch"), @Patch(url = "https://code.example/a", hash = "%1$s")},
                            ignoredLibraries = "libcuda.so.1",
                            searchPaths = @SearchPath(in = "Torch", path = "torch/lib"),
                            cuda = @Cuda(version = "12.8", components = {CudaComponent.NCCL, CudaComponent.CUDART}))
                    interface Vision {}

                    @CustomPackage(
                            version = "1.1.7",
                            from = @From(github = "acme/Speech", tag = "v1.1.7", hash = "%1$s"),
                            buildSystem = BuildSystem.HATCHLING,
                            requires = {"Torch", "bitsandbytes ; platform_machine=='x86_64'"},
                            license = "MIT")
                    @Recipe(
                            nativeBuildInputs = "cmake",
                            substitutions = @Substitution(file = "setup.py", replace = "\\"a\\"", by = "${b}"))
                    interface Speech {}

                    @CustomPackage(version = "1", from = @From(index = "voice", hash = "%1$s"))
                    interface Voice {}

                    @CustomPackage(version = "1", from = @From(url = "https://files.example/v.zip", hash = "%1$s"))
                    interface Volume {}
                }
                """.formatted(sri);

        WheelSetDeclaration loaded = load(compile(set, declarations), "com.acme.python.AcmeWheels");

        assertThat(loaded.replacements()).containsExactly(new ReplacementDeclaration("torch", "torch-bin"));
        assertThat(loaded.wheels())
                .singleElement()
                .extracting(WheelDeclaration::recipe)
                .isEqualTo(new RecipeDeclaration(
                        List.of("alsa-lib", "xorg.libX11"),
                        List.of(),
                        List.of("num-py"),
                        List.of("opencv-python"),
                        List.of(
                                new PatchDeclaration("b.patch", "", ""),
                                new PatchDeclaration("", "https://code.example/a", sri)),
                        List.of(),
                        List.of("libcuda.so.1"),
                        List.of(new SearchPathDeclaration("torch", "torch/lib")),
                        Optional.of(new CudaDeclaration("12.8", List.of(CudaComponent.CUDART, CudaComponent.NCCL)))));
        CustomPackageDeclaration speech = loaded.customPackages().get(0);
        assertThat(speech.build())
                .contains(new BuildDeclaration(
                        "1.1.7",
                        new Origin.GitHub("acme", "Speech", "v1.1.7", "", sri),
                        BuildSystem.HATCHLING,
                        "",
                        List.of("bitsandbytes; platform_machine == \"x86_64\"", "torch"),
                        List.of(),
                        "MIT",
                        ""));
        assertThat(speech.recipe().nativeBuildInputs()).containsExactly("cmake");
        assertThat(speech.recipe().substitutions())
                .containsExactly(new SubstitutionDeclaration("setup.py", "\"a\"", "${b}"));
        assertThat(loaded.customPackages().subList(1, 3))
                .extracting(custom -> custom.build().orElseThrow().origin())
                .containsExactly(
                        new Origin.Index("voice", sri), new Origin.Archive("https://files.example/v.zip", sri));
    }

    @Test
    void holdsEnvironments() throws Exception {
        String declarations = """
                package com.acme.python;

                import dev.zeus.wheels.*;

                final class Declarations {
                    @Wheel
                    interface Numpy {}

                    @Wheel(wheelName = "PyYAML", pythons = "3.12")
                    interface Yaml {}

                    @PythonEnvironment(
                            packages = {Yaml.class, Numpy.class},
                            python = "3.12",
                            libraries = {"xorg.libX11", "ffmpeg"},
                            variables = {
                                @EnvironmentVariable(name = "TZ", value = "UTC"),
                                @EnvironmentVariable(name = "HOST", value = "${host}")
                            },
                            shellHook = "echo \\"$HOST\\"")
                    interface Research {}

                    @PythonEnvironment
                    interface Everything {}
                }
                """;

        WheelSetDeclaration loaded = load(compile(withoutSources(SET), declarations), "com.acme.python.AcmeWheels");

        assertThat(loaded.environments())
                .containsExactly(
                        new EnvironmentDeclaration(
                                "com.acme.python.Declarations$Everything",
                                "everything",
                                "3.13",
                                List.of("numpy"),
                                List.of(),
                                new TreeMap<>(),
                                ""),
                        new EnvironmentDeclaration(
                                "com.acme.python.Declarations$Research",
                                "research",
                                "3.12",
                                List.of("numpy", "pyyaml"),
                                List.of("xorg.libX11", "ffmpeg"),
                                new TreeMap<>(Map.of("TZ", "UTC", "HOST", "${host}")),
                                "echo \"$HOST\""));
    }

    @Test
    void isListedForTheServiceLoaderOncePerSet() throws IOException {
        String other = withoutSources(SET).replace("com.acme.python", "com.acme.python.spec.more");
        Compilation compilation = compile(SET, DECLARATIONS, USER, other);

        String services = compilation
                .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/services/" + WheelRegistry.class.getName())
                .map(RegistryTest::text)
                .orElseThrow();

        assertThat(services).isEqualTo("com.acme.python.AcmeWheels\ncom.acme.python.spec.more.MoreWheels\n");
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
        String module = "module com.acme { requires dev.zeus.wheels.api; %s exports com.acme.python; }";
        for (String extra : List.of("", "requires java.compiler;")) {
            Compilation compilation = javac().withOptions(
                            "-Xlint:all", "-Werror", "--module-path", modulePath(), "--release", "17")
                    .withClasspath(List.of())
                    .withProcessors(new WheelsProcessor())
                    .compile(sources(SET, DECLARATIONS, USER, String.format(module, extra)));

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

    @Test
    void holdsManyDeclarations() throws Exception {
        StringBuilder many =
                new StringBuilder("package com.acme.python; import dev.zeus.wheels.*; final class Many {\n");
        IntStream.range(0, 1_200)
                .forEach(i -> many.append("@Wheel interface Package").append(i).append(" {}\n"));

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
        assertThat(set.wheels()).hasSize(1_200).isSortedAccordingTo(Comparator.comparing(WheelDeclaration::name));
    }

    private static String withoutSources(String set) {
        return set.replaceAll("(?s),\\s*sources = .*simple\"\\)\\)", ")");
    }

    private static Compilation compile(String... texts) {
        return compile(sources(texts));
    }

    private static Compilation compile(JavaFileObject... sources) {
        Compilation compilation = javac().withOptions("-Xlint:all", "-Werror")
                .withProcessors(new WheelsProcessor())
                .compile(sources);
        assertThat(compilation.diagnostics()).isEmpty();
        return compilation;
    }

    private static JavaFileObject[] sources(String... texts) {
        return Arrays.stream(texts)
                .map(text -> JavaFileObjects.forSourceString(className(text), text))
                .toArray(JavaFileObject[]::new);
    }

    private static String className(String text) {
        if (text.startsWith("module ")) {
            return "module-info";
        }
        String packageName = text.lines()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.substring(8, line.indexOf(';')))
                .findFirst()
                .orElse("");
        String simple = text.startsWith("@WheelSet")
                ? "package-info"
                : Stream.of("Declarations", "User", "Many")
                        .filter(name -> text.contains("final class " + name))
                        .findFirst()
                        .orElseThrow();
        return packageName + "." + simple;
    }

    private static String generated(Compilation compilation, String path) {
        assertThat(compilation.diagnostics()).isEmpty();
        Optional<JavaFileObject> file = compilation.generatedFile(StandardLocation.SOURCE_OUTPUT, path);
        return file.map(RegistryTest::text).orElseThrow();
    }

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String modulePath() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> entry.contains("wheels-api") || entry.contains("jspecify"))
                .reduce((left, right) -> left + java.io.File.pathSeparator + right)
                .orElseThrow();
    }

    private static WheelSetDeclaration load(Compilation compilation, String registry)
            throws ReflectiveOperationException {
        assertThat(compilation.errors()).isEmpty();
        ClassLoader loader = new ClassLoader(RegistryTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = compilation
                        .generatedFile(StandardLocation.CLASS_OUTPUT, name.replace('.', '/') + ".class")
                        .map(RegistryTest::bytes)
                        .orElseThrow(() -> new ClassNotFoundException(name));
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        WheelRegistry loaded =
                (WheelRegistry) loader.loadClass(registry).getConstructor().newInstance();
        assertThat(loaded.apiVersion()).isEqualTo(WheelRegistry.API_VERSION);
        return loaded.wheelSet();
    }

    private static byte[] bytes(JavaFileObject file) {
        try (var stream = file.openInputStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
