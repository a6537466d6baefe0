// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.lock.LockedPackage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Every package of a large lock is asked why it is there; how long that took is reported, and holds no test up. */
final class LargeLockTest {

    @Test
    void saysOfEachOfAThousandPackagesWhyItIsThere(TestReporter reporter) {
        long begun = System.nanoTime();
        LockGraph graph = LargeLock.graph(1000);
        long built = System.nanoTime();
        Set<String> texts = new HashSet<>();
        long longest = 0;
        for (LockedPackage locked : graph.packages()) {
            long since = System.nanoTime();
            texts.add(WhyText.of(
                    graph, List.of(new Reasons(locked, List.of(), List.of(), new TreeMap<>(), Optional.empty()))));
            longest = Math.max(longest, System.nanoTime() - since);
        }

        reporter.publishEntry("graph of 1000 packages, ms", Long.toString((built - begun) / 1_000_000));
        reporter.publishEntry("the longest answer of 1000, ms", Long.toString(longest / 1_000_000));
        assertThat(texts).hasSize(1000).allMatch(text -> text.contains(", declared by com.acme.Package-"));
    }
}
