// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Wrong and suspicious declarations as users write them, each with the code that tells it, on javac and on Eclipse's
 * compiler: {@code tables/declarations.txt}. In a line {@code ¦} parts the columns, and {@code @NL@} is a new line.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeclarationsTableTest {
    private static final Pattern CODE = Pattern.compile("\\[wheels/(V\\d+)]");
    private static final Pattern PLACE = Pattern.compile("(?m)^\\S+[.]java:\\d+:\\d+\\R");
    private static final String PYTHONS = "pythons = {\"3.12\", \"3.13\"}, ";
    private static final String TARGETS = "targets = {@On(value = X86_64_LINUX, glibc = \"2.39\"),"
            + " @On(value = AARCH64_DARWIN, macos = \"14.0\")}, ";

    private final List<Row> rows = read();
    private final ExampleCompilation javac;
    private final ExampleCompilation eclipse;

    /** One line of the table; of several codes with commas between them each will do. */
    record Row(int line, String kind, Set<String> codes, String members, String declarations) {
        MistakeExample example() {
            boolean whole = members.startsWith("pythons");
            String set = "@WheelSet(" + (whole ? "" : PYTHONS + TARGETS) + members + ")";
            Map<String, String> files = new HashMap<>();
            files.put("package-info.java", set.replace(", )", ")") + "\n");
            files.put("Declarations.java", declarations.replace("@NL@", "\n") + "\n");
            return MistakeExample.of("d" + line, files);
        }
    }

    DeclarationsTableTest(@TempDir Path directory) {
        List<MistakeExample> examples = rows.stream().map(Row::example).toList();
        javac = ExampleCompilation.of(
                directory.resolve("javac"),
                ToolProvider.getSystemJavaCompiler(),
                examples,
                "-proc:only",
                "-Xmaxerrs",
                "9999",
                "-Xmaxwarns",
                "9999");
        eclipse = ExampleCompilation.of(
                directory.resolve("ecj"),
                new EclipseCompiler(),
                examples,
                "-17",
                "-proc:only",
                "-warn:-unusedImport,warningToken");
    }

    @Test
    void tellsEachError() {
        assertThat(untold("error")).isEmpty();
    }

    @Test
    void tellsEachSuspicion() {
        assertThat(untold("warning")).isEmpty();
    }

    @Test
    void saysNothingOfWhatIsRight() {
        assertThat(rows.stream().filter(row -> row.kind().equals("right")))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(javac.said(row.example())).as(row.toString()).isEmpty());
    }

    @Test
    void saysNothingTwice() {
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(messages(javac, row)).as(row.toString()).doesNotHaveDuplicates());
    }

    @Test
    void saysTheSameOnEclipse() {
        List<String> others = rows.stream()
                .filter(row -> !messages(eclipse, row).equals(messages(javac, row)))
                .map(row -> row + "\njavac: " + messages(javac, row) + "\nEclipse: " + messages(eclipse, row))
                .toList();

        assertThat(others).isEmpty();
    }

    /** The messages with their hints, without their places, which Eclipse's compiler marks in its own way. */
    private static List<String> messages(ExampleCompilation compilation, Row row) {
        return Stream.of(PLACE.split(compilation.said(row.example())))
                .filter(message -> !message.isBlank())
                .map(String::strip)
                .sorted()
                .toList();
    }

    private List<String> untold(String kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .filter(row -> {
                    Set<String> told = codes(javac.said(row.example()));
                    return told.stream().noneMatch(row.codes()::contains);
                })
                .map(row -> row + " is told: " + javac.said(row.example()))
                .toList();
    }

    private static Set<String> codes(String said) {
        Set<String> codes = new TreeSet<>();
        Matcher code = CODE.matcher(said);
        while (code.find()) {
            codes.add(code.group(1));
        }
        return codes;
    }

    private static List<Row> read() {
        try {
            String text = new String(
                    Objects.requireNonNull(DeclarationsTableTest.class.getResourceAsStream("/tables/declarations.txt"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            return IntStream.range(0, lines.size())
                    .filter(i -> !lines.get(i).startsWith("#"))
                    .mapToObj(i -> {
                        String[] cells = lines.get(i).split(" ¦ ", -1);
                        return new Row(i + 1, cells[0], Set.of(cells[1].split(",")), cells[2].strip(), cells[3]);
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
