// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static dev.zeus.wheels.processor.RegistryCompilation.SET;
import static dev.zeus.wheels.processor.RegistryCompilation.compile;
import static dev.zeus.wheels.processor.RegistryCompilation.load;
import static dev.zeus.wheels.processor.RegistryCompilation.withoutSources;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.BuildDeclaration;
import dev.zeus.wheels.BuildSystem;
import dev.zeus.wheels.ContainerImageDeclaration;
import dev.zeus.wheels.CudaComponent;
import dev.zeus.wheels.CudaDeclaration;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.HomeModuleDeclaration;
import dev.zeus.wheels.ImageUser;
import dev.zeus.wheels.LibraryPolicy;
import dev.zeus.wheels.Origin;
import dev.zeus.wheels.PatchDeclaration;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.ReplacementDeclaration;
import dev.zeus.wheels.SearchPathDeclaration;
import dev.zeus.wheels.SubstitutionDeclaration;
import dev.zeus.wheels.SystemServiceDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What of recipes and environments the registry holds. */
class RegistryContentTest {
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
                            buildInputs = {"llvmPackages.openmp", "alsa-lib"},
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
                        List.of("alsa-lib", "llvmPackages.openmp"),
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
    void holdsHowLibrariesAreKnown() throws Exception {
        String set = withoutSources(SET).replace("\"14.0\")\n        }", "\"14.0\")}, libraries = LibraryPolicy.READ");
        String declarations =
                "package com.acme.python;\n\nfinal class Declarations {\n    @dev.zeus.wheels.Wheel\n    interface Numpy {}\n}\n";

        assertThat(load(compile(set, declarations), "com.acme.python.AcmeWheels")
                        .libraries())
                .isEqualTo(LibraryPolicy.READ);
        assertThat(load(compile(withoutSources(SET), declarations), "com.acme.python.AcmeWheels")
                        .libraries())
                .isEqualTo(LibraryPolicy.COMMON);
    }

    @Test
    void holdsWhetherPublishersAreRecorded() throws Exception {
        String set = withoutSources(SET).replace("\"14.0\")\n        }", "\"14.0\")}, attestations = true");
        String declarations =
                "package com.acme.python;\n\nfinal class Declarations {\n    @dev.zeus.wheels.Wheel\n    interface Numpy {}\n}\n";

        assertThat(load(compile(set, declarations), "com.acme.python.AcmeWheels")
                        .attestations())
                .isTrue();
        assertThat(load(compile(withoutSources(SET), declarations), "com.acme.python.AcmeWheels")
                        .attestations())
                .isFalse();
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

                    @SuppressWarnings("wheels:V280")
                    @PythonEnvironment(
                            packages = {Yaml.class, Numpy.class},
                            python = "3.12",
                            libraries = {"llvmPackages.openmp", "ffmpeg"},
                            variables = {
                                @EnvironmentVariable(name = "TZ", value = "UTC"),
                                @EnvironmentVariable(name = "HOST", value = "${host}")
                            },
                            shellHook = "echo \\"$HOST\\"",
                            applications = {
                                @Application(commands = {"f2py", "numpy-config"}),
                                @Application(name = "web", commands = "f2py", arguments = {"--port", "$PORT"})
                            },
                            images =
                                    @ContainerImage(
                                            name = "acme/shop",
                                            entrypoint = "web",
                                            ports = {80, 443},
                                            labels = @Label(name = "a.b", value = "c")),
                            services =
                                    @SystemService(
                                            application = "f2py",
                                            port = 8000,
                                            arguments = "{port}",
                                            credentials = "api-key"),
                            homes = @HomeModule(name = "tools", interpreter = true))
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
                                List.of("llvmPackages.openmp", "ffmpeg"),
                                new TreeMap<>(Map.of("TZ", "UTC", "HOST", "${host}")),
                                "echo \"$HOST\"",
                                List.of(
                                        new ApplicationDeclaration("f2py", List.of("f2py", "numpy-config"), List.of()),
                                        new ApplicationDeclaration("web", List.of("f2py"), List.of("--port", "$PORT")),
                                        new ContainerImageDeclaration(
                                                "acme/shop",
                                                "",
                                                "web",
                                                List.of(),
                                                List.of(80, 443),
                                                new TreeMap<>(),
                                                new TreeMap<>(Map.of("a.b", "c")),
                                                new ImageUser("app", 65_532),
                                                "/",
                                                false),
                                        new SystemServiceDeclaration(
                                                "f2py",
                                                "f2py",
                                                "the application f2py",
                                                List.of("{port}"),
                                                8000,
                                                new TreeMap<>(),
                                                List.of("api-key")),
                                        new HomeModuleDeclaration("tools", List.of("f2py", "web"), true))));
    }
}
