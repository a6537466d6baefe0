// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.python.PackageName;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The ways from what is declared to a package. */
class ChainsTest {
    private static List<String> chains(String lock, String name) {
        LockGraph graph = AskedLock.of(lock).graph();
        return graph.packages(PackageName.parse(name)).stream()
                .flatMap(locked -> Chains.to(graph, locked).stream())
                .map(chain -> chain.packages().stream()
                        .map(one -> one.name() + " " + one.version())
                        .collect(Collectors.joining(" -> ")))
                .toList();
    }

    @Test
    void areTheShortestOfEachDeclaration() {
        assertThat(chains("""
                        *app 1.0: a, b
                        *tool 1.0: b
                        *leaf 1.0
                        a 1.0: leaf
                        b 1.0: a
                        """, "leaf"))
                .containsExactly("leaf 1.0", "app 1.0 -> a 1.0 -> leaf 1.0", "tool 1.0 -> b 1.0 -> a 1.0 -> leaf 1.0");
    }

    /** The short way ends where its parts are needed on different targets; the long one is of one. */
    @Test
    void holdOnOneTarget() {
        assertThat(chains("""
                        *app 1.0: short @cp311, long @cp312
                        short 1.0: leaf @cp312
                        long 1.0: longer @cp312
                        longer 1.0: leaf @cp312
                        leaf 1.0 @cp312
                        """, "leaf")).containsExactly("app 1.0 -> long 1.0 -> longer 1.0 -> leaf 1.0");
    }

    @Test
    void endInCircles() {
        assertThat(chains("""
                        *app 1.0: ring
                        ring 1.0: back
                        back 1.0: ring
                        """, "back")).containsExactly("app 1.0 -> ring 1.0 -> back 1.0");
    }
}
