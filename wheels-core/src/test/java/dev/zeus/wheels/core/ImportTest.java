// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the files of other tools, line by line. */
class ImportTest {
    /** What the pages of I101, I102, I103 and I105 show. */
    private static final Set<String> SHOWN = Set.of("import os\n", "idna ; python_version <\n", "# nothing\n");

    @TempDir
    Path home;

    private ImportOutcome run(String name, String text, String with) throws IOException {
        Files.writeString(home.resolve(name), text);
        return Import.run(request(name, with));
    }

    private ImportRequest request(String name, String with) {
        return new ImportRequest(
                home.resolve(name),
                home.resolve("src"),
                "com.acme.python",
                home.resolve("generated"),
                Optional.of("3.12,3.13"),
                Optional.empty(),
                ImportRequest.names(with));
    }

    private String source(String name) throws IOException {
        return Files.readString(home.resolve("src/com/acme/python").resolve(name));
    }

    static Stream<Arguments> requirements() {
        return Stream.of(
                Arguments.of("requests", "Requests", "@Wheel"),
                Arguments.of("Requests[socks,use-chardet]>=2.28,<3", "Requests", """
                        @Wheel(version = "<3,>=2.28", extras = {"socks", "use-chardet"})"""),
                Arguments.of("ruamel.yaml", "RuamelYaml", "@Wheel"),
                Arguments.of("a-b", "AB", "@Wheel(name = \"a-b\")"),
                Arguments.of("a-bc", "ABc", "@Wheel"),
                Arguments.of("x", "X", "@Wheel"),
                Arguments.of("pytest-x", "PytestX", "@Wheel"),
                Arguments.of("3to2", "Package3to2", "@Wheel(name = \"3to2\")"),
                Arguments.of("source", "SourcePackage", "@Wheel(name = \"source\")"),
                Arguments.of("uvloop; sys_platform == 'linux'", "Uvloop", "@Wheel(platforms = Platform.X86_64_LINUX)"),
                Arguments.of("tomli; python_version < '3.13'", "Tomli", "@Wheel(pythons = \"3.12\")"),
                Arguments.of("x-one @ https://index.example/x_one-1.0-py3-none-any.whl", "XOne", """
                        @Wheel(source = "x-one")"""),
                Arguments.of("--no-binary lxml\nlxml", "Lxml", "@Wheel(provider = Provider.SDIST)"),
                Arguments.of("-i https://index.example/simple\nidna", "Idna", "@Wheel(source = \"index-example\")"),
                Arguments.of(
                        "-i 'https://index.example/simple' --trusted-host index.example\nidna",
                        "Idna",
                        "@Wheel(source = \"index-example\")"),
                Arguments.of("https://index.example/x_one-1.0-py3-none-any.whl#sha256=00", "XOne", """
                        @Wheel(source = "x-one")"""),
                Arguments.of("pkg-resources==0.0.0\nidna", "Idna", "@Wheel"));
    }

    @ParameterizedTest
    @MethodSource
    void requirements(String line, String type, String annotation) throws IOException {
        run("requirements.in", line + "\n", "");

        assertThat(source(type + ".java")).contains("\n" + annotation + "\ninterface " + type + " {}\n");
    }

    @Test
    void saysWhatHoldsOnSomeTargetsOnly() throws IOException {
        run("requirements.in", """
                numpy<2; python_version < "3.13"
                numpy>=2; python_version >= "3.13"
                uvloop; sys_platform == "linux" or python_version < "3.13"
                """, "");

        assertThat(source("Numpy.java")).contains("\n@Wheel\n");
        assertThat(source("package-info.java"))
                .contains("\"numpy<2; python_version < \\\"3.13\\\"\"", "\"numpy>=2; python_version >= \\\"3.13\\\"\"");
        assertThat(source("UvloopLinux.java")).contains("name = \"uvloop\", platforms = Platform.X86_64_LINUX)");
        assertThat(source("UvloopDarwinArm.java"))
                .contains("name = \"uvloop\", platforms = Platform.AARCH64_DARWIN, pythons = \"3.12\")");
    }

