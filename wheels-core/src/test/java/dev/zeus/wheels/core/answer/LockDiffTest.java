// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.wheel.Sha256;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two locks differ in. */
class LockDiffTest {
    private static LockDiff diff(String before, String after) {
        return LockDiff.between(
                AskedLock.of(before.replace(";", "\n")).lock(),
                AskedLock.of(after.replace(";", "\n")).lock());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a 1.0              | a 1.0              | No difference
            a 1.0: b;b 1.0     | a 1.0;b 1.0        | No difference
            a 1.0              | a 1.0;b 2.0        | Added b 2.0
            a 1.0;b 2.0        | a 1.0              | Removed b 2.0
            a 1.0              | a 1.1              | Updated a 1.0 -> 1.1
            a 1.10             | a 1.9              | Downgraded a 1.10 -> 1.9
            a 1.0              | a 1.0 @cp311;a 2.0 @cp312 | Updated a 1.0 -> 1.0, 2.0
            a 1.0 @cp311;a 2.0 @cp312 | a 2.0        | Updated a 1.0, 2.0 -> 2.0
            a 1.0 @cp311;a 2.0 @cp312 | a 1.0        | Downgraded a 1.0, 2.0 -> 1.0
            a 1.0 @linux       | a 1.0              | Changed a 1.0,  also on cp311-aarch64-darwin, cp312-aarch64-darwin
            a 1.0              | a 1.0 @linux       | Changed a 1.0,  no longer on cp311-aarch64-darwin, cp312-aarch64-darwin
            """)
    void saysWhatMoved(String before, String after, String said) {
        List<String> lines = diff(before, after).text().lines().toList();
        String all = String.join(",", lines.subList(0, Math.max(1, lines.size() - 1)));

        assertThat(all).isEqualTo(said);
    }

    @Test
    void saysThatAFileIsAnotherOne() throws Exception {
        Lock before = AskedLock.of("a 1.0").lock();
        LockedPackage entry = before.packages().get(0);
        LockedWheel wheel = entry.wheels().get(0);
        LockedWheel other = new LockedWheel(
                wheel.filename(),
                wheel.url(),
                new Sha256("cd".repeat(32)),
                wheel.size(),
                wheel.uploadTime(),
                wheel.targets(),
                wheel.requiresPython());
        Lock after = before.with(List.of(new LockedPackage(
                entry.name(),
                entry.version(),
                entry.source(),
                entry.index(),
                Optional.empty(),
                entry.targets(),
                List.of(),
                entry.optionalDependencies(),
                List.of(other),
                Optional.empty(),
                entry.facts())));
        LockDiff diff = LockDiff.between(before, after);

        assertThat(diff.text())
                .isEqualTo("Changed a 1.0\n  replaced a-1.0-py3-none-any.whl: sha256 " + wheel.sha256() + " -> "
                        + "cd".repeat(32) + "\n1 package differs: 1 changed\n");
        JsonNode document = new ObjectMapper().readTree(diff.json());
        assertThat(document.path("packages").path(0).path("replaced")).hasSize(1);
        assertThat(document.path("packages").path(0).path("kind").asText()).isEqualTo("changed");
    }

    @Test
    void saysWhichTargetsCameAndWent() {
        Lock all = AskedLock.of("a 1.0").lock();
        Lock fewer = new Lock(
                all.inputs(),
                Optional.empty(),
                AskedLock.TARGETS.subList(0, 3),
                AskedLock.of("a 1.0 @cp311;a 1.0 @cp312-aarch64".replace(";", "\n"))
                        .lock()
                        .packages());

        assertThat(LockDiff.between(fewer, all).text()).startsWith("New target cp312-x86_64-linux\nChanged a 1.0\n");
        assertThat(LockDiff.between(all, fewer).markdown()).contains("\n- without target `cp312-x86_64-linux`\n");
    }
}
