// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpProblem;
import dev.zeus.wheels.core.index.PackageIndex;
import dev.zeus.wheels.core.index.ProjectPage;
import dev.zeus.wheels.python.PackageName;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages are asked for before the solver comes to them: the index here answers one only when another is asked for. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LikelyClosureTest {
    /** An index that has the page of one project only once that of another was asked for, which may fail. */
    private record Waiting(
            PackageIndex index,
            String late,
            String until,
            boolean fails,
            CompletableFuture<Void> asked,
            Set<PackageName> names)
            implements ForwardingIndex {
        @Override
        public CompletableFuture<ProjectPage> page(PackageName name) {
            names.add(name);
            if (name.value().equals(until)) {
                asked.complete(null);
                if (fails) {
                    return CompletableFuture.failedFuture(
                            new WheelsException(HttpProblem.UNREACHABLE, "the index is down", "ask again"));
                }
            }
            return name.value().equals(late) ? asked.thenCompose(nothing -> index.page(name)) : index.page(name);
        }
    }

    private final Set<PackageName> names = ConcurrentHashMap.newKeySet();

    private String answer(String universe, String late, String until, boolean fails) {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        return Scenario.parse(universe).answer(index -> new Waiting(index, late, until, fails, asked, names));
    }

    @Test
    void whatASecondPackageNeedsIsAskedForWhileThatOfTheFirstIsAwaited() {
        String universe = """
                root first
                root second
                package first 1
                  requires one
                package second 1
                  requires two
                package one 1
                package two 1
                """;
        assertThat(answer(universe, "one", "two", false)).contains("one-1-", "two-1-");
    }

    @Test
    void soIsWhatAnExtraNeedsThatAnotherPackageAsksFor() {
        String universe = """
                root first
                root second
                package first 1
                  requires one
                package second 1
                  requires shared[x]
                package one 1
                  requires late
                package shared 1
                  extra x
                  requires two; extra == "x"
                package late 1
                package two 1
                """;
        assertThat(answer(universe, "late", "two", false)).contains("late-1-", "two-1-");
    }

    /**
     * What the newest version needs is likely only; here an older one is taken, and the page that fails is not needed.
     */
    @Test
    void aPageThatFailsAndIsNotNeededIsNotSaid() {
        String universe = """
                root first
                root second
                package first 1
                  requires lower
                package second 1
                  requires shared
                package lower 1
                  requires shared<2
                  requires late
                package shared 1
                package shared 2
                  requires ghost
                package late 1
                """;
        assertThat(answer(universe, "late", "ghost", true)).contains("shared-1-", "late-1-");
    }

    @Test
    void noMorePagesAreAskedForThanASetMayHave() {
        String wide = IntStream.rangeClosed(1, 2 * ResolutionBounds.MOST_PACKAGES)
                .mapToObj(number -> "  requires p" + number + "\n")
                .collect(Collectors.joining());

        assertThat(answer("root wide\npackage wide 1\n" + wide, "none", "none", false))
                .startsWith("[wheels/R209]");
        // The solver notices with the first that is too much.
        assertThat(names.size()).isLessThanOrEqualTo(ResolutionBounds.MOST_PACKAGES + 1);
    }
}
