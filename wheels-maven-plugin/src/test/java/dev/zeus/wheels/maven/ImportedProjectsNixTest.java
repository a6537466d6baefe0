// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Sources;
import dev.zeus.wheels.core.Generate;
import dev.zeus.wheels.core.GenerateRequest;
import dev.zeus.wheels.core.Import;
import dev.zeus.wheels.core.ImportOutcome;
import dev.zeus.wheels.core.ImportRequest;
import dev.zeus.wheels.core.NewProject;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.testkit.FixtureNixpkgs;
import dev.zeus.wheels.testkit.HostCommand;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From a project of another tool with sixty packages to their import in an environment that Nix built: what the three
 * commands {@code wheels:import}, {@code wheels:generate} and {@code nix develop} do. That Maven runs such goals where
 * no pom is, and takes the pom that is written, is shown by the consumer build {@code init}.
 *
 * <p>The three projects ask for the same, so that Nix builds it once.
 */
@NeedsNixBuilds
final class ImportedProjectsNixTest {
    private static final Path NIXPKGS = Path.of("target", "nixpkgs").toAbsolutePath();
    private static final List<String> DIRECT = List.of(
            "numpy",
            "pandas",
            "flask",
            "httpx",
            "rich",
            "attrs",
            "pillow",
            "pytz",
            "click",
            "jinja2",
            "pydantic",
            "tqdm");
    private static final int EACH = 4;
    private static final LoopbackIndex INDEX = LoopbackIndex.start();

    @TempDir
    Path home;

    @BeforeAll
    static void publish() {
        FixtureNixpkgs.writeTo(NIXPKGS, List.of());
        // The release that is locked, and a newer one.
        for (String version : List.of("1.0", "1.1")) {
            needs().forEach((name, needs) -> {
                for (String tags : name.equals("numpy")
                        ? List.of("cp312-cp312-manylinux_2_28_x86_64", "cp312-cp312-macosx_14_0_arm64")
                        : List.of("py3-none-any")) {
                    INDEX.add(WheelBuilder.of(name, version)
                            .tags(tags)
                            .requires(needs.toArray(String[]::new))
                            .build());
                }
            });
        }
    }

    @AfterAll
    static void stop() {
        INDEX.close();
    }

    /** Twelve packages that the projects ask for, and four that each of them needs. */
    private static Map<String, List<String>> needs() {
        Map<String, List<String>> needs = new TreeMap<>();
        for (String name : DIRECT) {
            List<String> own =
                    IntStream.range(0, EACH).mapToObj(i -> name + "-part" + i).toList();
            own.forEach(part -> needs.put(part, List.of()));
            needs.put(name, own);
        }
        return needs;
    }

    static Stream<Arguments> projects() {
        return Stream.of(
                Arguments.of("uv.lock", uvLock(), project(DIRECT)),
                Arguments.of("poetry.lock", poetryLock(), poetryProject()),
                Arguments.of("requirements.txt", compiled(), ""));
    }

    private static String project(List<String> direct) {
        return "[project]\nname = \"acme\"\nversion = \"1.0\"\nrequires-python = \">=3.12\"\ndependencies = ["
                + quoted(direct) + "]\n";
    }

    private static String poetryProject() {
        return "[tool.poetry]\nname = \"acme\"\nversion = \"1.0\"\n[tool.poetry.dependencies]\npython = \"^3.12\"\n"
                + DIRECT.stream().map(name -> name + " = \"^1.0\"\n").collect(Collectors.joining());
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }

    private static String tables(List<String> names) {
        return names.stream().map(name -> "{ name = \"" + name + "\" }").collect(Collectors.joining(", "));
    }

    private static String uvLock() {
        StringBuilder text = new StringBuilder("version = 1\nrevision = 3\nrequires-python = \">=3.12\"\n");
        text.append("[[package]]\nname = \"acme\"\nversion = \"1.0\"\nsource = { virtual = \".\" }\ndependencies = [")
                .append(tables(DIRECT))
                .append("]\n[package.metadata]\nrequires-dist = [")
                .append(tables(DIRECT))
                .append("]\n");
        needs().forEach((name, needs) -> text.append("[[package]]\nname = \"" + name + "\"\nversion = \"1.0\"\n")
                .append("source = { registry = \"" + Sources.PYPI_URL + "\" }\n")
                .append("dependencies = [" + tables(needs) + "]\n"));
        return text.toString();
    }

    private static String poetryLock() {
        StringBuilder text = new StringBuilder();
        needs().forEach((name, needs) -> {
            text.append("[[package]]\nname = \"" + name + "\"\nversion = \"1.0\"\ngroups = [\"main\"]\nfiles = []\n");
            text.append(needs.isEmpty() ? "" : "[package.dependencies]\n");
            needs.forEach(need -> text.append(need + " = \"*\"\n"));
        });
        return text + "[metadata]\nlock-version = \"2.1\"\npython-versions = \"^3.12\"\n";
    }

    private static String compiled() {
        StringBuilder text = new StringBuilder();
        needs().forEach((name, needs) -> text.append(name + "==1.0\n    # via ")
                .append(DIRECT.contains(name) ? "-r requirements.in" : name.substring(0, name.indexOf('-')))
                .append('\n'));
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("projects")
    void areImportedInAnEnvironmentThatNixBuilt(String name, String lock, String project) throws Exception {
        Files.writeString(home.resolve(name), lock);
        if (!project.isEmpty()) {
            Files.writeString(home.resolve("pyproject.toml"), project);
        }

        ImportOutcome outcome = Import.run(
                new ImportRequest(
                        home.resolve(name),
                        home.resolve("src/main/java"),
                        "com.acme.python",
                        home.resolve("generated"),
                        Optional.of("3.12"),
                        Optional.empty(),
                        Set.of()),
                new NewProject(home, List.of(), "1.0"));
        generate();

        assertThat(outcome.imported().types()).isEqualTo(DIRECT.size());
        String modules =
                needs().keySet().stream().map(each -> each.replace('-', '_')).collect(Collectors.joining(", "));
        assertThat(HostCommand.said(
                        "nix",
                        "--extra-experimental-features",
                        "nix-command flakes",
                        "develop",
                        "--no-write-lock-file",
                        "--override-input",
                        "nixpkgs",
                        "path:" + NIXPKGS,
                        "path:" + home,
                        "--command",
                        "python3",
                        "-c",
                        "import " + modules + "; from importlib.metadata import version as v; print(*["
                                + "v(n) for n in '" + String.join(" ", needs().keySet()) + "'.split()])"))
                .isEqualTo(String.join(" ", Collections.nCopies(needs().size(), "1.0")));
    }

    private void generate() throws IOException {
        Path sources = home.resolve("src/main/java");
        Generate.run(
                new GenerateRequest(
                        CompiledSet.of(sources, home.resolve("target/classes")),
                        home.resolve("generated"),
                        home.resolve("target/result.json"),
                        new LockUpdate.Keep(),
                        Optional.empty(),
                        false,
                        new SourceRoots(home, List.of(sources)),
                        new IndexAccess(
                                home.resolve("target/cache"),
                                false,
                                Map.of(Sources.PYPI, INDEX.uri().toString()),
                                source -> Optional.empty(),
                                home.resolve("target/.netrc"),
                                HttpOptions.DEFAULTS),
                        Optional.empty()),
                event -> {});
    }
}
