// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/start.md}, {@code docs/environments.md} and the README tell one to type compiles as it stands,
 * without a word.
 */
class StartPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern SOURCES = Pattern.compile("`(sources = @Source\\([^`]*\\))`");
    private static final Pattern TYPE = Pattern.compile("(?m)^interface (\\w+)");

    private static final Pattern WHEEL = Pattern.compile("(\\w+)\\.class");
    private static final String SET =
            "@WheelSet(pythons = \"3.12\", targets = @On(value = X86_64_LINUX, glibc = \"2.39\"))\n"
                    + "package com.acme.python;\n";
    private static final String IMPORTS = "import dev.zeus.wheels.*;\nimport static dev.zeus.wheels.Platform.*;\n";

    @Test
    void compilesWithTheFirstThreeFiles() throws IOException {
        List<String> blocks = blocks("docs/start.md");

        Compilation compilation = compile(blocks.subList(0, 2));
        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation).generatedSourceFile("com.acme.python.AcmeWheels");
    }

    @Test
    void compilesWithAllThatThePageAdds() throws IOException {
        List<String> blocks = new ArrayList<>(blocks("docs/start.md"));
        Matcher sources = SOURCES.matcher(Files.readString(ROOT.resolve("docs/start.md")));
        assertThat(sources.find()).isTrue();
        blocks.set(
                0,
                blocks.get(0).replace("@WheelSet(", "@WheelSet(" + sources.group(1) + ", ")
                        + "import dev.zeus.wheels.Source;\n");

        assertThat(blocks).hasSize(4);
        assertThat(compile(blocks)).succeededWithoutWarnings();
    }

    @Test
    void compilesFromTheReadme() throws IOException {
        String block = blocks("README.md").get(0);
        int second = block.indexOf("\n@Wheel(");

        assertThat(compile(List.of(
                        block.substring(0, second) + "import dev.zeus.wheels.*;\n",
                        "package com.acme.python;\nimport dev.zeus.wheels.Wheel;\n" + block.substring(second))))
                .succeededWithoutWarnings();
    }

    /** What the page on environments declares, each by itself, in a set with the wheels that it names. */
    @Test
    void compilesEachEnvironment() throws IOException {
        List<String> blocks = blocks("docs/environments.md");

        assertThat(blocks).hasSize(10);
        for (String block : blocks) {
            boolean set = block.startsWith("@WheelSet");
            String environment = set ? "@Wheel\ninterface Numpy {}\n" : block;
            List<String> sources = new ArrayList<>(
                    List.of((set ? block : SET) + IMPORTS, "package com.acme.python;\n" + IMPORTS + environment));
            WHEEL.matcher(environment)
                    .results()
                    .map(wheel ->
                            "package com.acme.python;\n@dev.zeus.wheels.Wheel\ninterface " + wheel.group(1) + " {}\n")
                    .forEach(sources::add);
            assertThat(compile(sources)).succeededWithoutWarnings();
        }
    }

    private static List<String> blocks(String page) throws IOException {
        return BLOCK.matcher(Files.readString(ROOT.resolve(page)))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static Compilation compile(List<String> sources) {
        List<JavaFileObject> files = new ArrayList<>();
        for (String source : sources) {
            Matcher type = TYPE.matcher(source);
            String name = type.find() ? type.group(1) : "package-info";
            files.add(JavaFileObjects.forSourceString("com.acme.python." + name, source));
        }
        return Compiler.javac()
                .withProcessors(new WheelsProcessor())
                .withOptions("-Awheels.lock=")
                .compile(files);
    }
}
