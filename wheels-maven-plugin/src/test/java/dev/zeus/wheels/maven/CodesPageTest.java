// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.event.ProblemKind;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every code of the goals has one constant, one meaning, one example and one place on {@code docs/codes.md}. */
class CodesPageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGE = ROOT.resolve("docs/codes.md");
    private static final List<String> MODULES = List.of("wheels-core", "wheels-junit", "wheels-maven-plugin");
    private static final String EXAMPLES = "src/test/resources/problems";
    private static final Pattern LITERAL = Pattern.compile("\"([A-Z][0-9]{3})\"");
    private static final Pattern PRINTED = Pattern.compile("ProblemExample\\s*\\.printed\\(\\s*\"([A-Z][0-9]{3})\"");
    /** A table, whose rows have the code that is printed. */
    private static final Pattern TABLE = Pattern.compile("ProblemExample\\s*\\.printed\\(\\s*[^\"\\s]");

    private static final Pattern WORD = Pattern.compile("\\b([A-Z][0-9]{3})\\b");
    private static final Pattern SECTION = Pattern.compile("(?m)^## ([A-Z][0-9]{3})$");
    private static final Pattern CATALOGUE =
            Pattern.compile("package ([\\w.]+);(?s:.*)enum (\\w+) implements ProblemKind");

    private static final String HEAD = """
            # What the goals say

            Every message of a goal starts with a stable code, such as `[wheels/L201]`. This page explains each code, with an example of
            the mistake, the output of a run, and the fix. `mvn wheels:explain -Dwheels.code=L201` prints the same text, offline. The
            codes of the compiler (`V…`) are on [another page](problems.md).

            In the examples, `demo` is the package of a broken wheel, and addresses and paths are placeholders.
            `CodesPageTest` writes this page from the problem catalogues in the code and from examples that tests provoke.

            | code | what is wrong |
            |---|---|
            """;

    @Test
    void pageHasEveryCode() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        kinds().values()
                .forEach(kind -> page.append("| [%s](#%s) | %s |\n"
                        .formatted(kind.code(), kind.code().toLowerCase(Locale.ROOT), kind.title())));
        SortedMap<String, ProblemExample> examples = examples();
        kinds().values().forEach(kind -> page.append(section(kind, Objects.requireNonNull(examples.get(kind.code())))));
        if (System.getProperty("goldens.update") != null) {
            Files.writeString(PAGE, page);
        }

        assertThat(page).hasToString(Files.readString(PAGE));
    }

    @Test
    void everyCodeHasAnExample() {
        assertThat(examples().keySet()).isEqualTo(kinds().keySet());
        assertThat(examples().values()).allSatisfy(example -> {
            assertThat(example.part("wrong")).as(example.code()).isNotBlank();
            assertThat(example.part("fixed")).as(example.code()).isNotBlank();
            assertThat(example.part("says")).startsWith("[wheels/" + example.code() + "] ");
        });
    }

    /** A code that sources name is a constant; only {@code Check} names ranges of them, for its table. */
    @Test
    void sourcesNameConstants() {
        List<String> literals = new ArrayList<>();
        for (Path source : sources("src/main/java")) {
            String text = text(source);
            if (!CATALOGUE.matcher(text).find() && !source.endsWith("Check.java")) {
                LITERAL.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .forEach(code -> literals.add(source + ": " + code));
            }
        }
        assertThat(literals).as("codes that no catalogue has").isEmpty();
    }

    @Test
    void everyConstantIsUsed() {
        String all = sources("src/main/java").stream().map(CodesPageTest::text).collect(Collectors.joining());

        assertThat(kinds().values())
                .allSatisfy(kind ->
                        assertThat(all).contains(kind.getClass().getSimpleName() + "." + ((Enum<?>) kind).name()));
    }

    @Test
    void noCodeIsTheCompilersToo() throws IOException {
        List<String> compilers = SECTION.matcher(Files.readString(ROOT.resolve("docs/problems.md")))
                .results()
                .map(section -> section.group(1))
                .toList();

        assertThat(compilers).isNotEmpty().allMatch(code -> code.startsWith("V"));
        assertThat(kinds().keySet()).noneMatch(code -> code.startsWith("V"));
    }

    /** A test provokes each code and holds what is printed against the example; the others say why none does. */
    @Test
    void everyExampleIsPrintedByATest() {
        Set<String> printed = new TreeSet<>();
        for (Path source : sources("src/test/java")) {
            String text = text(source);
            (TABLE.matcher(text).find() ? WORD : PRINTED)
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .forEach(printed::add);
        }
        List<String> unseen = examples().keySet().stream()
                .filter(code -> !printed.contains(code))
                .toList();
        List<String> excused = examples().values().stream()
                .filter(example -> !example.part("unseen").isBlank())
                .map(ProblemExample::code)
                .toList();

        assertThat(unseen)
                .as("codes that no test provokes, and whose example does not say why")
                .isEqualTo(excused);
    }

    private static String section(ProblemKind kind, ProblemExample example) {
        return "\n## " + kind.code() + "\n\n**" + kind.title() + ".** " + kind.explanation() + "\n\n"
                + block(example.part("wrong")) + "\n" + block(example.part("says")) + "\nPut right:\n\n"
                + block(example.part("fixed"));
    }

    private static String block(String text) {
        String kind = text.startsWith("[wheels/")
                ? ""
                : text.startsWith("<")
                        ? "xml"
                        : text.matches("(?s)(@|//|class |void ).*") ? "java" : text.contains("mvn ") ? "sh" : "";
        return "```" + kind + "\n" + text + "\n```\n";
    }

    private static SortedMap<String, ProblemKind> kinds() {
        SortedMap<String, ProblemKind> kinds = new TreeMap<>();
        for (Path source : sources("src/main/java")) {
            CATALOGUE.matcher(text(source)).results().forEach(found -> {
                for (ProblemKind kind : constants(found.group(1) + "." + found.group(2))) {
                    assertThat(kinds.put(kind.code(), kind))
                            .as("a second meaning of " + kind.code())
                            .isNull();
                }
            });
        }
        return kinds;
    }

    private static ProblemKind[] constants(String name) {
        try {
            return (ProblemKind[]) Class.forName(name).getEnumConstants();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static SortedMap<String, ProblemExample> examples() {
        SortedMap<String, ProblemExample> examples = new TreeMap<>();
        for (Path file : files(EXAMPLES, ".txt")) {
            ProblemExample example = ProblemExample.read(file);
            examples.put(example.code(), example);
        }
        return examples;
    }

    private static List<Path> sources(String folder) {
        return files(folder, ".java");
    }

    private static List<Path> files(String folder, String ending) {
        List<Path> files = new ArrayList<>();
        for (String module : MODULES) {
            files.addAll(FileTree.files(ROOT.resolve(module).resolve(folder), ending));
        }
        return files;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
