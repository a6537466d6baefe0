// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.toml.LineTable;
import dev.zeus.wheels.testkit.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader of printed locks, held against the library: the same tables, on the same lines, or none. */
class PrintedTomlTest {
    private static final String TEXT = LockFixture.lock().toToml();

    /** All locks of this repository, and the fixture with every field. */
    static Stream<String> printed() throws IOException {
        try (Stream<Path> all = Stream.of("generated", "examples", "wheels-core/src/test", "wheels-maven-plugin/src")
                .map(Path.of("..")::resolve)
                .flatMap(PrintedTomlTest::files)) {
            return Stream.concat(
                    Stream.of(TEXT),
                    all
                            .map(PrintedTomlTest::text)
                            .filter(text -> text.contains(Wholeness.TOOL_TABLE))
                            .toList()
                            .stream());
        }
    }

    @SuppressWarnings("StreamResourceLeak") // its reader reads it to the end, once
    private static Stream<Path> files(Path root) {
        return FileTree.files(root).stream().filter(file -> file.endsWith("pylock.toml"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("printed")
    void readsWhatIsPrintedAsTheLibraryDoes(String text) {
        assertThat(PrintedToml.read(text)).contains(LockReader.library(text));
    }

    @Test
    void thereAreSuchLocks() throws IOException {
        assertThat(printed()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1",
                "a  = 1",
                " a = 1",
                "\"a\" = 1",
                "a.b = 1",
                "A = 1",
                "a = 1 # why",
                "# why",
                "a = 01",
                "a = +1",
                "a = 0x1",
                "a = 1.5",
                "a = true",
                "a = 2026-01-01",
                "a = 2026-13-01T00:00:00Z",
                "a = 2026-01-01T00:00:00+01:00",
                "a = \"\"\"b\"\"\"",
                "a = '''b'''",
                "a = \"\\u0041\"",
                "a = \"\\e\"",
                "a = \"\\UFFFFFFFF\"",
                "a = \"\\U0000D800\"",
                "a = \"b",
                "a = [1,2]",
                "a = [ 1 ]",
                "a = [\n  1,\n]",
                "a = {}",
                "a = {b = 1}",
                "a = { b = 1, b = 2 }",
                "a = { b = 1,\nc = 2 }",
                "a = 1\na = 2",
                "a = [[[[[[[[[[1]]]]]]]]]]",
                "[other]",
                "[packages]",
                "[[packages]]\n[[packages.wheels]]"
            })
    void leavesTheRestOfTomlToTheLibrary(String toml) {
        assertThat(PrintedToml.read("lock-version = \"1.0\"\n" + toml + "\n")).isEmpty();
    }

    /** With lines moved, doubled and taken out, and characters changed: what is read is what the library reads. */
    @Test
    void understandsNothingOtherwiseThanTheLibrary() {
        Random random = new Random(11);
        String odd = "\"'[]{}=,.#\\\n -0TZ:aUnà";
        int read = 0;
        for (int i = 0; i < 600; i++) {
            StringBuilder text = new StringBuilder(TEXT);
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, odd.charAt(random.nextInt(odd.length())));
                    case 1 -> text.deleteCharAt(at);
                    default -> {
                        int end = text.indexOf("\n", at) + 1;
                        text.insert(end, text.substring(Math.max(0, text.lastIndexOf("\n", at) + 1), end));
                    }
                }
            }
            Optional<LineTable> printed = PrintedToml.read(text.toString());
            if (printed.isPresent()) {
                read++;
                try {
                    assertThat(printed).as(text.toString()).contains(LockReader.library(text.toString()));
                } catch (WheelsException e) {
                    throw new AssertionError("the library refuses " + text, e);
                }
            }
        }
        assertThat(read).isGreaterThan(100);
    }
}
