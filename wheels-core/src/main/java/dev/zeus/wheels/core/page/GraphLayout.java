// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Places for the nodes of a directed graph: a column for each step away from where it begins, and within a column an
 * order in which few edges cross.
 *
 * <p>The layered method: circles are cut at their last edge, a node stands one column after the last that leads to it,
 * and columns are sorted by the middle of their neighbours, to and fro. It is our own since the libraries that do it on
 * the JVM bring a modelling framework of ten megabytes along.
 *
 * @see <a href="https://doi.org/10.1109/TSMC.1981.4308636">Sugiyama, Tagawa and Toda, 1981</a>
 */
final class GraphLayout {
    /** Crossings hardly decrease after a few sweeps. */
    private static final int SWEEPS = 8;

    private final List<List<Integer>> below = new ArrayList<>();
    private final List<List<Integer>> above = new ArrayList<>();
    private final int[] column;
    private final int[] row;

    private GraphLayout(int nodes) {
        this.column = new int[nodes];
        this.row = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            below.add(new ArrayList<>());
            above.add(new ArrayList<>());
        }
    }

    /**
     * The places of nodes.
     *
     * @param needs for each node the nodes that it leads to
     */
    static GraphLayout of(List<List<Integer>> needs) {
        GraphLayout layout = new GraphLayout(needs.size());
        layout.cut(needs);
        layout.layer();
        layout.sort();
        return layout;
    }

    /** The column of a node, from 0. */
    int column(int node) {
        return column[node];
    }

    /** The row of a node, from 0; no two of a column share one. */
    int row(int node) {
        return row[node];
    }

    /** Keeps the edges that lead to no node that is being walked through. */
    private void cut(List<List<Integer>> needs) {
        int[] state = new int[needs.size()];
        for (int start = 0; start < needs.size(); start++) {
            if (state[start] != 0) {
                continue;
            }
            Deque<int[]> open = new ArrayDeque<>();
            open.push(new int[] {start, 0});
            state[start] = 1;
            while (!open.isEmpty()) {
                int[] top = open.element();
                List<Integer> next = needs.get(top[0]);
                if (top[1] == next.size()) {
                    state[top[0]] = 2;
                    open.pop();
                    continue;
                }
                int to = next.get(top[1]);
                top[1]++;
                if (state[to] == 1) {
                    continue;
                }
                below.get(top[0]).add(to);
                above.get(to).add(top[0]);
                if (state[to] == 0) {
                    state[to] = 1;
                    open.push(new int[] {to, 0});
                }
            }
        }
    }

    private void layer() {
        int[] left = new int[column.length];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < left.length; i++) {
            left[i] = above.get(i).size();
            if (left[i] == 0) {
                open.add(i);
            }
        }
        while (!open.isEmpty()) {
            int node = open.remove();
            for (int to : below.get(node)) {
                column[to] = Math.max(column[to], column[node] + 1);
                left[to]--;
                if (left[to] == 0) {
                    open.add(to);
                }
            }
        }
    }

    private void sort() {
        int columns = Arrays.stream(column).max().orElse(0) + 1;
        List<List<Integer>> order = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            order.add(new ArrayList<>());
        }
        for (int node = 0; node < column.length; node++) {
            row[node] = order.get(column[node]).size();
            order.get(column[node]).add(node);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean forth = sweep % 2 == 0;
            for (int i = 0; i < columns; i++) {
                sort(order.get(forth ? i : columns - 1 - i), forth ? above : below);
            }
        }
    }

    private void sort(List<Integer> nodes, List<List<Integer>> neighbours) {
        double[] middle = new double[row.length];
        for (int node : nodes) {
            middle[node] = neighbours.get(node).stream()
                    .mapToInt(other -> row[other])
                    .average()
                    .orElse(row[node]);
        }
        nodes.sort(Comparator.<Integer>comparingDouble(node -> middle[node]).thenComparing(Comparator.naturalOrder()));
        for (int i = 0; i < nodes.size(); i++) {
            row[nodes.get(i)] = i;
        }
    }
}
