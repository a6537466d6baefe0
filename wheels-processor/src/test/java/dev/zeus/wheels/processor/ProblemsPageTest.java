// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/problems.md} has every problem of a declaration with what causes it and what mends it. */
class ProblemsPageTest {
    private static final Path PAGE = Path.of("../docs/problems.md");

    private static final String HEAD = """
            # What the compiler says of declarations

            Every problem has a stable code, and is reported at the value that causes it. In the examples, `^` below or `v` above marks
            that value. javac prints the message after each code; the Eclipse compiler prints the same message at the name of the
            annotation member. The corrected source follows.
            To silence a warning, use its code: `@SuppressWarnings("wheels:V137")` on the declaration or an enclosing type, or
            `-Awheels.silence=V137,V210` for the whole compilation. Use the second for a warning about a wheel set, because Java permits
            no `@SuppressWarnings` on packages.
            `mvn wheels:explain -Dwheels.code=V101` prints one section. The codes of the goals are on [another page](codes.md).
            `ProblemsPageTest` writes this page from the examples that `MistakesTest` and `EclipseTest` compile.
            """;

    @Test
    void hasEveryProblem() throws IOException {
        Map<String, MistakeExample> first = new TreeMap<>();
        MistakeExample.all().forEach(example -> first.putIfAbsent(example.code(), example));
        Map<String, String> meanings =
                Problem.all().stream().collect(Collectors.toMap(Problem::code, Problem::meaning));
        SortedMap<String, String> parts = new TreeMap<>();
        first.forEach((code, example) -> parts.put(
                code,
                part(
                        example.says(),
                        sources(example.wrong()) + locked("Locked", example.lock()),
                        sources(example.fixed())
                                + (example.relocked().equals(example.lock())
                                        ? ""
                                        : locked("Locked then", example.relocked())))));
        CompilationExample.all()
                .forEach(example -> parts.put(
                        example.problem().code(),
                        part(example.says(), commands(example.given()), commands(example.fixed()))));
        StringBuilder page = new StringBuilder(HEAD);
        parts.forEach((code, part) -> page.append("\n## ")
                .append(code)
                .append("\n\n**")
                .append(meanings.get(code))
                .append("**\n\n")
                .append(part));
        if (System.getProperty("goldens.update") != null) {
            Files.writeString(PAGE, page);
        }

        assertThat(page).hasToString(Files.readString(PAGE));
    }

    @Test
    void isWhereEachMessageSays() throws IOException {
        assertThat(Finding.page("V101")).endsWith("/docs/problems.md#v101");
        String project = Finding.page("V101").replace("/blob/main/docs/problems.md#v101", "");

        assertThat(Files.readString(Path.of("../pom.xml"))).contains("<url>" + project + "</url>");
    }

    /** A code that stood in no enum would have no part of the page that its message names. */
    @Test
    void hasACodeForEachMessage() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                assertThat(Files.readString(source).lines().filter(line -> line.matches("[^*]*\\[wheels/V[0-9].*")))
                        .as(source.toString())
                        .isEmpty();
            }
        }
    }

    private static String part(String says, String wrong, String fixed) {
        return "```\n" + says + "\n```\n\n" + wrong + "\nPut right:\n\n" + fixed;
    }

    private static String commands(String text) {
        return "```sh\n" + text + "```\n";
    }

    private static String locked(String title, String lock) {
        return lock.isEmpty() ? "" : "\n" + title + ":\n\n```toml\n" + lock + "```\n";
    }

    private static String sources(Map<String, String> files) {
        StringBuilder text = new StringBuilder("```java\n");
        files.forEach((file, source) -> text.append(text.length() > 8 ? "\n" : "")
                .append("// ")
                .append(file)
                .append('\n')
                .append(source.strip())
                .append('\n'));
        return text.append("```\n").toString();
    }
}
