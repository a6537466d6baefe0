// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Places of nodes: to the right of what leads to them, and never two on one place. */
final class GraphLayoutTest {

    @Test
    void standsToTheRightOfAllThatLeadsToIt() {
        GraphLayout layout = GraphLayout.of(List.of(List.of(1, 3), List.of(2), List.of(3), List.of()));

        assertThat(List.of(layout.column(0), layout.column(1), layout.column(2), layout.column(3)))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void cutsCircles() {
        GraphLayout layout = GraphLayout.of(List.of(List.of(1), List.of(2), List.of(0, 2)));

        assertThat(List.of(layout.column(0), layout.column(1), layout.column(2)))
                .containsExactly(0, 1, 2);
    }

    @Test
    void ordersAColumnSoThatEdgesDoNotCross() {
        // 0 -> 3, 1 -> 2: in the order of their numbers the two would cross.
        GraphLayout layout = GraphLayout.of(List.of(List.of(3), List.of(2), List.of(), List.of()));

        assertThat(layout.row(3) - layout.row(2)).isEqualTo(layout.row(0) - layout.row(1));
    }

    @Test
    void noTwoNodesShareAPlace() {
        Random random = new Random(23);
        List<List<Integer>> needs = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Set<Integer> own = new HashSet<>();
            for (int k = 0; k < 3; k++) {
                own.add(random.nextInt(1000));
            }
            own.remove(i);
            needs.add(List.copyOf(own));
        }
        GraphLayout layout = GraphLayout.of(needs);
        Set<List<Integer>> places = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            assertThat(places.add(List.of(layout.column(i), layout.row(i)))).isTrue();
        }
    }
}
