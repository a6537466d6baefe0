// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.ProjectDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.project.OwnSources;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What own source beside the wheels is in Nix. */
@NeedsNixBuilds
class ProjectsNixTest {
    /** Runs what looks like a test, and writes what pytest writes. */
    private static final String PYTEST = """
            import importlib.util, pathlib, sys
            arguments = sys.argv[1:]
            out = next(a.split("=")[1] for a in arguments if a.startswith("--junit-xml="))
            left = [arguments[i + 1] for i, a in enumerate(arguments) if a == "--deselect"]
            names = []
            for file in sorted(pathlib.Path(arguments[-1]).rglob("test_*.py")):
                spec = importlib.util.spec_from_file_location(file.stem, file)
                module = importlib.util.module_from_spec(spec)
                spec.loader.exec_module(module)
                for name in sorted(vars(module)):
                    if name.startswith("test_") and f"{file}::{name}" not in left:
                        getattr(module, name)()
                        names.append(name)
            cases = "".join(f'<testcase name="{name}"/>' for name in names)
            pathlib.Path(out).write_text(f'<testsuite tests="{len(names)}">{cases}</testsuite>')
            """;

    @TempDir
    static Path directory;

    private static FixtureNix nix;
    private static Lock lock;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        LockBuilder builder = new LockBuilder();
        builder.add(
                "pypi",
                NO_FACTS,
                List.of(),
                nix.wheel(WheelBuilder.of("leaf", "1.0").file("leaf/__init__.py", "COLOR = 'green'\n"), ""));
        builder.add(
                "pypi",
                NO_FACTS,
                List.of(),
                nix.wheel(
                        WheelBuilder.of("pytest", "8.0")
                                .file("pytest/__init__.py", "")
                                .file("pytest/__main__.py", PYTEST),
                        ""));
        lock = builder.lock();
        file("libs/paint/pyproject.toml", """
                [project]
                name = "Paint.Box"
                version = "0.1"
                dependencies = ["leaf>=1"]
                [project.entry-points."acme.colors"]
                usual = "paint_box:color"
                [build-system]
                requires = ["setuptools>=60,<61"]
                build-backend = "setuptools.build_meta"
                """);
        file("libs/paint/src/paint_box/__init__.py", "import leaf\ndef color(): return leaf.COLOR\n");
        file("service/pyproject.toml", """
                [project]
                name = "shop"
                version = "2.0"
                description = "Sells \\"paint\\""
                requires-python = ">=3.10"
                dependencies = [
                  "paint-box",
                  "colorama; sys_platform == 'win32'",
                ]
                [project.scripts]
                shop = "shop:main"
                """);
        file(
                "service/shop.py",
                "import paint_box, sys\ndef main(): print('paint is', paint_box.color(), *sys.argv[1:])\n");
        file("service/tests/test_shop.py", """
                import os, paint_box, shop
                def test_color(): assert paint_box.color() == 'green'
                def test_store(): assert shop.__file__.startswith('/nix/store'), shop.__file__
                def test_variable(): assert os.environ['TZ'] == 'UTC'
                def test_broken(): assert False
                """);
        file("service/__pycache__/shop.cpython-312.pyc", "old");
        write(set());
    }

    private static WheelSetDeclaration set() {
        EnvironmentDeclaration environment = new EnvironmentDeclaration(
                "com.acme.Service",
                "service",
                "3.12",
                List.of("pytest"),
                List.of(),
                new TreeMap<>(Map.of("TZ", "UTC")),
                "");
        return Sets.of(List.of(Sets.wheel("leaf"), Sets.wheel("pytest")), List.of())
                .withEnvironments(List.of(environment.withParts(List.of(
                        new ApplicationDeclaration("shop", List.of("shop"), List.of("today")),
                        new ProjectDeclaration("paint", "libs/paint", true, "", "", List.of()),
                        new ProjectDeclaration(
                                "service",
                                "service",
                                true,
                                "tests",
                                "not slow",
                                List.of("tests/test_shop.py::test_broken"))))));
    }

    /** Beside pom.xml, only what is the project's builds it anew. */
    @Test
    void aProjectBesideOtherFiles() throws Exception {
        Path here = Files.createDirectories(directory.resolve("here"));
        file("here/pyproject.toml", """
                [project]
                name = "acme-shop"
                dynamic = ["version"]
                scripts = { acme = "acme_shop:main" }
                [build-system]
                requires = ["setuptools"]
                build-backend = "setuptools.build_meta"
                [tool.setuptools]
                packages = ["acme_shop"]
                package-data = { acme_shop = ["*.txt"] }
                dynamic = { version = { attr = "acme_shop.__version__" } }
                """);
        file("here/acme_shop/__init__.py", """
                import pathlib
                __version__ = "1.5"
                def main(): print(__version__, (pathlib.Path(__file__).parent / "data.txt").read_text())
                """);
        file("here/acme_shop/data.txt", "data");
        file("here/tests/test_acme.py", "def test_it(): import acme_shop\n");
        file("here/src/main/java/App.java", "class App {}\n");
        file("here/pom.xml", "<project/>\n");
        WheelSetDeclaration alone = Sets.of(List.of(Sets.wheel("leaf"), Sets.wheel("pytest")), List.of())
                .withEnvironments(List.of(new EnvironmentDeclaration(
                                "com.acme.Here", "here", "3.12", List.of("leaf"), List.of(), new TreeMap<>(), "")
                        .withParts(List.of(
                                new ProjectDeclaration("here", ".", true, "tests", "", List.of()),
                                new ApplicationDeclaration("acme", List.of("acme"), List.of())))));
        for (var rendered : Renderer.render(alone, lock, OwnSources.read(alone, here), type -> type)
                .entrySet()) {
            file("here/other/" + rendered.getKey(), rendered.getValue());
        }
        String all = "map (d: d.drvPath) [ e.projects.here e.projects.here.tests.pytest ]";

        Path built = nix.buildWhole(here("e.applications.acme"));
        assertThat(nix.run(built.resolve("bin/acme").toString())).isEqualTo("1.5 data");
        nix.buildWhole(here("e.projects.here.tests.pytest"));
        List<String> before = paths(here(all));
        file("here/src/main/java/App.java", "class App { int x; }\n");
        file("here/other/README", "more");
        file("here/acme_shop/__pycache__/a.pyc", "more");
        assertThat(paths(here(all))).isEqualTo(before);
        file("here/tests/test_acme.py", "def test_it(): pass\n");
        assertThat(paths(here(all)).get(0)).isEqualTo(before.get(0));
        file("here/acme_shop/data.txt", "other");
        assertThat(paths(here(all)).get(0)).isNotEqualTo(before.get(0));

        Path edited = nix.buildWhole(here("builtins.head e.shell.nativeBuildInputs"));
        assertThat(nix.run("env", "REPO_ROOT=" + here, edited + "/bin/acme")).isEqualTo("1.5 other");
        Path hook = Files.writeString(
                directory.resolve("here.sh"), nix.evalWhole(here("e.shell.shellHook")) + "\necho $REPO_ROOT\n");
        assertThat(nix.run("bash", "-c", "unset REPO_ROOT; cd " + here + "/src/main; source " + hook))
                .isEqualTo(here.toString());
    }

    private static String here(String body) {
        return nix.expression(
                "x86_64-linux",
                List.of(),
                "let e = (import " + directory.resolve("here/other/environments.nix") + " pkgs).here; in " + body);
    }

    private static void write(WheelSetDeclaration set) throws IOException {
        nix.write(Renderer.render(set, lock, OwnSources.read(set, directory), type -> type));
    }

    private static void file(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String environment(String body) {
        return nix.expression(
                "x86_64-linux",
                List.of(),
                "let e = (import " + directory.resolve("generated/environments.nix") + " pkgs).service; in " + body);
    }

    @Test
    void itsCommandIsAnApplication() throws Exception {
        Path built = nix.buildWhole(environment("e.applications.shop"));

        assertThat(nix.run(built.resolve("bin/shop").toString(), "again")).isEqualTo("paint is green today again");
        assertThat(nix.evalWhole(environment("e.projects.service.meta.description")))
                .isEqualTo("Sells \"paint\"");
    }

    @Test
    void theShellRunsTheFilesWhereTheyAre() throws Exception {
        file("edited/libs/paint/src/paint_box/__init__.py", "def color(): return 'red'\n");
        file("edited/service/shop.py", Files.readString(directory.resolve("service/shop.py")));
        Path python = nix.buildWhole(environment("builtins.head e.shell.nativeBuildInputs"));

        assertThat(nix.run("env", "REPO_ROOT=" + directory.resolve("edited"), python + "/bin/shop"))
                .isEqualTo("paint is red");
        file("edited/libs/paint/src/paint_box/__init__.py", "def color(): return 'blue'\n");
        assertThat(nix.run("env", "REPO_ROOT=" + directory.resolve("edited"), python + "/bin/shop"))
                .isEqualTo("paint is blue");
        // What others find by its name is there in both.
        String plugins = "from importlib.metadata import entry_points as e; print(*e(group='acme.colors'))";
        assertThat(nix.run(python + "/bin/python3", "-c", plugins)).contains("name='usual'", "value='paint_box:color'");
        assertThat(nix.run(nix.buildWhole(environment("e.python")) + "/bin/python3", "-c", plugins))
                .isEqualTo(nix.run(python + "/bin/python3", "-c", plugins));
    }

    @Test
    void theShellFindsTheFilesFromBelow() throws Exception {
        Path hook = Files.writeString(
                directory.resolve("hook.sh"), nix.evalWhole(environment("e.shell.shellHook")) + "\necho $REPO_ROOT\n");
        Path below = Files.createDirectories(directory.resolve("docs/deep"));

        assertThat(nix.run("bash", "-c", "unset REPO_ROOT; cd " + below + "; source " + hook))
                .isEqualTo(directory.toString());
    }

    @Test
    void itsTestsAreACheckOfTheirOwn() throws Exception {
        Path built = nix.buildWhole(environment("e.projects.service.tests.pytest"));

        assertThat(Files.readString(built.resolve("junit.xml")))
                .isEqualTo("<testsuite tests=\"3\"><testcase name=\"test_color\"/><testcase name=\"test_store\"/>"
                        + "<testcase name=\"test_variable\"/></testsuite>");
    }

    /** Of all that there is, a change of a file builds what has it in, and no wheel. */
    @Test
    void aChangeBuildsWhatHasItIn() throws Exception {
        String all = environment("map (d: d.drvPath) [ e.projects.paint e.projects.service"
                + " e.projects.service.tests.pytest (builtins.head e.shell.nativeBuildInputs) ]");
        Path source = directory.resolve("service/shop.py");
        Path test = directory.resolve("service/tests/test_shop.py");
        String text = Files.readString(source);
        String tests = Files.readString(test);
        List<String> before = paths(all);
        try {
            Files.writeString(source, text + "# more\n");
            List<String> after = paths(all);
            assertThat(after.get(0)).isEqualTo(before.get(0));
            assertThat(after.get(1)).isNotEqualTo(before.get(1));
            assertThat(after.get(3)).isEqualTo(before.get(3));
            Files.writeString(source, text);
            Files.writeString(test, tests + "# more\n");
            file("service/__pycache__/other.pyc", "new");
            after = paths(all);
            assertThat(after.get(1)).isEqualTo(before.get(1));
            assertThat(after.get(2)).isNotEqualTo(before.get(2));
        } finally {
            Files.writeString(source, text);
            Files.writeString(test, tests);
        }
    }

    /** The store is read by all on a machine: secrets, and what is one person's, stay where they lie. */
    @Test
    void whatIsPersonalIsNotInTheStore() throws Exception {
        List<String> personal = List.of(
                ".direnv/profile",
                ".env",
                ".env.local",
                ".envrc",
                ".git/config",
                ".idea/workspace.xml",
                ".nox/tests/pyvenv.cfg",
                ".pypirc",
                ".tox/py312/pyvenv.cfg",
                ".venv/pyvenv.cfg",
                ".vscode/settings.json",
                "data/.env",
                "node_modules/pad/index.js",
                "tests/.env.test",
                "tests/__pycache__/test_it.pyc",
                "venv/pyvenv.cfg");
        List<String> source = List.of(
                ".env.example",
                "data/result",
                "data/results.json",
                "environment.env",
                "mine.py",
                "pyproject.toml",
                "result.py");
        for (String shipped : source) {
            file("personal/" + shipped, "");
        }
        file("personal/pyproject.toml", "[project]\nname = \"mine\"\nversion = \"1\"\n");
        file("personal/tests/test_it.py", "");
        WheelSetDeclaration set = Sets.of(List.of(Sets.wheel("leaf"), Sets.wheel("pytest")), List.of())
                .withEnvironments(List.of(new EnvironmentDeclaration(
                                "com.acme.Mine", "mine", "3.12", List.of("leaf"), List.of(), new TreeMap<>(), "")
                        .withParts(
                                List.of(new ProjectDeclaration("mine", "personal", false, "tests", "", List.of())))));
        nix.write("mine", Renderer.render(set, lock, OwnSources.read(set, directory), type -> type));
        String mine =
                "let p = (import " + directory.resolve("mine/environments.nix") + " pkgs).mine.projects.mine; in ";
        String all = nix.expression("x86_64-linux", List.of(), mine + "map (d: d.drvPath) [ p p.tests.pytest ]");
        List<String> before = paths(all);

        for (String file : personal) {
            file("personal/" + file, "TOKEN=secret\n");
        }
        for (String link : List.of("result", "result-dev")) {
            Files.createSymbolicLink(directory.resolve("personal/" + link), Path.of("mine.py"));
        }

        assertThat(paths(all)).isEqualTo(before);
        assertThat(stored(mine + "p.src")).containsExactlyInAnyOrderElementsOf(source);
        assertThat(stored(mine + "p.tests.pytest.src")).containsExactly("pyproject.toml", "tests/test_it.py");
    }

    /** The files and links of a source in the store, from its root. */
    private static List<String> stored(String source) throws Exception {
        Path root = Path.of(nix.evalWhole(nix.expression("x86_64-linux", List.of(), "\"${" + source + "}\"")));
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Of all that the environment's pieces need, down to the compiler, the project and what contains it. */
    @Test
    void aChangeBuildsNothingElse() throws Exception {
        Path source = directory.resolve("service/shop.py");
        String text = Files.readString(source);
        SortedSet<String> before = needed();
        try {
            Files.writeString(source, text + "# more\n");
            SortedSet<String> after = needed();
            after.removeAll(before);

            assertThat(after)
                    .extracting(path -> path.substring("/nix/store/".length())
                            .replaceFirst("^[^-]*-", "")
                            .replaceFirst("3\\.12\\.\\d+", "3.12"))
                    .containsExactlyInAnyOrder(
                            "source",
                            "python3.12-shop-2.0.drv",
                            "service-tests.drv",
                            "shop.drv",
                            "shop.drv",
                            "python3-3.12-env.drv",
                            "python3-3.12-env.drv");
        } finally {
            Files.writeString(source, text);
        }
    }

    private static SortedSet<String> needed() throws Exception {
        List<String> query = new ArrayList<>(List.of("nix-store", "--query", "--requisites"));
        query.addAll(List.of(nix.evalWhole(
                        environment(
                                "builtins.concatStringsSep \" \" (map (d: d.drvPath) [ e.python e.shell"
                                        + " e.applications.shop e.projects.paint e.projects.service e.projects.service.tests.pytest ])"))
                .split(" ")));
        return new TreeSet<>(nix.run(query.toArray(String[]::new)).lines().toList());
    }

    private static List<String> paths(String expression) throws Exception {
        return List.of(nix.evalWhole(expression).split(",", -1));
    }

    @Test
    void aFlakeChecksThem() throws Exception {
        assertThat(nix.evalWhole(environment("builtins.attrNames e.flake.checks")))
                .isEqualTo("[\"application-shop\",\"project-paint\",\"project-service\",\"tests-service\"]");
    }
}