    @Test
    void beginsAProjectWhereNoneIs() throws IOException {
        Files.writeString(home.resolve(".gitignore"), "mine");
        Files.writeString(home.resolve("requirements.txt"), "idna==3.7\n");
        NewProject project = new NewProject(home, List.of(".github/workflows/wheels.yml"), "1.2.3");

        ImportOutcome outcome = Import.run(request("requirements.txt", ""), project);

        assertThat(outcome.lines())
                .contains(
                        "Wrote .mvn/jvm.config, flake.nix, pom.xml",
                        "Left as it was: .gitignore",
                        "Next: mvn wheels:generate, and then nix develop (in a Git repository, after git add .)");
        assertThat(home.resolve(".gitignore")).hasContent("mine");
        assertThat(home.resolve(".github")).doesNotExist();
        assertThat(home.resolve("pom.xml"))
                .content()
                .contains("<groupId>com.acme</groupId>", "<wheels.version>1.2.3</wheels.version>");
    }

    @Test
    void saysWhyNothingCanBeDeclared() {
        assertThat(catchThrowableOfType(
                                WheelsException.class,
                                () -> run(
                                        "pyproject.toml",
                                        "[project]\ndependencies = ['a @ git+https://index.example/a.git', 'pip', 'b @ file:b',"
                                                + " 'c @ file:c']\n[dependency-groups]\ndev = ['ruff']\n",
                                        ""))
                        .problem()
                        .message())
                .contains(
                        "no package that can be declared; pyproject.toml:2: \"a @ git+https://index.example/a.git\": ")
                .contains("; pyproject.toml:2: \"b @ file:b\": ")
                .endsWith("; and 1 more")
                .doesNotContain("dev");
    }

    @Test
    void readsWhatABuildReadsFromFiles() throws IOException {
        Files.writeString(home.resolve("base.txt"), "idna>=3\n");
        Files.writeString(home.resolve("more.txt"), "attrs\n");
        ImportOutcome outcome = run("pyproject.toml", """
                [project]
                requires-python = "3.13.*"
                dynamic = ["dependencies"]
                [tool.setuptools.dynamic]
                dependencies = { file = ["base.txt", "more.txt"] }
                [tool.flit.metadata]
                requires = ["docutils"]
                requires-extra.doc = ["sphinx"]
                """, "doc");

        assertThat(source("Idna.java")).contains("version = \">=3\"");
        assertThat(home.resolve("src/com/acme/python").toFile().list())
                .contains("Attrs.java", "Docutils.java", "Sphinx.java");
        assertThat(outcome.imported().left()).noneMatch(line -> line.contains("dynamic"));
    }

    /** An index may well have a package of the project's name. */
    @Test
    void takesInTheExtrasThatAProjectAsksOfItself() throws IOException {
        ImportOutcome outcome = run("pyproject.toml", """
                [project]
                name = "Acme_App"
                dependencies = ["idna", "acme-app[base]"]
                [project.optional-dependencies]
                base = ["attrs"]
                web = ["flask"]
                cli = ["rich"]
                all = ["acme.app[web,cli]"]
                [dependency-groups]
                dev = ["acme-app[all]", { include-group = "lint" }]
                lint = ["ruff"]
                """, "dev");

        assertThat(home.resolve("src/com/acme/python").toFile().list())
                .containsExactlyInAnyOrder(
                        "Attrs.java", "Flask.java", "Idna.java", "Rich.java", "Ruff.java", "package-info.java");
        assertThat(outcome.imported().left()).isEmpty();
    }

    @Test
    void readsTheSourceOfEachPlatformAndTheOptionsOfUv() throws IOException {
        ImportOutcome outcome = run("pyproject.toml", """
                [project]
                dependencies = ["torch>=2.2", "bar", "foo"]
                [project.optional-dependencies]
                cuda = ["torch"]
                [tool.uv]
                prerelease = "allow"
                resolution = "lowest-direct"
                exclude-newer = "2024-06-01T00:00:00Z"
                index-url = "https://mirror.example/simple"
                find-links = ["https://data.example/wheels/"]
                no-binary-package = ["bar"]
                index = [{ name = "cpu", url = "https://index.example/cpu" }, { name = "cuda", url = "https://index.example/cu" }]
                [tool.uv.sources]
                torch = [
                  { index = "cpu", marker = "sys_platform == 'linux'" },
                  { index = "cuda", extra = "cuda" },
                ]
                foo = { index = "nowhere" }
                """, "");

        assertThat(source("TorchLinux.java")).contains("source = \"cpu\", platforms = Platform.X86_64_LINUX");
        assertThat(source("TorchDarwinArm.java"))
                .contains("source = \"mirror-example\", platforms = Platform.AARCH64_DARWIN");
        assertThat(source("Bar.java")).contains("provider = Provider.SDIST");
        assertThat(source("package-info.java"))
                .contains("https://data.example/wheels/", "prereleases = PrereleasePolicy.ALLOW");
        assertThat(outcome.imported().left())
                .anyMatch(line -> line.startsWith("pyproject.toml:7: \"resolution = lowest-direct\": "))
                .anyMatch(line -> line.startsWith("pyproject.toml:8: \"exclude-newer = "))
                .anyMatch(line -> line.startsWith("pyproject.toml:10: \"find-links\": "))
                .anyMatch(line -> line.contains("nothing says where its index \"nowhere\" is"));
    }

