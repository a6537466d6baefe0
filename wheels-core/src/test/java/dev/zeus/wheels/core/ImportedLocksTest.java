// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.lock.LockRemains;
import dev.zeus.wheels.core.lock.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the locks of other tools: what the project asks for is declared, the rest keeps its versions. */
class ImportedLocksTest {
    private static final Target LINUX = new Target("3.12", Platform.X86_64_LINUX, "2.39");
    private static final Target MAC = new Target("3.13", Platform.AARCH64_DARWIN, "14.0");

    @TempDir
    Path home;

    private Path sources;

    @BeforeEach
    void place() {
        sources = home.resolve("src/com/acme/python");
    }

    private ImportOutcome run(String name, String text, String with) throws IOException {
        Path file = write(name, text);
        return Import.run(new ImportRequest(
                file,
                home.resolve("src"),
                "com.acme.python",
                home.resolve("generated"),
                Optional.of("3.12,3.13"),
                Optional.empty(),
                ImportRequest.names(with)));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    /** The types with their annotations. */
    private List<String> declared() throws IOException {
        try (Stream<Path> files = Files.list(sources)) {
            return files.filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .map(ImportedLocksTest::declaration)
                    .toList();
        }
    }

    private static String declaration(Path file) {
        try {
            String text = Files.readString(file);
            return text.substring(text.indexOf("\n@Wheel") + 1, text.indexOf(" {}"))
                    .replace("\n", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String set() throws IOException {
        return Files.readString(sources.resolve("package-info.java"));
    }

    /** The versions that the next run tries first on a target, each as {@code name==version}. */
    private List<String> kept(Target target) throws IOException {
        return LockRemains.ofImported(Files.readString(home.resolve("generated/pylock.toml")))
                .on(target)
                .entrySet()
                .stream()
                .flatMap(each -> each.getValue().stream().map(version -> each.getKey() + "==" + version))
                .toList();
    }

    private static final String UV = """
            version = 1
            revision = 3
            requires-python = ">=3.12"
            resolution-markers = ["python_full_version >= '3.13'", "python_full_version < '3.13'"]

            [manifest]
            constraints = [{ name = "idna", specifier = "<4" }]

            [[package]]
            name = "acme"
            version = "1.0"
            source = { editable = "." }
            dependencies = [
                { name = "helper" },
                { name = "numpy", version = "1.26.4", source = { registry = "https://pypi.org/simple" }, marker = "python_full_version < '3.13'" },
                { name = "numpy", version = "2.1.0", source = { registry = "https://pypi.org/simple" }, marker = "python_full_version >= '3.13'" },
                { name = "requests", extra = ["socks"] },
                { name = "torch", version = "2.4.1", source = { registry = "https://pypi.org/simple" }, marker = "sys_platform == 'darwin'" },
                { name = "torch", version = "2.4.1+cpu", source = { registry = "https://index.example/whl/cpu" }, marker = "sys_platform != 'darwin'" },
                { name = "old", marker = "sys_platform == 'win32'" },
            ]

            [package.optional-dependencies]
            fast = [{ name = "orjson" }]

            [package.dev-dependencies]
            dev = [{ name = "iniconfig" }]

            [package.metadata]
            requires-dist = [
                { name = "acme", extras = ["fast"], marker = "extra == 'all'" },
                { name = "helper", directory = "../helper" },
                { name = "numpy", specifier = ">=1.26" },
                { name = "old", marker = "sys_platform == 'win32'" },
                { name = "orjson", marker = "python_full_version >= '3.10' and extra == 'fast'", specifier = ">=3" },
                { name = "repo", git = "https://index.example/repo.git?rev=1" },
                { name = "requests", extras = ["socks"], specifier = ">=2.28" },
                { name = "torch", marker = "sys_platform == 'darwin'" },
                { name = "torch", marker = "sys_platform != 'darwin'", index = "https://index.example/whl/cpu" },
            ]
            provides-extras = ["all", "fast"]

            [package.metadata.requires-dev]
            dev = [{ name = "iniconfig" }]

            [[package]]
            name = "helper"
            version = "0.1"
            source = { directory = "../helper" }
            dependencies = [{ name = "sixish" }]

            [package.metadata]
            requires-dist = [{ name = "sixish", specifier = "~=1.0" }]

            [[package]]
            name = "idna"
            version = "3.7"
            source = { registry = "https://pypi.org/simple" }
            wheels = [{ url = "https://files.example/idna-3.7-py3-none-any.whl", hash = "sha256:00", size = 1 }]

            [[package]]
            name = "iniconfig"
            version = "2.0"
            source = { registry = "https://pypi.org/simple" }

            [[package]]
            name = "numpy"
            version = "1.26.4"
            source = { registry = "https://pypi.org/simple" }
            resolution-markers = ["python_full_version < '3.13'"]

            [[package]]
            name = "numpy"
            version = "2.1.0"
            source = { registry = "https://pypi.org/simple" }
            resolution-markers = ["python_full_version >= '3.13'"]
            wheels = [{ url = "https://files.example/numpy-2.1.0-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl" }]

            [[package]]
            name = "orjson"
            version = "3.10"
            source = { registry = "https://pypi.org/simple" }
            sdist = { url = "https://files.example/orjson-3.10.tar.gz", hash = "sha256:00" }
            wheels = [{ url = "https://files.example/orjson-3.10-cp312-cp312-macosx_11_0_arm64.whl" }, { url = "https://files.example/orjson-3.10-cp313-cp313-macosx_11_0_arm64.whl" }]

            [[package]]
            name = "pysocks"
            version = "1.7.1"
            source = { registry = "https://pypi.org/simple" }

            [[package]]
            name = "repo"
            version = "1.0"
            source = { git = "https://index.example/repo.git?rev=1#abc" }

            [[package]]
            name = "requests"
            version = "2.32.0"
            source = { registry = "https://pypi.org/simple" }
            dependencies = [{ name = "idna" }]

            [package.optional-dependencies]
            socks = [{ name = "pysocks" }]
            unused = [{ name = "unused" }]

            [[package]]
            name = "sixish"
            version = "1.16"
            source = { registry = "https://pypi.org/simple" }
            sdist = { url = "https://files.example/sixish-1.16.tar.gz", hash = "sha256:00" }

            [[package]]
            name = "sympy"
            version = "1.13"
            source = { registry = "https://pypi.org/simple" }

            [[package]]
            name = "torch"
            version = "2.4.1"
            source = { registry = "https://pypi.org/simple" }
            resolution-markers = ["sys_platform == 'darwin'"]
            dependencies = [{ name = "sympy" }]

            [[package]]
            name = "torch"
            version = "2.4.1+cpu"
            source = { registry = "https://index.example/whl/cpu" }
            resolution-markers = ["sys_platform != 'darwin'"]
            dependencies = [{ name = "sympy" }]

            [[package]]
            name = "unused"
            version = "1.0"
            source = { registry = "https://pypi.org/simple" }
            """;

    @Test
    void declaresWhatAUvProjectAsksForAndKeepsTheForkOfEachTarget() throws IOException {
        ImportOutcome outcome = run("uv.lock", UV, "all");

        assertThat(declared())
                .containsExactly(
                        "@Wheel(version = \">=1.26\") interface Numpy",
                        "@Wheel(name = \"orjson\", platforms = Platform.AARCH64_DARWIN, version = \">=3\")"
                                + " interface OrjsonDarwinArm",
                        "@Wheel(name = \"orjson\", platforms = Platform.X86_64_LINUX, version = \">=3\","
                                + " provider = Provider.SDIST) interface OrjsonLinux",
                        "@Wheel(version = \">=2.28\", extras = \"socks\") interface Requests",
                        "@Wheel(version = \"~=1.0\", provider = Provider.SDIST) interface Sixish",
                        "@Wheel interface Sympy",
                        "@Wheel(name = \"torch\", platforms = Platform.AARCH64_DARWIN) interface TorchDarwinArm",
                        "@Wheel(name = \"torch\", source = \"index-example\", platforms = Platform.X86_64_LINUX)"
                                + " interface TorchLinux");
        assertThat(set())
                .contains("url = \"https://index.example/whl/cpu/\"", "constraints = \"idna<4\"")
                .contains("pythons = {\"3.12\", \"3.13\"}");
        assertThat(kept(LINUX))
                .containsExactly(
                        "idna==3.7",
                        "numpy==1.26.4",
                        "orjson==3.10",
                        "pysocks==1.7.1",
                        "requests==2.32.0",
                        "sixish==1.16",
                        "sympy==1.13",
                        "torch==2.4.1+cpu");
        assertThat(kept(MAC)).contains("numpy==2.1.0", "torch==2.4.1").doesNotContain("torch==2.4.1+cpu");
        assertThat(outcome.imported().left())
                .anyMatch(line -> line.contains("\"dev\": an extra or group of 1 requirements"))
                .anyMatch(line -> line.contains("\"helper from ../helper\": a folder"))
                .anyMatch(line -> line.contains("\"repo @ git+https://index.example/repo.git"))
                .anyMatch(line -> line.contains("\"old; sys_platform == \\\"win32\\\"\"")
                        || line.contains("its marker holds on no target"))
                .anyMatch(line ->
                        line.contains("numpy 2.1.0") && line.contains("no wheel of it for cp313-aarch64-darwin"));
    }

    @Test
    void takesNamesOfIndexesFromTheProjectBesideTheLock() throws IOException {
        write("pyproject.toml", """
                [[tool.uv.index]]
                name = "torch-cpu"
                url = "https://index.example/whl/cpu"
                explicit = true
                """);

        run("uv.lock", UV, "");

        assertThat(set()).contains("name = \"torch-cpu\", url = \"https://index.example/whl/cpu/\"");
    }

    @Test
    void readsTheLockOfAScriptAndOptions() throws IOException {
        ImportOutcome outcome = run("tool.py.lock", """
                version = 1
                [options]
                prerelease-mode = "allow"
                exclude-newer = "2026-01-01T00:00:00Z"
                [manifest]
                requirements = [{ name = "idna", specifier = ">=3" }]
                [[package]]
                name = "idna"
                version = "3.7"
                source = { registry = "https://pypi.org/simple" }
                """, "");

        assertThat(declared()).containsExactly("@Wheel(version = \">=3\") interface Idna");
        assertThat(set()).contains("prereleases = PrereleasePolicy.ALLOW");
        assertThat(outcome.imported().left()).anyMatch(line -> line.startsWith("tool.py.lock:4: \"exclude-newer = "));
    }

    private static final String POETRY_PROJECT = """
            [tool.poetry.dependencies]
            python = "^3.12"
            flask = "^3.0"
            extra-user = { version = "*", extras = ["fast"] }
            numpy = [
                { version = "^1.26", python = "<3.13" },
                { version = "^2.0", python = ">=3.13" },
            ]
            [tool.poetry.group.dev.dependencies]
            pytest = "^8"
            [[tool.poetry.source]]
            name = "private"
            url = "https://index.example/simple/"
            priority = "supplemental"
            """;

    private static final String POETRY = """
            [[package]]
            name = "click"
            version = "8.1.7"
            optional = false
            python-versions = ">=3.7"
            %s
            [package.source]
            type = "legacy"
            url = "https://index.example/simple"
            reference = "private"

            [[package]]
            name = "extra-user"
            version = "1.0"
            optional = false
            python-versions = "*"
            %s
            [package.dependencies]
            orjson = {version = ">=3,<4", optional = true}
            trio = {version = "*", optional = true}
            uvloop = {version = "*", markers = "sys_platform == \\"linux\\""}
            [package.extras]
            fast = ["orjson (>=3,<4)"]
            slow = ["trio"]

            [[package]]
            name = "flask"
            version = "3.0.0"
            optional = false
            python-versions = ">=3.8"
            %s
            [package.dependencies]
            click = ">=8.1.3"

            [[package]]
            name = "numpy"
            version = "1.26.4"
            optional = false
            python-versions = ">=3.9"
            %s

            [[package]]
            name = "numpy"
            version = "2.1.0"
            optional = false
            python-versions = ">=3.10"
            %s

            [[package]]
            name = "orjson"
            version = "3.10"
            optional = false
            python-versions = "*"
            %s

            [[package]]
            name = "pytest"
            version = "8.0.0"
            optional = false
            python-versions = "*"
            %s

            [[package]]
            name = "trio"
            version = "1"
            optional = true
            python-versions = "*"
            %s

            [[package]]
            name = "uvloop"
            version = "0.20"
            optional = false
            python-versions = "*"
            %s

            [metadata]
            lock-version = "%s"
            python-versions = "^3.12"
            content-hash = "00"
            """;

    /** The same lock as two releases of Poetry write it. */
    private static String poetry(String version) {
        boolean grouped = version.equals("2.1");
        String main = grouped ? "groups = [\"main\"]" : "category = \"main\"";
        String dev = grouped ? "groups = [\"dev\"]" : "category = \"dev\"";
        return POETRY.formatted(
                main,
                main,
                main,
                grouped ? main + "\nmarkers = \"python_version < \\\"3.13\\\"\"" : main,
                grouped ? main + "\nmarkers = \"python_version >= \\\"3.13\\\"\"" : main,
                main,
                dev,
                main,
                main,
                version);
    }

    @Test
    void declaresWhatAPoetryProjectAsksForWhateverReleaseLockedIt() throws IOException {
        for (String version : List.of("1.1", "2.0", "2.1")) {
            Path before = home;
            home = Files.createDirectories(home.resolve("v" + version.replace('.', '_')));
            place();
            write("pyproject.toml", POETRY_PROJECT);
            run("poetry.lock", poetry(version), "");

            assertThat(declared())
                    .as(version)
                    .containsExactly(
                            "@Wheel(source = \"private\") interface Click",
                            "@Wheel(extras = \"fast\") interface ExtraUser",
                            "@Wheel(version = \"<4,>=3.0\") interface Flask",
                            "@Wheel interface Numpy");
            assertThat(kept(LINUX))
                    .as(version)
                    .containsExactly(
                            "click==8.1.7",
                            "extra-user==1.0",
                            "flask==3.0.0",
                            "numpy==1.26.4",
                            "orjson==3.10",
                            "uvloop==0.20");
            assertThat(kept(MAC)).as(version).contains("numpy==2.1.0").doesNotContain("numpy==1.26.4");
            home = before;
        }
    }

    @Test
    void declaresWhatNobodyNeedsWhereNoProjectIsBesideTheLock() throws IOException {
        ImportOutcome outcome = run("poetry.lock", poetry("2.1"), "dev");

        assertThat(declared())
                .containsExactly(
                        "@Wheel(source = \"private\") interface Click",
                        "@Wheel(extras = \"fast\") interface ExtraUser",
                        "@Wheel interface Flask",
                        "@Wheel interface Numpy",
                        "@Wheel interface Pytest");
        assertThat(outcome.imported().left())
                .anyMatch(line -> line.startsWith("poetry.lock:1: \"what the project asks for itself\": "))
                .anyMatch(line -> line.contains("\"extra-user[fast]\": no file beside this one says so"));
        assertThat(kept(LINUX)).contains("orjson==3.10", "uvloop==0.20");
    }

    private static String poetryEntry(String name, String more) {
        return "[[package]]\nname = \"" + name + "\"\nversion = \"1.0\"\noptional = " + more.startsWith("optional")
                + "\npython-versions = \">=3.8\"\nfiles = []\n" + more.replace("optional\n", "") + "\n";
    }

    /** Three extras of what is asked for: one is all there, one in part, and one would bring nothing more. */
    private static final String SERVER = """

            [package.dependencies]
            core = ">=1"
            fast = {version = ">=1", optional = true, markers = "extra == 'standard' or extra == 'all'"}
            win = {version = ">=1", optional = true, markers = "sys_platform == 'win32' and extra == 'standard'"}
            gone = {version = ">=1", optional = true, markers = "extra == 'all'"}

            [package.extras]
            standard = ["fast (>=1)", "win (>=1) ; sys_platform == 'win32'"]
            all = ["fast (>=1)", "gone (>=1)"]
            plain = ["core (>=1)"]
            """;

    @Test
    void asksForTheExtrasWhoseNeedsAreLockedWhereNoProjectSays() throws IOException {
        String end = "[metadata]\nlock-version = \"2.0\"\npython-versions = \">=3.8\"\ncontent-hash = \"00\"\n";
        run("poetry.lock", poetryEntry("server", SERVER) + poetryEntry("core", "") + poetryEntry("fast", "") + end, "");
        assertThat(declared()).containsExactly("@Wheel(extras = \"standard\") interface Server");
        assertThat(kept(LINUX)).containsExactly("core==1.0", "fast==1.0", "server==1.0");

        home = Files.createDirectories(home.resolve("without"));
        place();
        run("poetry.lock", poetryEntry("server", SERVER) + poetryEntry("core", "") + end, "");
        assertThat(declared()).containsExactly("@Wheel interface Server");

        // Neither extra explains it: it is asked for by itself, and said.
        home = Files.createDirectories(home.resolve("partly"));
        place();
        ImportOutcome outcome = run(
                "poetry.lock",
                poetryEntry(
                                "server",
                                SERVER.replace("markers = \"extra == 'all'\"", "markers = \"extra != ''\"")
                                        .replace("standard = [", "standard = [\"gone (>=1)\", "))
                        + poetryEntry("core", "")
                        + poetryEntry("fast", "")
                        + end,
                "");
        assertThat(declared()).containsExactly("@Wheel interface Fast", "@Wheel interface Server");
        assertThat(outcome.imported().left())
                .anyMatch(line -> line.contains("\"fast\": no file beside this one says who needs it"));
    }

    @Test
    void takesExtrasOfAPoetryProjectOnlyWhereTheyAreNamed() throws IOException {
        String lock = poetryEntry("app", "") + poetryEntry("redis", "optional\n")
                + poetryEntry("hiredis", "optional\n")
                + "[extras]\nfast = [\"hiredis\"]\nstore = [\"redis\"]\n"
                + "[metadata]\nlock-version = \"1.1\"\npython-versions = \">=3.8\"\ncontent-hash = \"00\"\n";
        ImportOutcome outcome = run("poetry.lock", lock, "store");
        assertThat(declared()).containsExactly("@Wheel interface App", "@Wheel interface Redis");
        assertThat(outcome.imported().left()).anyMatch(line -> line.contains("\"fast\": an extra or group of 1"));

        home = Files.createDirectories(home.resolve("beside"));
        place();
        write("pyproject.toml", """
                [tool.poetry.dependencies]
                app = "*"
                redis = {version = "*", optional = true}
                hiredis = {version = "*", optional = true}
                [tool.poetry.extras]
                fast = ["hiredis"]
                store = ["redis"]
                """);
        run("poetry.lock", lock, "store");
        assertThat(declared()).containsExactly("@Wheel interface App", "@Wheel interface Redis");
        assertThat(kept(LINUX)).containsExactly("app==1.0", "redis==1.0");
    }

    /** As real locks have them: of no name that pip knows, and with constraints that only Poetry knows. */
    @Test
    void readsExtrasThatOnlyPoetryUnderstands() throws IOException {
        run(
                "poetry.lock",
                poetryEntry("requests", """
                [package.dependencies]
                pysocks = {version = ">=1.5.6,<1.5.7 || >1.5.7", optional = true, markers = "extra == 'socks'"}

                [package.extras]
                development- = ["black (==22.10.0)"]
                socks = ["PySocks (>=1.5.6,<1.5.7 || >1.5.7)", "win-inet-pton"]
                """) + poetryEntry("pysocks", "")
                        + "[metadata]\nlock-version = \"1.1\"\npython-versions = \"~2.7 || ^3.12\"\n",
                "");
        assertThat(declared()).containsExactly("@Wheel(extras = \"socks\") interface Requests");
        assertThat(kept(LINUX)).containsExactly("pysocks==1.0", "requests==1.0");
    }

    @Test
    void readsLocksOfTheFirstPdm() throws IOException {
        run("pdm.lock", """
                [[package]]
                name = "Flask"
                sections = ["default"]
                version = "1.0.3"
                dependencies = ["click>=5.1"]

                [[package]]
                name = "click"
                sections = ["default"]
                version = "6.7"

                [[package]]
                name = "pytest"
                sections = ["dev"]
                version = "6.0"

                [metadata]
                lock_version = "2"

                [metadata.files]
                "click 6.7" = [{file = "click-6.7-py2.py3-none-any.whl", hash = "sha256:00"}]
                """, "");
        assertThat(declared()).containsExactly("@Wheel interface Flask");
        assertThat(kept(LINUX)).containsExactly("click==6.7", "flask==1.0.3");
    }

    @Test
    void asksForTheExtrasThatPdmRecordsWhereNoProjectSays() throws IOException {
        run("pdm.lock", """
                [metadata]
                strategy = ["inherit_metadata"]
                lock_version = "4.5.0"

                [[package]]
                name = "pysocks"
                version = "1.7.1"
                groups = ["default"]

                [[package]]
                name = "requests"
                version = "2.32.0"
                groups = ["default"]

                [[package]]
                name = "requests"
                version = "2.32.0"
                extras = ["socks"]
                groups = ["default"]
                dependencies = ["PySocks!=1.5.7,>=1.5.6", "requests==2.32.0"]

                [[package]]
                name = "user"
                version = "1.0"
                groups = ["default"]
                dependencies = ["requests>=2"]
                """, "");

        assertThat(declared())
                .containsExactly("@Wheel(extras = \"socks\") interface Requests", "@Wheel interface User");
        assertThat(kept(LINUX)).containsExactly("pysocks==1.7.1", "requests==2.32.0", "user==1.0");
    }

    @Test
    void takesExtrasThatACompilerHasStrippedFromTheFileItCompiled() throws IOException {
        String compiled = """
                # This file was autogenerated by uv via the following command:
                #    uv pip compile requirements.in pyproject.toml
                httptools==0.6
                    # via uvicorn
                idna==3.7
                    # via acme (pyproject.toml)
                uvicorn==0.30
                    # via -r requirements.in
                """;
        write("requirements.in", "uvicorn[standard]>=0.20\n");
        ImportOutcome outcome = run("requirements.txt", compiled, "");
        assertThat(declared())
                .containsExactly("@Wheel interface Idna", "@Wheel(extras = \"standard\") interface Uvicorn");
        assertThat(outcome.imported().left()).anyMatch(line -> line.startsWith("requirements.txt:1: \"extras\""));

        home = Files.createDirectories(home.resolve("both"));
        place();
        write("requirements.in", "uvicorn[standard]>=0.20\n");
        write("pyproject.toml", "[project]\nname = \"acme\"\ndependencies = [\"idna[all]\"]\n");
        outcome = run("requirements.txt", compiled, "");
        assertThat(declared())
                .containsExactly(
                        "@Wheel(extras = \"all\") interface Idna", "@Wheel(extras = \"standard\") interface Uvicorn");
        assertThat(outcome.imported().left()).noneMatch(line -> line.contains("extras"));
    }

    @Test
    void readsPdmsLocksWithExtrasGroupsAndFiles() throws IOException {
        write("pyproject.toml", """
                [project]
                requires-python = ">=3.12"
                dependencies = ["requests[socks]>=2.28", "uvloop; sys_platform == 'linux'"]
                """);
        ImportOutcome outcome = run("pdm.lock", """
                [metadata]
                groups = ["default", "dev"]
                strategy = ["inherit_metadata"]
                lock_version = "4.5.0"
                content_hash = "sha256:00"
                [[metadata.targets]]
                requires_python = ">=3.12"
                platform = "manylinux_2_17_x86_64"

                [[package]]
                name = "idna"
                version = "3.7"
                groups = ["default"]
                files = [{file = "idna-3.7.tar.gz", hash = "sha256:00"}]

                [[package]]
                name = "pysocks"
                version = "1.7.1"
                groups = ["default"]

                [[package]]
                name = "pytest"
                version = "8.0"
                groups = ["dev"]

                [[package]]
                name = "requests"
                version = "2.32.0"
                requires_python = ">=3.8"
                groups = ["default"]
                dependencies = ["idna<4,>=2.5"]

                [[package]]
                name = "requests"
                version = "2.32.0"
                extras = ["socks"]
                groups = ["default"]
                dependencies = ["PySocks!=1.5.7,>=1.5.6", "requests==2.32.0"]

                [[package]]
                name = "uvloop"
                version = "0.20"
                marker = "sys_platform == \\"linux\\""
                groups = ["default"]
                """, "");

        assertThat(declared())
                .containsExactly(
                        "@Wheel(provider = Provider.SDIST) interface Idna",
                        "@Wheel(version = \">=2.28\", extras = \"socks\") interface Requests",
                        "@Wheel(platforms = Platform.X86_64_LINUX) interface Uvloop");
        assertThat(kept(LINUX)).containsExactly("idna==3.7", "pysocks==1.7.1", "requests==2.32.0", "uvloop==0.20");
        assertThat(outcome.imported().left()).anyMatch(line -> line.contains("platform = manylinux_2_17_x86_64"));
    }

    private static final String PYLOCK = """
            lock-version = "1.0"
            created-by = "%s"
            environments = ["sys_platform == 'linux'"]
            requires-python = ">=3.12"
            default-groups = ["default"]
            dependency-groups = ["default", "dev"]

            [[packages]]
            name = "flask"
            version = "3.0"
            index = "https://index.example/simple"
            marker = "'default' in dependency_groups"
            %s
            [[packages]]
            name = "idna"
            version = "3.7"
            index = "https://index.example/simple"
            marker = "python_version < '3.13'"
            wheels = [{ name = "idna-3.7-py3-none-any.whl", url = "https://files.example/idna-3.7-py3-none-any.whl", hashes = {sha256 = "00"} }]

            [[packages]]
            name = "pytest"
            version = "8.0"
            marker = "'dev' in dependency_groups"

            [[packages]]
            name = "local"
            directory = { path = "." }
            """;

    @Test
    void readsTheStandardsLockOfAnyTool() throws IOException {
        ImportOutcome outcome = run("pylock.toml", PYLOCK.formatted("pdm", "dependencies = [{ name = \"idna\" }]"), "");

        assertThat(declared()).containsExactly("@Wheel(source = \"index-example\") interface Flask");
        assertThat(kept(LINUX)).containsExactly("flask==3.0", "idna==3.7");
        assertThat(outcome.imported().left())
                .anyMatch(line -> line.startsWith("pylock.toml:3: \"cp312-aarch64-darwin\": the file was not made"))
                .anyMatch(line -> line.contains("\"local\": it comes from a repository or a folder"));
    }

    @Test
    void declaresAllOfALockThatNeverSaysWhoNeedsWhat() throws IOException {
        ImportOutcome outcome = run("pylock.dev.toml", PYLOCK.formatted("uv", ""), "dev");

        assertThat(declared())
                .containsExactly(
                        "@Wheel(source = \"index-example\") interface Flask",
                        "@Wheel(source = \"index-example\", pythons = \"3.12\") interface Idna",
                        "@Wheel(source = \"index-example\") interface Pytest");
        assertThat(outcome.imported().left()).anyMatch(line -> line.contains("all packages are declared"));
    }

    @Test
    void readsPipenvsFiles() throws IOException {
        String pipfile = """
                [[source]]
                url = "https://user:secret@index.example/simple"
                verify_ssl = true
                name = "private"
                [[source]]
                url = "https://pypi.org/simple"
                name = "pypi"
                [packages]
                requests = {version = ">=2.28", extras = ["socks"]}
                uvloop = {version = "*", sys_platform = "== 'linux'", index = "pypi"}
                [dev-packages]
                pytest = "*"
                [requires]
                python_version = "3.12"
                """;
        String lock = """
                {"_meta": {"hash": {"sha256": "00"}, "pipfile-spec": 6, "requires": {"python_version": "3.12"},
                 "sources": [{"name": "private", "url": "https://index.example/simple", "verify_ssl": true}]},
                 "default": {
                  "idna": {"hashes": ["sha256:00"], "markers": "python_version >= '3.5'", "version": "==3.7"},
                  "requests": {"extras": ["socks"], "hashes": [], "index": "private", "version": "==2.32.0"},
                  "uvloop": {"hashes": [], "index": "private", "markers": "sys_platform == 'linux'", "version": "==0.20"}
                 },
                 "develop": {"pytest": {"hashes": [], "version": "==8.0"}}
                }
                """;
        run("Pipfile.lock", lock, "");
        assertThat(declared())
                .containsExactly(
                        "@Wheel(source = \"private\", extras = \"socks\") interface Requests",
                        "@Wheel(source = \"private\", platforms = Platform.X86_64_LINUX) interface Uvloop");
        assertThat(kept(LINUX)).containsExactly("idna==3.7", "requests==2.32.0", "uvloop==0.20");

        home = Files.createDirectories(home.resolve("with"));
        place();
        write("Pipfile", pipfile);
        ImportOutcome outcome = run("Pipfile.lock", lock, "dev");
        assertThat(declared())
                .containsExactly(
                        "@Wheel(source = \"private\") interface Pytest",
                        "@Wheel(source = \"private\", version = \">=2.28\", extras = \"socks\") interface Requests",
                        "@Wheel(platforms = Platform.X86_64_LINUX) interface Uvloop");
        assertThat(kept(MAC)).containsExactly("idna==3.7", "pytest==8.0", "requests==2.32.0", "uvloop==0.20");
        assertThat(outcome.imported().left()).noneMatch(line -> line.contains("secret"));
        assertThat(set()).contains("requiresLogin = true");
    }

    /** A version of it is on no index, or is that of something else. */
    @Test
    void keepsNoVersionOfWhatIsAFileBesideTheLock() throws IOException {
        String idna =
                "[[package]]\nname = \"idna\"\nversion = \"3.7\"\nsource = { registry = \"https://index.example/simple\" }\n";
        run("uv.lock", """
                version = 1
                requires-python = ">=3.12"
                [[package]]
                name = "acme"
                version = "1.0"
                source = { virtual = "." }
                dependencies = [{ name = "idna" }, { name = "mine" }]
                [package.metadata]
                requires-dist = [{ name = "idna" }, { name = "mine", path = "mine-1.0-py3-none-any.whl" }]
                [[package]]
                name = "mine"
                version = "1.0"
                source = { path = "mine-1.0-py3-none-any.whl" }
                """ + idna, "");
        assertThat(kept(LINUX)).containsExactly("idna==3.7");

        home = Files.createDirectories(home.resolve("pylock"));
        place();
        run("pylock.toml", """
                lock-version = "1.0"
                created-by = "pip"
                [[packages]]
                name = "idna"
                version = "3.7"
                [[packages]]
                name = "mine"
                version = "1.0"
                archive = { path = "mine-1.0-py3-none-any.whl", hashes = {sha256 = "00"} }
                """, "");
        assertThat(kept(LINUX)).containsExactly("idna==3.7");

        home = Files.createDirectories(home.resolve("pipenv"));
        place();
        run("Pipfile.lock", """
                {"_meta": {"pipfile-spec": 6, "requires": {}, "sources": []}, "develop": {}, "default": {
                  "idna": {"index": "pypi", "version": "==3.7"},
                  "mine": {"path": "./dist/mine-1.0-py3-none-any.whl", "version": "==1.0"}}}
                """, "");
        assertThat(kept(LINUX)).containsExactly("idna==3.7");
    }

    @Test
    void readsWhatPipFreezes() throws IOException {
        ImportOutcome outcome = run("freeze.txt", """
                # Editable install with no version control (acme==1.0)
                -e /home/me/acme
                -e git+https://index.example/dev.git@abc#egg=dev
                idna==3.7
                local @ file:///home/me/local-1.0-py3-none-any.whl#sha256=00
                repo @ git+https://index.example/repo.git@abc
                zope.interface==6.4
                """, "");

        assertThat(declared())
                .containsExactly(
                        "@Wheel(version = \"==3.7\") interface Idna",
                        "@Wheel(version = \"==6.4\") interface ZopeInterface");
        assertThat(kept(LINUX)).containsExactly("idna==3.7", "zope-interface==6.4");
        assertThat(outcome.imported().left())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("freeze.txt:2: "))
                .anyMatch(line -> line.startsWith("freeze.txt:3: "))
                .anyMatch(line -> line.startsWith("freeze.txt:5: "))
                .anyMatch(line -> line.startsWith("freeze.txt:6: "));
    }
}
