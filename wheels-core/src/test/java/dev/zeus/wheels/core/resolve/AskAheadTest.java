// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.index.PackageIndex;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.python.CoreMetadata;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** Which metadata is asked for before it is needed. */
class AskAheadTest {
    private static final int CONFLICTS = 6;
    private static final int VERSIONS = 20;

    /** Whose metadata an index was asked for. */
    private record Listening(PackageIndex index, Set<String> asked) implements ForwardingIndex {
        @Override
        public CompletableFuture<CoreMetadata> metadata(WheelFile wheel) {
            asked.add(wheel.name().replace("-py3-none-any.whl", ""));
            return index.metadata(wheel);
        }
    }

    /** Each of some packages turns out to be too new, one after the other, after a package was decided. */
    private static String conflictsAround(String decided) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < CONFLICTS; i++) {
            text.append("root x").append(i).append('\n');
        }
        text.append("root ").append(decided).append('\n');
        for (int i = 0; i < CONFLICTS; i++) {
            text.append("root y").append(i).append('\n');
        }
        for (int i = 0; i < CONFLICTS; i++) {
            for (int version = 1; version <= 3; version++) {
                text.append("package x%d %d%n".formatted(i, version));
            }
            for (int version = 1; version <= 2; version++) {
                text.append("package y%d %d%n  requires x%d<%d%n".formatted(i, version, i, version + 1));
            }
        }
        return text.toString();
    }

    @Test
    void aVersionThatIsDecidedAgainAsksForNoOlderOne() {
        StringBuilder text = new StringBuilder(conflictsAround("wide"));
        for (int version = 1; version <= VERSIONS; version++) {
            text.append("package wide ").append(version).append('\n');
        }
        Set<String> asked = new ConcurrentSkipListSet<>();

        assertThat(Scenario.parse(text.toString()).answer(index -> new Listening(index, asked)))
                .contains("wide-20-", "x0-2-", "x5-2-");
        assertThat(asked).filteredOn(name -> name.startsWith("wide-")).containsExactly("wide-20");
    }

    @Test
    void versionsThatAreRejectedOneByOneAskForMoreThatAreNext() {
        StringBuilder text =
                new StringBuilder("root pin\nroot wide\npackage pin 1\n  requires leaf==1\npackage leaf 1\n");
        text.append("package leaf 2\n");
        for (int version = 1; version <= VERSIONS; version++) {
            text.append("package wide ").append(version).append('\n');
            text.append(version > 10 ? "  requires leaf>=1." + version + "\n" : "");
        }
        Set<String> asked = new ConcurrentSkipListSet<>();

        assertThat(Scenario.parse(text.toString()).answer(index -> new Listening(index, asked)))
                .contains("wide-10-");
        assertThat(asked).filteredOn(name -> name.startsWith("wide-")).contains("wide-20", "wide-10", "wide-8");
    }
}
