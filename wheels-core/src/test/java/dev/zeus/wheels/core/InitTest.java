// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.AskedRequirements;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a project begins with; that Maven and Nix take it as it stands is shown by the consumer build {@code init}. */
class InitTest {
    @TempDir
    Path home;

    private InitRequest request(String packageName, String wheels, String without) {
        return new InitRequest(
                home,
                "acme-wheels",
                packageName,
                wheels,
                Optional.of("3.11"),
                Optional.of("x86_64-linux"),
                InitRequest.without(without),
                "1.2.3");
    }

    @Test
    void writesAWholeProject() throws IOException {
        Init.run(request("org.example.data", "httpx[http2]>=0.27,<1,numpy", ""));

        SortedMap<String, String> files = FileTree.texts(home);
        assertThat(files.keySet())
                .containsExactly(
                        ".github/workflows/wheels.yml",
                        ".gitignore",
                        ".mvn/jvm.config",
                        "flake.nix",
                        "pom.xml",
                        "src/main/java/org/example/data/Httpx.java",
                        "src/main/java/org/example/data/Numpy.java",
                        "src/main/java/org/example/data/package-info.java");
        assertThat(files.get("pom.xml"))
                .contains("<groupId>org.example</groupId>", "<wheels.version>1.2.3</wheels.version>");
        assertThat(files.get(".github/workflows/wheels.yml")).contains("python-version: |\n            3.11\n");
        assertThat(files.get("src/main/java/org/example/data/Httpx.java"))
                .contains("@Wheel(version = \"<1,>=0.27\", extras = \"http2\")\ninterface Httpx {}\n");
        assertThat(files.get("src/main/java/org/example/data/package-info.java"))
                .contains("pythons = \"3.11\"", "Platform.X86_64_LINUX")
                .doesNotContain("DARWIN");
        assertThat(files.values()).noneMatch(text -> text.contains("@{"));
    }

    /** The newest of them is the default Python of nixpkgs-unstable. */
    @Test
    void namesThePythonsThatNixpkgsHas() throws IOException {
        Init.run(new InitRequest(
                home,
                "acme-wheels",
                "com.acme.python",
                "numpy",
                Optional.empty(),
                Optional.empty(),
                InitRequest.without(""),
                "1.2.3"));

        assertThat(FileTree.texts(home).get("src/main/java/com/acme/python/package-info.java"))
                .contains("pythons = {\"3.12\", \"3.13\", \"3.14\"}");
    }

    @Test
    void leavesOutWhatIsNamed() throws IOException {
        Files.writeString(home.resolve(".gitignore"), "mine");

        Init.run(request("com.acme.python", "numpy", ".gitignore, flake.nix"));

        assertThat(FileTree.texts(home)).containsEntry(".gitignore", "mine").doesNotContainKey("flake.nix");
    }

    @ParameterizedTest
    @CsvSource({
        "pom.xml",
        ".gitignore",
        ".github/workflows/wheels.yml",
        ".mvn/jvm.config",
        "src/main/java/com/acme/python/package-info.java",
        "src/main/java/com/acme/python/Numpy.java"
    })
    void overwritesNothingAndWritesNothingThen(String name) throws IOException {
        Path there = home.resolve(name);
        Files.createDirectories(there.getParent());
        Files.writeString(there, "mine");

        WheelsException problem =
                catchThrowableOfType(WheelsException.class, () -> Init.run(request("com.acme.python", "numpy", "")));

        assertThat(problem.problem().code()).isEqualTo("I106");
        assertThat(problem.problem().message()).contains("\"" + there + "\" already exists");
        assertThat(FileTree.texts(home)).hasSize(1).containsEntry(name, "mine");
    }

    @Test
    void writesNothingWhereADirectoryIsInTheWay() throws IOException {
        Files.writeString(home.resolve("src"), "a file");

        WheelsException problem =
                catchThrowableOfType(WheelsException.class, () -> Init.run(request("com.acme.python", "numpy", "")));

        ProblemExample.printed("I107").accept(problem);
        assertThat(FileTree.texts(home)).containsOnlyKeys("src");
        assertThat(home.resolve(".github")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com.acme.python | a==,b | '' | I201",
                "com.acme.python | ,, | '' | I201",
                "com.acme.python | \"; rm -rf | '' | I201",
                "com.acme.python | pip | '' | I203",
                "com.acme.python | x @ git+https://index.example/x.git | '' | I203",
                "com.acme.python | x; sys_platform == 'win32' | '' | I203",
                "com.acme.python | numpy | pom | I204",
                "../evil | numpy | '' | D232",
                "com.acme.class | numpy | '' | D232",
            })
    void refuses(String packageName, String wheels, String without, String code) throws IOException {
        WheelsException problem =
                catchThrowableOfType(WheelsException.class, () -> Init.run(request(packageName, wheels, without)));

        assertThat(problem.problem().code()).isEqualTo(code);
        ProblemExample.printed(code, wheels.equals("pip") || wheels.equals("a==,b") || without.equals("pom"))
                .accept(problem);
        assertThat(FileTree.texts(home)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "numpy | numpy",
                "a>=1,<2,b | a<2,>=1 ; b",
                "a[x,y] >=1, <2 , b | a[x,y]<2,>=1 ; b",
                "a;python_version>'3',b | a; python_version > \"3\" ; b",
            })
    void tellsBoundsFromNames(String text, String expected) {
        assertThat(AskedRequirements.parse("wheels.add", text).stream().map(Object::toString))
                .isEqualTo(List.of(expected.split(" ; ", -1)));
    }

    @ParameterizedTest
    @CsvSource({"My App, my-app", "acme, acme", ".., wheels", "-x-, x", "ÄÖ, wheels", "a.b, a.b"})
    void callsTheProjectAsItsDirectory(String directory, String name) {
        assertThat(InitRequest.artifact(Path.of("/tmp/x/y").resolve(directory)))
                .isEqualTo(directory.equals("..") ? "x" : name);
    }

    /** One version for all. */
    @Test
    void usesTheCompilerPluginOfThisBuild() throws IOException {
        Matcher version = Pattern.compile("<version.maven-compiler-plugin>(.*)</")
                .matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(Init.files(request("com.acme.python", "numpy", "")).get("pom.xml"))
                .contains("<artifactId>maven-compiler-plugin</artifactId>\n        <version>" + version.group(1) + "<");
    }

    /** What the page for newcomers shows is what they get. */
    @Test
    void isWhatTheStartPageShows() throws IOException {
        InitRequest usual = new InitRequest(
                home, "acme-wheels", "com.acme.python", "numpy", Optional.empty(), Optional.empty(), List.of(), "1");
        String page = Files.readString(Path.of("../docs/start.md"));

        SortedMap<String, String> files = Init.files(usual);
        files.keySet().removeIf(name -> !name.endsWith(".java"));
        assertThat(files)
                .hasSize(2)
                .allSatisfy((name, text) -> assertThat(page).contains("`" + name + "`", "```java\n" + text + "```\n"));
    }
}