    /** A parameter may be a login whatever it is called: no address is shown or declared with its query. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "requirements.txt | --index-url https://host.example/simple?t=SECRET",
                "requirements.txt | --extra-index-url https://host.example/simple?t=SECRET",
                "requirements.txt | --find-links https://u:SECRET@host.example/wheels?t=SECRET",
                "requirements.txt | -e git+https://host.example/x.git?t=SECRET#egg=x",
                "requirements.txt | leaf @ https://host.example/leaf-1-py3-none-any.whl?t=SECRET",
                "requirements.txt | --index-url https://host example/simple?t=SECRET",
                "requirements.txt | --index-url file:///x/simple?t=SECRET",
                "pyproject.toml | tool.uv.index-url = \"https://host.example/simple?t=SECRET\"",
                "pyproject.toml | tool.uv.find-links = [\"https://host.example/simple?t=SECRET\"]",
                "pyproject.toml | tool.uv.index = [{ name = \"a\", url = \"https://host.example/simple?t=SECRET\" }]",
                "pyproject.toml | tool.uv.sources.idna = { url = \"https://host.example/idna-1.tar.gz?t=SECRET\" }",
                "pyproject.toml | tool.poetry.source = [{ name = \"a\", url = \"https://host.example/simple?t=SECRET\" }]",
                "pyproject.toml | tool.pdm.source = [{ name = \"a\", url = \"https://host.example/simple?t=SECRET\" }]"
            })
    void showsNoQueryOfAnAddress(String file, String line) throws IOException {
        String rest = file.startsWith("py") ? "\n[project]\ndependencies = [\"idna\"]\n" : "\nidna\n";

        ImportOutcome outcome = run(file, line + rest, "");

        assertThat(outcome.imported().left()).noneMatch(left -> left.contains("SECRET"));
        outcome.imported()
                .sources()
                .values()
                .forEach(source -> assertThat(source).doesNotContain("SECRET"));
    }

    @Test
    void saysThatTheQueryOfAnIndexIsNotDeclared() throws IOException {
        assertThat(run("requirements.txt", "--index-url https://host.example/simple?t=SECRET\nidna\n", "")
                        .imported()
                        .left())
                .containsExactly(
                        "requirements.txt:1: \"https://host.example/simple?…\": logins are not declared: give it to"
                                + " the server of the source's name in settings.xml");
    }

    @Test
    void listsTheFoldersThatPdmHasInGroups() throws IOException {
        ImportOutcome outcome = run("pyproject.toml", """
                [dependency-groups]
                dev = ["-e file:///${PROJECT_ROOT}/sub#egg=sub", "idna"]
                [tool.pdm.dev-dependencies]
                lint = ["-e git+https://index.example/x.git#egg=x", "flake8"]
                """, "dev,lint");

        assertThat(source("Idna.java")).contains("@Wheel");
        assertThat(source("Flake8.java")).contains("@Wheel");
        assertThat(outcome.imported().left())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("pyproject.toml:2: \"-e file:///${PROJECT_ROOT}/sub#egg=sub\": "))
                .anyMatch(line -> line.startsWith("pyproject.toml:4: \"-e git+https"));
    }

    /** A bound is no wish of the project. */
    @Test
    void tellsWhoBoundsAPackageFromWhoNeedsIt() throws IOException {
        run("requirements.txt", """
                email-validator==2.1.0
                    # via
                    #   -c constraints.txt
                    #   pydantic
                pydantic==2.6.1
                    # via my-app (pyproject.toml)
                """, "");

        assertThat(source("Pydantic.java")).contains("@Wheel\n");
        assertThat(home.resolve("src/com/acme/python/EmailValidator.java")).doesNotExist();
    }

