// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.Redeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.output.SourceChange;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types come and go in files that people have formatted by hand, and not another byte moves. */
class AddAndRemoveTest {
    private static final String SET = "@WheelSet(pythons = \"3.12\", targets = @On(value = Platform.X86_64_LINUX,"
            + " glibc = \"2.39\"))\npackage com.acme.python;\n\nimport dev.zeus.wheels.*;\n";

    @TempDir
    Path home;

    private Path file(String name, String text) throws IOException {
        Path path = home.resolve("src/com/acme/python").resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private String text(String name) throws IOException {
        return Files.readString(home.resolve("src/com/acme/python").resolve(name));
    }

    private ModuleSources sources() {
        return ModuleSources.read(List.of(home.resolve("src")), List.of(home.resolve("test")), StandardCharsets.UTF_8)
                .orElseThrow();
    }

    private Addition.Outcome add(String... asked) throws IOException {
        Map<String, Requirement> all = new LinkedHashMap<>();
        for (String each : asked) {
            all.put(each.split("[^\\w.-]", 2)[0], Requirement.parse(each));
        }
        Addition.Outcome outcome = Addition.of(sources(), all);
        write(outcome.change());
        return outcome;
    }

    private void remove(String... names) throws IOException {
        write(Removal.of(sources(), Stream.of(names).map(PackageName::parse).toList()));
    }

    private static void write(SourceChange change) throws IOException {
        for (var edit : change.edits().entrySet()) {
            if (edit.getValue().after().isPresent()) {
                Files.write(edit.getKey(), edit.getValue().after().get());
            } else {
                Files.delete(edit.getKey());
            }
        }
    }

    static Stream<Arguments> styles() {
        String head = "package com.acme.python;\n\nimport dev.zeus.wheels.Wheel;\n\n";
        return Stream.of(
                Arguments.of("first of a set", Map.of(), "Httpx.java", """
                        package com.acme.python;

                        import dev.zeus.wheels.*;

                        @Wheel(version = ">=0.27", extras = "http2")
                        interface Httpx {}
                        """),
                Arguments.of(
                        "a licence, a comment, a class, an import of its own",
                        Map.of("Numpy.java", """
                                /* (c) Acme */
                                package com.acme.python;

                                import dev.zeus.wheels.Platform;
                                import dev.zeus.wheels.Wheel;

                                /** Arrays. */
                                @Wheel(platforms = Platform.X86_64_LINUX)
                                public final class Numpy { }
                                // the end
                                """),
                        "Httpx.java",
                        """
                        /* (c) Acme */
                        package com.acme.python;

                        import dev.zeus.wheels.Wheel;

                        @Wheel(version = ">=0.27", extras = "http2")
                        public final class Httpx { }
                        // the end
                        """),
                Arguments.of(
                        "qualified, and windows",
                        Map.of(
                                "Numpy.java",
                                "package com.acme.python;\r\n\r\n@dev.zeus.wheels.Wheel interface Numpy {\r\n}"),
                        "Httpx.java",
                        "package com.acme.python;\r\n\r\n@dev.zeus.wheels.Wheel(version = \">=0.27\", extras = \"http2\")"
                                + " interface Httpx {\r\n}"),
                Arguments.of(
                        "nested, by the alphabet, with tabs",
                        Map.of("Wheels.java", head + """
                                interface Wheels {
                                \t@Wheel
                                \tinterface Anyio {} // first

                                \t/** Arrays. */
                                \t@Wheel(version = ">=2")
                                \tinterface Numpy {}
                                }
                                """),
                        "Wheels.java",
                        head + """
                        interface Wheels {
                        \t@Wheel
                        \tinterface Anyio {} // first

                        \t@Wheel(version = ">=0.27", extras = "http2")
                        \tinterface Httpx {}

                        \t/** Arrays. */
                        \t@Wheel(version = ">=2")
                        \tinterface Numpy {}
                        }
                        """),
                Arguments.of(
                        "side by side, in no order, close together",
                        Map.of("Wheels.java", head + """
                                @Wheel interface Numpy {}
                                @Wheel interface Anyio {}
                                """),
                        "Wheels.java",
                        head + """
                        @Wheel interface Numpy {}
                        @Wheel interface Anyio {}
                        @Wheel(version = ">=0.27", extras = "http2") interface Httpx {}
                        """),
                Arguments.of(
                        "all on one line",
                        Map.of(
                                "Wheels.java",
                                head + "interface Wheels { @Wheel interface A1 {} @Wheel interface Z1 {} }\n"),
                        "Wheels.java",
                        head + "interface Wheels { @Wheel interface A1 {}"
                                + " @Wheel(version = \">=0.27\", extras = \"http2\") interface Httpx {}"
                                + " @Wheel interface Z1 {} }\n"));
    }

    @ParameterizedTest
    @MethodSource
    void styles(String style, Map<String, String> present, String name, String expected) throws IOException {
        file("package-info.java", SET);
        for (var each : present.entrySet()) {
            file(each.getKey(), each.getValue());
        }
        SortedMap<String, String> before = FileTree.texts(home);

        add("httpx[http2]>=0.27");

        assertThat(text(name)).isEqualTo(expected);
        remove("httpx");
        assertThat(FileTree.texts(home)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void twoHundredTimesAtRandom(long seed) throws IOException {
        file("package-info.java", SET);
        boolean nested = seed % 2 == 0;
        file("Wheels.java", """
                // head
                package com.acme.python;

                import dev.zeus.wheels.Platform;
                import dev.zeus.wheels.Wheel; // ours

                /* "strings", // and {braces} */
                %sinterface Wheels {%s
                  String ODD = "@Wheel interface Fake {}" + '"' + \"""
                      } @Wheel \\\""" {
                      \""";

                      /**  odd  */
                  @Wheel   (  version = ">=1"  )
                  interface   Aardvark   {  }


                  @Wheel
                    /* in between */ interface Mole {}   // behind
                  // free

                  @Wheel(platforms = {Platform.X86_64_LINUX,}) interface Zebra {}
                %s
                // tail without end""".formatted("", nested ? "" : "}\n  interface Ignored {", "}"));
        file("Other.java", "package com.acme.python;\n\n\ninterface Other { Object o = Wheels.ODD; }\n\n");
        SortedMap<String, String> before = FileTree.texts(home);
        Random random = new Random(seed);
        TreeSet<String> added = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            if (added.isEmpty() || random.nextInt(5) < 3) {
                String name = "pkg" + random.nextInt(26) + "-" + (char) ('a' + random.nextInt(26)) + "x";
                if (added.add(name)) {
                    add(name + (random.nextBoolean() ? ">=" + random.nextInt(9) : ""));
                }
            } else {
                String name = new ArrayList<>(added).get(random.nextInt(added.size()));
                added.remove(name);
                remove(name);
            }
            assertThat(declared())
                    .contains("aardvark", "mole", "zebra")
                    .containsAll(added)
                    .hasSize(3 + added.size());
            if (i % 20 == 19) {
                SortedMap<String, String> now = FileTree.texts(home);
                remove(added.toArray(String[]::new));
                assertThat(FileTree.texts(home)).as("without " + added).isEqualTo(before);
                for (var each : now.entrySet()) {
                    Files.writeString(home.resolve(each.getKey()), each.getValue());
                }
            }
        }
    }

    private List<String> declared() {
        return sources().types().stream()
                .flatMap(type -> type.declares().stream())
                .map(PackageName::value)
                .toList();
    }

    @Test
    void takesReferencesOutOfEnvironmentsAndImports() throws IOException {
        file("package-info.java", SET);
        for (String name : List.of("Httpx", "Numpy", "Anyio")) {
            file(
                    name + ".java",
                    "package com.acme.python;\n\n@dev.zeus.wheels.Wheel\npublic interface " + name + " {}\n");
        }
        file("Research.java", """
                package com.acme.python;

                import dev.zeus.wheels.PythonEnvironment;

                @PythonEnvironment(packages = {
                    Anyio.class, // needed
                    Httpx.class,
                    Numpy.class
                }, python = "3.12")
                interface Research {}

                @PythonEnvironment(packages = Httpx.class, python = "3.12")
                interface Small {}
                """);
        Path elsewhere = Files.createDirectories(home.resolve("src/com/acme/other"));
        Files.writeString(elsewhere.resolve("Else.java"), """
                package com.acme.other;

                import com.acme.python.Httpx;
                import dev.zeus.wheels.PythonEnvironment;

                @PythonEnvironment(packages = {Httpx.class}, python = "3.12")
                interface Else {}
                """);

        remove("httpx");

        assertThat(text("Research.java")).isEqualTo("""
                package com.acme.python;

                import dev.zeus.wheels.PythonEnvironment;

                @PythonEnvironment(packages = {
                    Anyio.class, // needed
                    Numpy.class
                }, python = "3.12")
                interface Research {}

                @PythonEnvironment(packages = {}, python = "3.12")
                interface Small {}
                """);
        assertThat(elsewhere.resolve("Else.java")).hasContent("""
                package com.acme.other;

                import dev.zeus.wheels.PythonEnvironment;

                @PythonEnvironment(packages = {}, python = "3.12")
                interface Else {}
                """);
        assertThat(home.resolve("src/com/acme/python/Httpx.java")).doesNotExist();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("interface Uses { Class<?> C = Httpx.class; }", "I212", "Uses.java:2"),
                Arguments.of("interface Uses extends Httpx {}", "I212", "Uses.java:2"),
                Arguments.of("interface Uses { com.acme.python.Httpx x(); }", "I212", "Uses.java:2"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String user, String code, String place) throws IOException {
        file("package-info.java", SET);
        file("Httpx.java", "package com.acme.python;\n@dev.zeus.wheels.Wheel interface Httpx {}\n");
        file("Uses.java", "package com.acme.python;\n" + user + "\n");
        SortedMap<String, String> before = FileTree.texts(home);

        WheelsException problem = catchThrowableOfType(WheelsException.class, () -> remove("httpx"));

        assertThat(problem.problem().code()).isEqualTo(code);
        assertThat(problem.problem().message()).contains(place);
        ProblemExample.printed(code, user.contains("Class<?>")).accept(problem);
        assertThat(FileTree.texts(home)).isEqualTo(before);
    }

    @Test
    void refusesWhatTestsUse() throws IOException {
        file("package-info.java", SET);
        file("Httpx.java", "package com.acme.python;\n@dev.zeus.wheels.Wheel interface Httpx {}\n");
        Path test = Files.createDirectories(home.resolve("test/com/acme/python"));
        Files.writeString(test.resolve("A.java"), "package com.acme.python;\nclass A { Httpx x; }\n");

        assertThat(catchThrowableOfType(WheelsException.class, () -> remove("httpx"))
                        .problem()
                        .message())
                .contains("A.java:2");
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("ruamel.yaml", "RuamelYaml", "@Wheel\n"),
                Arguments.of("PyYAML", "PyYAML", "@Wheel(name = \"pyyaml\")"),
                Arguments.of("SQLAlchemyUtils", "SQLAlchemyUtils", "@Wheel(name = \"sqlalchemyutils\")"),
                Arguments.of("SQLAlchemy-Utils", "SQLAlchemyUtils", "@Wheel(name = \"sqlalchemy-utils\")"),
                Arguments.of("Flask", "Flask", "@Wheel\n"),
                Arguments.of("3to2", "Package3to2", "@Wheel(name = \"3to2\")"),
                Arguments.of("a-b", "AB", "@Wheel(name = \"a-b\")"),
                Arguments.of("string", "StringPackage", "@Wheel(name = \"string\")"),
                Arguments.of("numpy-x", "NumpyXPackage", "@Wheel(name = \"numpy-x\")"));
    }

    @ParameterizedTest
    @MethodSource
    void names(String asked, String type, String annotation) throws IOException {
        file("package-info.java", SET);
        file("NumpyX.java", "package com.acme.python;\n\ninterface NumpyX {}\n");

        Addition.Outcome outcome = add(asked);

        assertThat(text(type + ".java")).contains(annotation).contains("interface " + type + " {}");
        assertThat(outcome.told()).hasSize(annotation.contains("name") ? 1 : 0);
        assertThat(declared()).containsExactly(PackageName.parse(asked).value());
    }

    private static final String TWO = "package com.acme.python;\n\nimport dev.zeus.wheels.*;\n";

    static Stream<Arguments> markers() {
        return Stream.of(
                Arguments.of("x; sys_platform == 'linux'", "@Wheel(platforms = Platform.X86_64_LINUX)"),
                Arguments.of("x; python_version < '3.13'", "@Wheel(pythons = \"3.12\")"),
                Arguments.of("x>=1; sys_platform != 'win32'", "@Wheel(version = \">=1\")"),
                Arguments.of(
                        "x; platform_machine == 'arm64' and python_version >= '3.13'",
                        "@Wheel(platforms = Platform.AARCH64_DARWIN, pythons = {\"3.13\", \"3.14\"})"),
                Arguments.of(
                        "X-y; sys_platform == 'linux'", "@Wheel(name = \"x-y\", platforms = Platform.X86_64_LINUX)"));
    }

    private static final String TARGETS = "@WheelSet(pythons = {\"3.12\", \"3.13\", \"3.14\"},\n    targets = {"
            + "@On(value = Platform.X86_64_LINUX, glibc = \"2.39\"), @On(value = Platform.AARCH64_DARWIN, macos ="
            + " \"14.0\")})\n";

    @ParameterizedTest
    @MethodSource
    void markers(String asked, String annotation) throws IOException {
        file("package-info.java", TARGETS + TWO);
        add(asked);
        assertThat(text(asked.startsWith("X") ? "XY.java" : "X.java")).contains(annotation + "\n");
    }

    /** Where the file does not import what is named, it is named in full. */
    @Test
    void namesPlatformsAsTheFileCan() throws IOException {
        file("package-info.java", TARGETS + TWO);
        file("Numpy.java", "package com.acme.python;\n\n@dev.zeus.wheels.Wheel interface Numpy {}\n");
        add("x; sys_platform == 'linux'");
        assertThat(text("X.java"))
                .contains("@dev.zeus.wheels.Wheel(platforms = dev.zeus.wheels.Platform.X86_64_LINUX) interface X {}");
    }

    @Test
    void refusesMarkersThatNoTypeCanSay() throws IOException {
        file("package-info.java", TARGETS + TWO);
        assertThatThrownBy(() -> add("x; sys_platform == 'linux' or python_version < '3.13'"))
                .hasMessageContaining("[wheels/I208]")
                .hasMessageContaining("which one type cannot say");
        file("package-info.java", TARGETS.replace("{\"3.12\", \"3.13\", \"3.14\"}", "Mine.PYTHONS") + TWO);
        assertThatThrownBy(() -> add("x; sys_platform == 'linux'")).hasMessageContaining("says them by constants");
    }

    static Stream<Arguments> cannot() {
        return Stream.of(
                Arguments.of("numpy>=3", "I207", "com.acme.python.Numpy ("),
                Arguments.of("Num_Py", "", ""),
                Arguments.of(
                        "x; python_version < '3'", "I208", "applies to none of the set's targets: cp312-x86_64-linux"),
                Arguments.of("x @ https://index.example/x.whl", "I208", "an address"),
                Arguments.of("x @ git+https://index.example/x.git", "I208", "an address"));
    }

    @ParameterizedTest
    @MethodSource
    void cannot(String asked, String code, String says) throws IOException {
        file("package-info.java", SET);
        file("Numpy.java", "package com.acme.python;\n@dev.zeus.wheels.Wheel interface Numpy {}\n");

        WheelsException problem = catchThrowableOfType(WheelsException.class, () -> add(asked));

        if (code.isEmpty()) {
            assertThat(problem).isNull();
        } else {
            assertThat(problem.problem().code()).isEqualTo(code);
            assertThat(problem.problem().message()).contains(says);
            ProblemExample.printed(code, !asked.startsWith("x @")).accept(problem);
        }
    }

    @Test
    void saysWhatIsInTheWay() throws IOException {
        file("package-info.java", SET);
        assertThatThrownBy(() -> remove("httpx")).satisfies(ProblemExample.printed("I210"));
        file("Httpx.java", "package com.acme.python;\n");
        assertThatThrownBy(() -> add("httpx")).satisfies(ProblemExample.printed("I209"));
        file("Httpx.java", """
                package com.acme.python;

                @dev.zeus.wheels.Wheel
                interface Httpx {
                    int ANSWER = 42;
                }
                """);
        assertThatThrownBy(() -> remove("httpx")).satisfies(ProblemExample.printed("I211"));
        assertThatThrownBy(() -> Redeclaration.remove(sources(), "a b")).satisfies(ProblemExample.printed("I216"));
        file("Large.java", " ".repeat(5 << 20));
        assertThatThrownBy(() -> remove("httpx")).satisfies(ProblemExample.printed("I205"));
    }

    @Test
    void readsNothingThatIsNoJava() throws IOException {
        file("package-info.java", SET);
        file("Broken.java", "package com.acme.python;\n\ninterface Broken {\n");

        WheelsException problem = catchThrowableOfType(WheelsException.class, () -> add("httpx"));

        ProblemExample.printed("I206").accept(problem);
        assertThat(problem.problem().message()).contains("Broken.java:3");
    }
}
