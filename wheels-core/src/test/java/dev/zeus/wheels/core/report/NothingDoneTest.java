// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.output.FileChanges;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who reads results does not see which way one was written. */
class NothingDoneTest {
    @Test
    void isTheResultOfARunThatChangedNothing() {
        FileChanges none = new FileChanges(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        RunRecord record = new RunRecord(EventSink.SILENT);
        RunResult result = RunResult.ok("generate").with(List.of(), none).with(record);
        assertThat(atNoTime(NothingDone.text("generate", record)))
                .isEqualTo(atNoTime(result.text()))
                .contains("\"milliseconds\" : 0,");
    }

    private static String atNoTime(String text) {
        return text.replaceFirst("(\"milliseconds\" : )[0-9]+", "$10");
    }
}