    @Test
    void readsThePlatformsOfPoetryBesideTheStandardsTable() throws IOException {
        ImportOutcome outcome = run("pyproject.toml", """
                [project]
                dynamic = ["dependencies"]
                [tool.poetry.dependencies]
                uvloop = { version = "*", platform = "linux || freebsd" }
                appnope = { version = "*", platform = "darwin" }
                pandas = "^2.0 || ^3.0"
                """, "");

        assertThat(source("Uvloop.java")).contains("platforms = Platform.X86_64_LINUX");
        assertThat(source("Appnope.java")).contains("platforms = Platform.AARCH64_DARWIN");
        assertThat(outcome.imported().left())
                .singleElement()
                .asString()
                .startsWith("pyproject.toml:6: \"pandas ^2.0 || ^3.0\": ");
    }

    @Test
    void takesTheVersionThatPipenvLocksToTheLetter() throws IOException {
        run("Pipfile.lock", """
                {"_meta": {"pipfile-spec": 6}, "default": {"idna": {"version": "===3.7", "index": "pypi"}}}
                """, "");
        assertThat(Files.readString(home.resolve("generated/pylock.toml"))).contains("3.7");
    }

    @Test
    void saysThatTheFileIsNotThere() {
        assertThat(catchThrowableOfType(WheelsException.class, () -> Import.run(request("missing.txt", ""))))
                .satisfies(ProblemExample.printed("I101"));
    }

