// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import dev.zeus.wheels.python.MarkerComparison.Operand;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds the shortest tree of decisions that selects some environments among others. */
final class MarkerSelection {
    /** What people write markers with; the rest is asked only where these tell nothing apart. */
    private static final List<MarkerVariable> PREFERRED = List.of(
            MarkerVariable.SYS_PLATFORM,
            MarkerVariable.PLATFORM_MACHINE,
            MarkerVariable.PYTHON_VERSION,
            MarkerVariable.IMPLEMENTATION_NAME);

    private static final Comparator<MarkerNode> SHORTEST =
            Comparator.<MarkerNode>comparingInt(node -> text(node).length()).thenComparing(MarkerSelection::text);

    private final List<MarkerEnvironment> environments;
    private final BitSet chosen;
    private final Map<BitSet, Optional<MarkerNode>> known = new HashMap<>();

    MarkerSelection(List<MarkerEnvironment> environments, BitSet chosen) {
        this.environments = environments;
        this.chosen = chosen;
    }

    /** The tree for all environments, of which some but not all are chosen. */
    MarkerNode node() {
        BitSet all = new BitSet();
        all.set(0, environments.size());
        return mixed(all)
                .orElseThrow(() -> new IllegalArgumentException("nothing tells the declared environments apart"));
    }

    /** The shortest tree for environments of which some are chosen; empty if no variable tells them apart. */
    private Optional<MarkerNode> mixed(BitSet among) {
        // Not computeIfAbsent: finding one tree finds others.
        Optional<Optional<MarkerNode>> before = Optional.ofNullable(known.get(among));
        Optional<MarkerNode> node = before.orElseGet(() -> shortest(among));
        known.put(among, node);
        return node;
    }

    private Optional<MarkerNode> shortest(BitSet among) {
        Optional<MarkerNode> usual = shortest(among, PREFERRED.stream());
        return usual.or(() -> shortest(
                among,
                environments.get(0).values().keySet().stream()
                        .flatMap(name -> MarkerVariable.of(name).stream())
                        .filter(variable -> !PREFERRED.contains(variable))));
    }

    private Optional<MarkerNode> shortest(BitSet among, Stream<MarkerVariable> variables) {
        return variables
                .map(variable -> split(among, variable))
                .flatMap(Optional::stream)
                .min(SHORTEST);
    }

    /** Asks one variable: values with the same rest of the tree share a branch. */
    private Optional<MarkerNode> split(BitSet among, MarkerVariable variable) {
        SortedMap<String, BitSet> byValue = new TreeMap<>(order(variable));
        among.stream()
                .forEach(i -> byValue.computeIfAbsent(value(i, variable), v -> new BitSet())
                        .set(i));
        if (byValue.size() < 2) {
            return Optional.empty();
        }
        List<String> values = List.copyOf(byValue.keySet());
        Map<Optional<String>, Branch> branches = new LinkedHashMap<>();
        for (Map.Entry<String, BitSet> entry : byValue.entrySet()) {
            BitSet part = entry.getValue();
            if (!part.intersects(chosen)) {
                continue;
            }
            BitSet unwanted = (BitSet) part.clone();
            unwanted.andNot(chosen);
            Optional<MarkerNode> rest = unwanted.isEmpty() ? Optional.empty() : mixed(part);
            if (rest.isEmpty() && !unwanted.isEmpty()) {
                return Optional.empty();
            }
            branches.computeIfAbsent(rest.map(MarkerSelection::text), label -> new Branch(rest, new ArrayList<>()))
                    .values()
                    .add(entry.getKey());
        }
        List<String> whole = Optional.ofNullable(branches.get(Optional.<String>empty()))
                .map(Branch::values)
                .orElse(List.of());
        return Optional.of(MarkerNodes.or(branches.values().stream()
                .map(branch -> branch(condition(variable, values, branch, whole), branch.rest()))
                .toList()));
    }

    /** The values that lead to the same rest of the tree, which is empty where nothing more is asked. */
    private record Branch(Optional<MarkerNode> rest, List<String> values) {}

    private static MarkerNode branch(Optional<MarkerNode> condition, Optional<MarkerNode> rest) {
        return MarkerNodes.and(
                Stream.of(condition, rest).flatMap(Optional::stream).toList());
    }

    /** The branch's condition. One that asks on may let in values that are chosen anyway, if that says it shorter. */
    private static Optional<MarkerNode> condition(
            MarkerVariable variable, List<String> all, Branch branch, List<String> whole) {
        Optional<MarkerNode> exact = condition(variable, all, branch.values());
        if (branch.rest().isEmpty() || whole.isEmpty()) {
            return exact;
        }
        List<String> wider = all.stream()
                .filter(value -> whole.contains(value) || branch.values().contains(value))
                .toList();
        Optional<MarkerNode> relaxed = condition(variable, all, wider);
        return exact.flatMap(node -> relaxed.map(other -> SHORTEST.compare(other, node) < 0 ? other : node));
    }

    /** That the variable has one of the values, of all those that it can have here; empty if it can have no other. */
    private static Optional<MarkerNode> condition(MarkerVariable variable, List<String> all, List<String> wanted) {
        if (wanted.size() == all.size()) {
            return Optional.empty();
        }
        int first = all.indexOf(wanted.get(0));
        boolean run = all.subList(first, first + wanted.size()).equals(wanted);
        if (variable == MarkerVariable.PYTHON_VERSION && run) {
            int end = first + wanted.size();
            if (end == all.size()) {
                return Optional.of(compare(variable, MarkerOperator.AT_LEAST, wanted.get(0)));
            }
            if (first == 0) {
                return Optional.of(compare(variable, MarkerOperator.LESS, all.get(end)));
            }
        }
        if (wanted.size() == all.size() - 1) {
            String other = all.stream().filter(value -> !wanted.contains(value)).collect(Collectors.joining());
            // With two values the one meant is said, not the one excluded.
            return Optional.of(
                    all.size() == 2
                            ? compare(variable, MarkerOperator.EQUAL, wanted.get(0))
                            : compare(variable, MarkerOperator.NOT_EQUAL, other));
        }
        return Optional.of(MarkerNodes.or(wanted.stream()
                .map(value -> compare(variable, MarkerOperator.EQUAL, value))
                .toList()));
    }

    private static MarkerNode compare(MarkerVariable variable, MarkerOperator operator, String value) {
        return new MarkerNode.Atom(new MarkerComparison(Operand.of(variable), operator, Operand.of(value)));
    }

    private String value(int index, MarkerVariable variable) {
        return environments.get(index).values().getOrDefault(variable.spelling(), "");
    }

    private static Comparator<String> order(MarkerVariable variable) {
        Comparator<String> text = Comparator.naturalOrder();
        return variable == MarkerVariable.PYTHON_VERSION
                ? Comparator.<String, Version>comparing(
                                value -> Version.tryParse(value).orElseGet(() -> Version.parse("0")))
                        .thenComparing(text)
                : text;
    }

    private static String text(MarkerNode node) {
        StringBuilder out = new StringBuilder();
        node.print(out);
        return out.toString();
    }
}
