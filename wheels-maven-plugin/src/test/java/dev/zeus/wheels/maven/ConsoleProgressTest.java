// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.report.RunRecord;
import dev.zeus.wheels.maven.session.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One row that moves, and leaves nothing behind, however narrow the terminal is. */
class ConsoleProgressTest {
    private static final String LONG = "a-package-with-a-very-long-name-indeed-".repeat(8);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final RunRecord record = new RunRecord(EventSink.SILENT);

    /** Whole lines go to the same terminal. */
    private Log log() {
        return new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                terminal.print("[INFO] " + content + "\n");
            }

            @Override
            public void warn(CharSequence content) {
                terminal.print("[WARNING] " + content + "\n");
            }

            @Override
            public void debug(CharSequence content) {}
        };
    }

    private String drawn(int columns) {
        try (ConsoleProgress progress =
                new ConsoleProgress(log(), record, Optional.of(new MovingRow(terminal, columns)), "")) {
            progress.accept(new WheelsEvent.Started("resolve", 0));
            for (int i = 0; i < 5; i++) {
                progress.accept(new WheelsEvent.Fetched(1 << 20, Optional.empty()));
                progress.accept(new WheelsEvent.Advanced("resolve", LONG));
            }
            progress.accept(new WheelsEvent.Finished("resolve", ""));
            progress.accept(new WheelsEvent.Started("read wheels", 3));
            progress.accept(new WheelsEvent.Advanced("read wheels", "numpy 2.4.0"));
            progress.accept(new WheelsEvent.Finished("read wheels", "Resolved"));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 200})
    void leavesNoRowBehind(int columns) {
        assertThat(Screen.rows(drawn(columns), columns)).containsExactly("[INFO] Resolved", "");
    }

    /** A terminal that was made narrower since it was asked. */
    @Test
    void leavesNoRowBehindInATerminalThatHasShrunk() {
        assertThat(Screen.rows(drawn(200), 60)).containsExactly("[INFO] Resolved", "");
    }

    @Test
    void showsATaskFromItsBeginningWithItsCountAndWhatWasFetched() {
        assertThat(drawn(80).split("\u001b\\[\\?7[lh]", -1))
                .contains("resolve")
                .anySatisfy(row -> assertThat(row).startsWith("read wheels 1/3 numpy 2.4.0 (5 requests, 5.0 MiB)"));
    }

    @Test
    void writesPlainLinesWhereThereIsNoTerminal() {
        try (ConsoleProgress progress = new ConsoleProgress(log(), record, Optional.empty(), "data: ")) {
            progress.accept(new WheelsEvent.Started("resolve", 0));
            progress.accept(new WheelsEvent.Advanced("resolve", "x"));
            progress.accept(new WheelsEvent.Finished("resolve", "Resolved"));
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("[INFO] data: Resolved\n");
    }

    @Test
    void givesEachHintALineOfAtMostAHundredColumns() {
        String address = "https://index.example/" + "a".repeat(120);
        String text = ProblemText.of(new Problem(
                "X404",
                "it is not there",
                "correct the name of the package, or declare the source that has it with the very name that it has there,"
                        + " and no other; queried: \"" + address + "\"; or \"a; b\" helps"));

        assertThat(text.lines())
                .startsWith("[wheels/X404] it is not there")
                .filteredOn(line -> !line.contains(address))
                .allMatch(line -> line.length() <= 100);
        assertThat(text.lines().filter(line -> line.startsWith("  hint: "))).hasSize(3);
        assertThat(text).endsWith("\n  hint: or \"a; b\" helps");
    }
}