    /** As a Windows shell writes what it is told to send to a file. */
    @Test
    void readsWhatAByteOrderMarkSays() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8)) {
            home = Files.createDirectories(home.resolve(charset.name()));
            Files.write(home.resolve("requirements.txt"), "\ufeffidna==3.7\r\n".getBytes(charset));
            Import.run(request("requirements.txt", ""));
            assertThat(source("Idna.java")).contains("@Wheel(version = \"==3.7\")");
        }
    }

    @Test
    void namesTheExtrasAndGroupsWhereAFileAsksForNothingElse() {
        WheelsException problem = catchThrowableOfType(
                WheelsException.class,
                () -> run("pyproject.toml", "[dependency-groups]\ntest = ['pytest']\ndev = ['ruff']\n", ""));
        assertThat(problem.problem().hint()).contains("-Dwheels.importWith=dev,test");
    }

    @Test
    void readsPythonsAndVersionsThatPoetryJoins() throws IOException {
        run("pyproject.toml", """
                [tool.poetry.dependencies]
                python = "~2.7 || ^3.13"
                pysocks = ">=1.5.6,<1.5.7 || >1.5.7"
                """, "");
        assertThat(source("Pysocks.java")).contains("version = \"!=1.5.7,>=1.5.6\"");
    }

    @Test
    void followsIncludesAndConstraints() throws IOException {
        Files.writeString(home.resolve("base.txt"), "idna\n-r requirements.in\n");
        Files.writeString(home.resolve("bounds.txt"), "numpy<2.4\n");
        run("requirements.in", "-r base.txt\n-c bounds.txt\n--pre\n", "");

        assertThat(source("Idna.java")).contains("@Wheel");
        assertThat(source("package-info.java"))
                .contains("constraints = \"numpy<2.4\"", "prereleases = PrereleasePolicy.ALLOW");
    }

    @Test
    void listsWhatIsNotCarriedOverWithItsLine() throws IOException {
        ImportOutcome outcome = run("requirements.in", """
                # comment
                idna
                -e .
                ./local.whl
                acme @ git+https://index.example/acme.git
                pip
                colorama; sys_platform == "win32"
                --extra-index-url https://user:secret@index.example/more/
                -r https://index.example/other.txt
                --trusted-host index.example
                git+https://index.example/other.git#egg=other
                --extra-index-url https://user:sec^ret@index.example/more/
                """, "");

        assertThat(outcome.imported().left())
                .anyMatch(line -> line.contains("other.git#egg=other") && line.contains("a repository"))
                .noneMatch(line -> line.contains("sec^ret"))
                .anyMatch(line -> line.startsWith("requirements.in:3: \"-e .\": "))
                .anyMatch(line -> line.startsWith("requirements.in:4: \"./local.whl\": "))
                .anyMatch(line -> line.startsWith("requirements.in:5: \"acme @ git+https"))
                .anyMatch(line -> line.startsWith("requirements.in:6: \"pip\": "))
                .anyMatch(line -> line.startsWith("requirements.in:7: \"colorama; sys_platform"))
                .anyMatch(line -> line.startsWith("requirements.in:8: ") && line.contains("settings.xml"))
                .anyMatch(line -> line.startsWith("requirements.in:9: \"https://index.example/other.txt\": "))
                .anyMatch(line -> line.startsWith("requirements.in:10: \"--trusted-host index.example\": "))
                .noneMatch(line -> line.contains("secret"));
        assertThat(source("package-info.java"))
                .contains("url = \"https://index.example/more/\", requiresLogin = true")
                .doesNotContain("secret");
        assertThat(outcome.lines()).contains("Not carried over:");
    }

    @Test
    void readsProjectsWithTheTablesOfUvAndPoetry() throws IOException {
        ImportOutcome outcome = run("pyproject.toml", """
                [project]
                name = "acme"
                requires-python = ">=3.12"
                dependencies = ["idna>=3", "torch"]
                [project.optional-dependencies]
                fast = ["uvloop"]
                slow = ["trio"]
                [dependency-groups]
                test = ["pytest>8", {include-group = "more"}]
                more = ["ruff"]
                [tool.uv]
                constraint-dependencies = ["numpy<2.4"]
                override-dependencies = ["protobuf>=6"]
                index = [{ name = "Torch CPU", url = "https://index.example/whl/cpu", explicit = true }]
                [tool.uv.sources]
                torch = { index = "Torch CPU" }
                [tool.poetry.dependencies]
                python = "^3.12"
                flask = "^3.0.1"
                click = { version = "~8.1", markers = "sys_platform == 'linux'", extras = ["x"] }
                either = "1.0 || 2.0"
                """, "fast,test");

        assertThat(source("Idna.java")).contains("version = \">=3\"");
        assertThat(source("Torch.java")).contains("source = \"torch-cpu\"");
        assertThat(source("Flask.java")).contains("version = \"<4,>=3.0.1\"");
        assertThat(source("Click.java"))
                .contains("platforms = Platform.X86_64_LINUX, version = \"<8.2,>=8.1\", extras = \"x\"");
        assertThat(home.resolve("src/com/acme/python").toFile().list())
                .contains("Uvloop.java", "Pytest.java", "Ruff.java")
                .doesNotContain("Trio.java", "Either.java");
        assertThat(source("package-info.java"))
                .contains(
                        "name = \"torch-cpu\", url = \"https://index.example/whl/cpu/\"",
                        "constraints = \"numpy<2.4\"",
                        "overrides = \"protobuf>=6\"");
        assertThat(outcome.imported().left())
                .anyMatch(line -> line.startsWith("pyproject.toml:7: \"slow\": "))
                .anyMatch(line -> line.startsWith("pyproject.toml:21: \"either 1.0 || 2.0\": "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "^1.2.3 | >=1.2.3,<2",
                "^0.2.3 | >=0.2.3,<0.3",
                "^0.0 | >=0.0,<0.1",
                "^0 | >=0,<1",
                "~1.2.3 | >=1.2.3,<1.3",
                "~1 | >=1,<2",
                "1.2 | ==1.2",
                "1.2.* | ==1.2.*",
                ">=1,<2 | >=1,<2",
                "* | ''",
                "=1.2 | ==1.2",
                ">=7.0 <7.1 | >=7.0,<7.1",
                "  ^ 7.0 ,  >= 7.2   != 7.3 | >=7.0,<8,>=7.2,!=7.3",
            })
    void readsPoetrysVersions(String poetry, String standard) throws IOException {
        run("pyproject.toml", "[tool.poetry.dependencies]\nidna = \"" + poetry + "\"\n", "");
        List<String> expected = new ArrayList<>(List.of(standard.split(",", -1)));
        for (String part : expected) {
            assertThat(source("Idna.java")).contains(part);
        }
        assertThat(source("Idna.java").contains("version")).isEqualTo(!standard.isEmpty());
    }

    @Test
    void saysWhichPythonsAFileIsNotFor() throws IOException {
        ImportOutcome outcome = run("pyproject.toml", """
                [project]
                requires-python = ">=3.13"
                dependencies = ["idna"]
                """, "");

        assertThat(outcome.imported().left())
                .containsExactly("pyproject.toml:1: \"Python 3.12\": the file is for Python >=3.13; name others with"
                        + " -Dwheels.importPythons");
    }

    static Stream<Arguments> broken() {
        String evil = "\\u0022) */ class Evil {} /*";
        return Stream.of(
                Arguments.of("requirements.txt", "idna\nno good line %%\n", "I103", "requirements.txt:2"),
                Arguments.of("requirements.txt", "idna ; python_version <\n", "I103", "requirements.txt:1"),
                Arguments.of("requirements.txt", "idna==" + evil + "\n", "I103", "requirements.txt:1"),
                Arguments.of("requirements.txt", "-r missing.txt\n", "I101", "missing.txt"),
                Arguments.of("requirements.txt", "-r \0\n", "I103", "requirements.txt:1"),
                Arguments.of(
                        "requirements.txt", "idna\npython=3.12.1=h9f0_0\n", "I103", "requirements.txt:2: \"python="),
                Arguments.of("requirements.txt", "file:.#egg=acme\n", "I105", "requirements.txt"),
                Arguments.of("requirements.txt", "# nothing\n", "I105", "requirements.txt"),
                Arguments.of("pyproject.toml", "[project]\ndependencies = [\n", "I103", "pyproject.toml:"),
                Arguments.of("pyproject.toml", "x = " + "[".repeat(100_000), "I103", "pyproject.toml:1"),
                Arguments.of("pyproject.toml", "[project]\ndependencies = [\n  1]\n", "I103", "pyproject.toml:3"),
                Arguments.of(
                        "pyproject.toml",
                        "[project]\ndependencies = ['idna', '" + evil.replace("'", "") + "']\n",
                        "I103",
                        "pyproject.toml:2"),
                Arguments.of("setup.py", "import os\n", "I102", "setup.py"),
                // YAML that no lock is: much made of little, anything made of text, too deep, cut, another, twice.
                Arguments.of(
                        "conda-lock.yml",
                        "version: 1\na: &a [x, x]\nb: &b [*a, *a]\npackage: [*b, *b]\n",
                        "I103",
                        "conda-lock.yml:2: it has an anchor"),
                Arguments.of("conda-lock.yml", "version: 1\npackage: !!java.net.URL [x]\n", "I103", "conda-lock.yml:2"),
                Arguments.of("conda-lock.yml", "package: " + "[".repeat(100_000), "I103", "conda-lock.yml:1"),
                Arguments.of("conda-lock.yml", "version: 1\npackage:\n- name: x\n  vers", "I103", "conda-lock.yml:4"),
                Arguments.of("conda-lock.yml", "version: 2\npackage: []\n", "I109", "conda-lock.yml:1"),
                Arguments.of("conda-lock.yml", "version: 1\n---\nversion: 1\n", "I103", "conda-lock.yml:2"),
                Arguments.of("conda-lock.yml", "version: 1\nversion: 1\n", "I103", "conda-lock.yml:2"),
                Arguments.of("conda-lock.yml", "", "I103", "conda-lock.yml:1"),
                Arguments.of(
                        "conda-lock.yml",
                        "version: 1\npackage:\n- {name: '" + evil.replace("'", "")
                                + "', version: '1', manager: pip, platform: linux-64}\n",
                        "I103",
                        "conda-lock.yml:3"));
    }

    @ParameterizedTest
    @MethodSource
    void broken(String name, String text, String code, String place) throws IOException {
        WheelsException problem = catchThrowableOfType(WheelsException.class, () -> run(name, text, ""));

        assertThat(problem.problem().code()).isEqualTo(code);
        ProblemExample.printed(code, SHOWN.contains(text)).accept(problem);
        assertThat(problem.problem().message()).contains(place).hasSizeLessThan(600);
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly(name);
        }
    }

    @Test
    void overwritesNothingAndLeavesNothingBehind() throws IOException {
        Path there = home.resolve("src/com/acme/python/Idna.java");
        Files.createDirectories(there.getParent());
        Files.writeString(there, "mine");

        WheelsException problem =
                catchThrowableOfType(WheelsException.class, () -> run("requirements.in", "flask\nidna\n", ""));

        assertThat(problem.problem().code()).isEqualTo("I106");
        ProblemExample.printed("I106").accept(problem);
        assertThat(there).hasContent("mine");
        try (Stream<Path> files = Files.list(there.getParent())) {
            assertThat(files).containsExactly(there);
        }
    }

    @ParameterizedTest
    @CsvSource({"Acme.Python", "com.acme.class", "com..acme", "../../etc", "''"})
    void refusesNamesThatAreNoPackage(String name) {
        assertThat(catchThrowableOfType(
                                WheelsException.class,
                                () -> new ImportRequest(
                                        home, home, name, home, Optional.empty(), Optional.empty(), java.util.Set.of()))
                        .problem()
                        .code())
                .isEqualTo("D232");
    }
}
