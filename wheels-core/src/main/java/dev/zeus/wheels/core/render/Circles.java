// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The packages that require each other in a circle, found as strongly connected components (Tarjan, without recursion,
 * since a chain of requirements may be long).
 */
final class Circles {
    private final SortedMap<String, SortedSet<String>> edges;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, Boolean> isOpen = new HashMap<>();
    private final SortedMap<String, List<String>> circles = new TreeMap<>();

    private Circles(SortedMap<String, SortedSet<String>> edges) {
        this.edges = edges;
    }

    /** For every package in a circle of at least two, the circle's members in order. */
    static SortedMap<String, List<String>> of(SortedMap<String, SortedSet<String>> edges) {
        Circles search = new Circles(edges);
        edges.keySet().forEach(search::visit);
        return search.circles;
    }

    private record Step(String name, List<String> next, int at) {}

    private void visit(String root) {
        Deque<Step> steps = new ArrayDeque<>();
        if (!index.containsKey(root)) {
            steps.push(begin(root));
        }
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            if (step.at() == step.next().size()) {
                end(step.name());
                if (!steps.isEmpty()) {
                    low.merge(steps.element().name(), lowOf(step.name()), Math::min);
                }
                continue;
            }
            steps.push(new Step(step.name(), step.next(), step.at() + 1));
            String next = step.next().get(step.at());
            if (!index.containsKey(next)) {
                steps.push(begin(next));
            } else if (isOpen.getOrDefault(next, false)) {
                low.merge(step.name(), index.getOrDefault(next, 0), Math::min);
            }
        }
    }

    private Step begin(String name) {
        index.put(name, index.size());
        low.put(name, index.size() - 1);
        open.push(name);
        isOpen.put(name, true);
        return new Step(name, List.copyOf(edges.getOrDefault(name, Collections.emptySortedSet())), 0);
    }

    private int lowOf(String name) {
        return low.getOrDefault(name, 0);
    }

    private void end(String name) {
        if (lowOf(name) != index.getOrDefault(name, -1)) {
            return;
        }
        SortedSet<String> members = new TreeSet<>();
        String member;
        do {
            member = open.pop();
            isOpen.put(member, false);
            members.add(member);
        } while (!member.equals(name));
        if (members.size() > 1) {
            List<String> circle = List.copyOf(members);
            circle.forEach(each -> circles.put(each, circle));
        }
    }
}
