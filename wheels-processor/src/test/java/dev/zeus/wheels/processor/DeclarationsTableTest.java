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
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Wrong and suspicious declarations as users write them, each with the code that tells it:
 * {@code tables/declarations.txt}. In a line {@code ¦} parts the columns, and {@code @NL@} is a new line.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeclarationsTableTest {
    private static final Pattern CODE = Pattern.compile("\\[wheels/(V\\d+)]");
    private static final String PYTHONS = "pythons = {\"3.12\", \"3.13\"}, ";
    private static final String TARGETS = "targets = {@On(value = X86_64_LINUX, glibc = \"2.39\"),"
            + " @On(value = AARCH64_DARWIN, macos = \"14.0\")}, ";

    private final List<Row> rows = read();
    private final ExampleCompilation compilation;

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
        compilation = ExampleCompilation.of(
                directory,
                ToolProvider.getSystemJavaCompiler(),
                rows.stream().map(Row::example).toList(),
                "-proc:only",
                "-Xmaxerrs",
                "9999",
                "-Xmaxwarns",
                "9999");
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
                .allSatisfy(row -> assertThat(compilation.said(row.example()))
                        .as(row.toString())
                        .isEmpty());
    }

    @Test
    void saysNothingTwice() {
        assertThat(rows).allSatisfy(row -> {
            List<String> said = compilation.said(row.example()).lines().toList();
            assertThat(said.stream().filter(line -> line.startsWith("[wheels/")))
                    .as(row.toString())
                    .doesNotHaveDuplicates();
        });
    }

    private List<String> untold(String kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .filter(row -> {
                    Set<String> told = codes(compilation.said(row.example()));
                    return told.stream().noneMatch(row.codes()::contains);
                })
                .map(row -> row + " is told: " + compilation.said(row.example()))
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
