// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Wrong values, each with what its hint says and follows: {@code tables/hints.tsv}, whose columns are the kind, the
 * value as written, and what is suggested, several values with {@code /} between them; {@code !omit} where the value is
 * to be left out, {@code !advice} where a text says what to do, {@code !none} where nothing is guessed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HintsTest {
    /** The members that a suggestion of several replaces. */
    private static final Pattern MEMBERS = Pattern.compile("name = [$](?:, value = \"x\")?");

    private static final String HASH = "sha256-jFeqMu50VtPMaMlcRTC8VxZG3vrAGJXPxzVFRJiUpjw=";
    private static final String SET = "@WheelSet(pythons = {\"3.12\", \"3.13\"}, targets = {"
            + "@On(value = X86_64_LINUX, glibc = \"2.39\"), @On(value = AARCH64_DARWIN, macos = \"14.0\")}, ";
    /** Where each kind of value stands; {@code $} is the value as a literal of Java. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("version", "@Wheel(version = $) interface Torch {}"),
            Map.entry("name", "@Wheel(name = $) interface Torch {}"),
            Map.entry("extra", "@Wheel(extras = $) interface Torch {}"),
            Map.entry("attribute", "@Wheel @Recipe(buildInputs = $) interface Torch {}"),
            Map.entry("patch", "@Wheel @Recipe(patches = @Patch(file = $)) interface Torch {}"),
            Map.entry(
                    "github",
                    "@CustomPackage(version = \"1.0\", from = @From(github = $, tag = \"v1.0\", hash = \"" + HASH
                            + "\")) interface Torch {}"),
            Map.entry(
                    "hash",
                    "@CustomPackage(version = \"1.0\", from = @From(github = \"a/b\", tag = \"v1.0\", hash = $)) interface Torch {}"),
            Map.entry(
                    "releaseVersion",
                    "@CustomPackage(version = $, from = @From(index = \"speech\", hash = \"" + HASH
                            + "\")) interface Torch {}"),
            Map.entry(
                    "module",
                    "@CustomPackage(version = \"1.0\", imports = $, from = @From(index = \"speech\", hash = \"" + HASH
                            + "\")) interface Torch {}"),
            Map.entry(
                    "license",
                    "@CustomPackage(version = \"1.0\", license = $, from = @From(index = \"speech\", hash = \"" + HASH
                            + "\")) interface Torch {}"),
            Map.entry(
                    "variable",
                    "@Wheel interface Torch {} @PythonEnvironment(packages = Torch.class, python = \"3.12\", variables ="
                            + " @EnvironmentVariable(name = $, value = \"x\")) interface Research {}"),
            Map.entry("python", "@WheelSet(pythons = $, targets = @On(value = X86_64_LINUX, glibc = \"2.39\"))"),
            Map.entry("glibc", "@WheelSet(pythons = \"3.12\", targets = @On(value = X86_64_LINUX, glibc = $))"),
            Map.entry("musl", "@WheelSet(pythons = \"3.12\", targets = @On(value = X86_64_LINUX_MUSL, musl = $))"),
            Map.entry("macos", "@WheelSet(pythons = \"3.12\", targets = @On(value = AARCH64_DARWIN, macos = $))"),
            Map.entry("constraint", SET + "constraints = $)"),
            Map.entry("cutoff", SET + "excludeNewer = $)"),
            Map.entry("exclude", SET + "excludes = $)"),
            Map.entry("url", SET + "sources = @Source(name = \"internal\", url = $))"));

    private final List<Row> rows = read();
    private final ExampleCompilation wrong;
    private final ExampleCompilation followed;

    /** One line of the table. */
    record Row(int line, String kind, String written, String expected) {
        MistakeExample wrong() {
            return example(line + "-0", place().replace("$", literal(written)));
        }

        /** The declaration with each of the suggested values. */
        List<MistakeExample> followed() {
            if (expected.startsWith("!")) {
                return List.of();
            } else if (expected.contains(" = ")) {
                return List.of(example(line + "-1", MEMBERS.matcher(place()).replaceFirst(expected)));
            }
            List<String> values = List.of(expected.split(" / "));
            return IntStream.range(0, values.size())
                    .mapToObj(i -> example(line + "-" + (i + 1), place().replace("$", literal(values.get(i)))))
                    .toList();
        }

        /** What the hint begins with. */
        String hint() {
            return switch (expected) {
                case "!omit" -> "leave it out: ";
                case "!advice", "!none" -> "";
                default -> {
                    if (kind.equals("hash")) {
                        yield "write " + literal(expected) + ", which is the same hash";
                    }
                    yield expected.contains(" = ") ? "write " + expected : "did you mean " + choice() + "?";
                }
            };
        }

        private String choice() {
            List<String> values =
                    Stream.of(expected.split(" / ")).map(HintsTest::literal).toList();
            int last = values.size() - 1;
            return last == 0 ? values.get(0) : String.join(", ", values.subList(0, last)) + " or " + values.get(last);
        }

        private String place() {
            return Objects.requireNonNull(PLACES.get(kind));
        }

        private static MistakeExample example(String name, String text) {
            boolean set = text.startsWith("@WheelSet");
            Map<String, String> files = text.contains("@Source")
                    ? Map.of("Torch.java", "@Wheel(source = \"internal\") interface Torch {}\n")
                    : Map.of();
            Map<String, String> all = new HashMap<>(files);
            all.put(set ? "package-info.java" : "Torch.java", text + "\n");
            return MistakeExample.of("r" + name, all);
        }
    }

    HintsTest(@TempDir Path directory) {
        wrong = compile(
                directory.resolve("wrong"), rows.stream().map(Row::wrong).toList());
        followed = compile(
                directory.resolve("followed"),
                rows.stream().flatMap(row -> row.followed().stream()).toList());
    }

    private static ExampleCompilation compile(Path directory, List<MistakeExample> examples) {
        return ExampleCompilation.of(
                directory,
                ToolProvider.getSystemJavaCompiler(),
                examples,
                "-proc:only",
                "-Xmaxerrs",
                "9999",
                "-Xmaxwarns",
                "9999");
    }

    @Test
    void sayWhatIsMeant() {
        List<String> others = new ArrayList<>();
        for (Row row : rows) {
            String hint = hint(wrong.said(row.wrong()));
            boolean guessed = hint.startsWith("did you mean") || hint.matches("write \\w+ = \"[^\"]*\", \\w+ = .*");
            boolean right = row.expected().equals("!none") ? !guessed : hint.startsWith(row.hint());
            if (!right || hint.isEmpty() || hint.contains("===")) {
                others.add(row + " is told: " + hint);
            }
        }

        assertThat(others).isEmpty();
    }

    @Test
    void areAcceptedWhereTheyAreFollowed() {
        List<String> refused = new ArrayList<>();
        for (Row row : rows) {
            String code = code(wrong.said(row.wrong()));
            for (MistakeExample example : row.followed()) {
                String said = followed.said(example);
                if (said.contains(code)) {
                    refused.add(row + " is told, when it is followed: " + said);
                }
            }
        }

        assertThat(refused).isEmpty();
    }

    /** The hint of the first message. */
    private static String hint(String said) {
        return said.lines()
                .filter(line -> line.startsWith("  hint: "))
                .map(line -> line.substring("  hint: ".length()))
                .findFirst()
                .orElse("");
    }

    private static String code(String said) {
        int begin = said.indexOf("[wheels/");
        return begin < 0 ? "nothing was said" : said.substring(begin, said.indexOf(']', begin) + 1);
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static List<Row> read() {
        try {
            String text = new String(
                    Objects.requireNonNull(HintsTest.class.getResourceAsStream("/tables/hints.tsv"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            return IntStream.range(0, lines.size())
                    .filter(i -> !lines.get(i).startsWith("#"))
                    .mapToObj(i -> {
                        String[] cells = lines.get(i).split("\t", -1);
                        return new Row(i + 1, cells[0], cells[1], cells[2]);
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
