// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Random values as the compiler hands them on: whatever is said stands on the value that is wrong, and names it. */
class AnnotationFuzzTest {
    private static final int BATCH = 1_000;

    private static final String HASH = "sha256-jFeqMu50VtPMaMlcRTC8VxZG3vrAGJXPxzVFRJiUpjw=";

    private static final String BUILT =
            "@CustomPackage(version = \"1\", from = @From(index = \"x\", hash = \"" + HASH + "\"), ";

    /** Annotations with a place for a value, each with the member that holds it. */
    private static final String[][] PLACES = {
        {"name", "@Wheel(name = ~)"},
        {"wheelName", "@Wheel(wheelName = ~)"},
        {"source", "@Wheel(source = ~)"},
        {"version", "@Wheel(version = ~)"},
        {"extras", "@Wheel(extras = ~)"},
        {"extras", "@Wheel(extras = {\"one\", ~})"},
        {"pythons", "@Wheel(pythons = {\"3.12\", ~})"},
        {"definition", "@CustomPackage(definition = ~)"},
        {"description", BUILT + "description = ~)"},
        {"requires", BUILT + "requires = {\"six\", ~})"},
        {"imports", BUILT + "imports = ~)"},
        {"license", BUILT + "license = ~)"},
        {"homepage", BUILT + "homepage = ~)"},
        {"from", "@CustomPackage(version = \"1\", from = @From(github = ~, tag = \"v1\", hash = \"" + HASH + "\"))"},
        {"from", "@CustomPackage(version = \"1\", from = @From(url = \"https://files.example/a.zip\", hash = ~))"},
        {"buildInputs", "@Wheel @Recipe(buildInputs = ~)"},
        {"relax", "@Wheel @Recipe(relax = {\"six\", ~})"},
        {"substitutions", "@Wheel @Recipe(substitutions = @Substitution(file = ~, replace = \"a\", by = \"b\"))"},
        {"python", "@PythonEnvironment(python = ~)"},
        {"libraries", "@PythonEnvironment(libraries = {\"ffmpeg\", ~})"},
        {"variables", "@PythonEnvironment(variables = @EnvironmentVariable(name = ~, value = \"\"))"},
        {"shellHook", "@PythonEnvironment(shellHook = ~)"},
    };

    @TempDir
    private Path output;

    private final Random random = new Random(20261121);

    /** One declaration on one line. */
    private record Line(String member, String value, String text, int column) {}

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void everythingIsSaidAtTheValueItIsAbout() {
        for (int left = FuzzedText.count(BATCH); left > 0; left -= BATCH) {
            check(Math.min(left, BATCH));
        }
    }

    private void check(int count) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line(i));
        }
        Set<Integer> refused = new TreeSet<>();
        for (Diagnostic<? extends JavaFileObject> said : compile(lines)) {
            assertThat(said.getSource()).as(said.toString()).isNotNull();
            assertThat(said.getSource().getName()).as(said.toString()).endsWith("Types.java");
            int at = (int) said.getLineNumber() - 2;
            Line line = lines.get(at);
            String message = said.getMessage(Locale.ROOT);
            assertThat(message)
                    .as(line.text())
                    .matches("(?s)\\[wheels/V(?:1[0-8]|2[0-6])[0-9]] " + line.member() + "\\b.*");
            assertThat(message.lines()).as(line.text()).hasSize(3);
            assertThat(said.getColumnNumber()).as(line.text() + "\n" + message).isEqualTo(line.column());
            if (message.contains("/V140]")) {
                refused.add(at);
            }
        }
        Set<Integer> wrong = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            if (lines.get(i).member().equals("version")
                    && !isSpecifier(lines.get(i).value())) {
                wrong.add(i);
            }
        }
        assertThat(refused).isEqualTo(wrong);
    }

    private Line line(int i) {
        String[] place = PLACES[random.nextInt(PLACES.length)];
        String value = FuzzedText.next(random);
        String text = place[1].replace("~", literal(value)) + " interface Fuzz" + i + " {}";
        return new Line(place[0], value, text, place[1].indexOf('~') + 1);
    }

    private static boolean isSpecifier(String text) {
        try {
            VersionSpecifiers.parse(text);
            return true;
        } catch (PackagingParseException e) {
            return false;
        }
    }

    private static String literal(String value) {
        StringBuilder literal = new StringBuilder("\"");
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c < ' ' || c == '"' || c == '\\') {
                // In octal: javac 17 misreads a backslash after an escaped surrogate.
                literal.append(String.format(Locale.ROOT, "\\%03o", (int) c));
            } else if (c < 0x7f) {
                literal.append(c);
            } else {
                literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return literal.append('"').toString();
    }

    private List<Diagnostic<? extends JavaFileObject>> compile(List<Line> lines) {
        String set = "@WheelSet(pythons = {\"3.11\", \"3.12\"}, targets = @On(value = Platform.X86_64_LINUX, glibc ="
                + " \"2.39\"))\npackage com.acme;\nimport dev.zeus.wheels.*;\n";
        String types = "package com.acme; import dev.zeus.wheels.*;\n"
                + lines.stream().map(Line::text).collect(Collectors.joining("\n"));
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        var task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        found,
                        List.of(
                                "-proc:only",
                                "-d",
                                output.toString(),
                                "-Xmaxerrs",
                                "99999",
                                "-Xmaxwarns",
                                "99999",
                                "-Awheels.lock="),
                        null,
                        List.of(source("package-info", set), source("Types", types)));
        task.setProcessors(List.of(new WheelsProcessor()));
        task.call();
        return found.getDiagnostics();
    }

    private static JavaFileObject source(String name, String text) {
        URI uri = URI.create("string:///com/acme/" + name + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
