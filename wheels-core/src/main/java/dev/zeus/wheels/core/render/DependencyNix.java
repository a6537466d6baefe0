// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.nix.NixIdentifier;
import dev.zeus.wheels.nix.NixName;
import dev.zeus.wheels.nix.NixOperator;
import dev.zeus.wheels.nix.NixParameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Requirements as Nix: <code>{ ps, only }: [ ps.numpy ] ++ only [ "cp311-x86_64-linux" ] [ ps.tomli ]</code>. */
final class DependencyNix {
    private static final NixExpr PS = NixExpr.variable("ps");

    private final LockedSet set;
    private final SortedSet<String> targets;
    private boolean usesPs;
    private boolean usesOnly;

    /** Requirements of something that is there on exactly these targets. */
    DependencyNix(LockedSet set, Set<String> targets) {
        this.set = set;
        this.targets = new TreeSet<>(targets);
    }

    /** A function of the package set to the requirements; empty if there are none. */
    Optional<NixExpr> list(SortedMap<Edge, SortedSet<String>> edges) {
        return edges.isEmpty() ? Optional.empty() : Optional.of(function(value(edges, targets)));
    }

    /** A function of the package set to the requirements of each extra; empty where there are no extras. */
    Optional<NixExpr> extras(BlockExtras extras) {
        SortedMap<String, NixExpr> values = new TreeMap<>();
        extras.edges()
                .forEach((extra, edges) ->
                        values.put(extra, value(edges, extras.targets().getOrDefault(extra, targets))));
        return values.isEmpty() ? Optional.empty() : Optional.of(function(NixExpr.attrs(values)));
    }

    private NixExpr function(NixExpr body) {
        NixParameter parameter = usesOnly
                ? NixParameter.pattern(false, "ps", "only")
                : usesPs ? NixParameter.pattern(true, "ps") : new NixParameter.Named(new NixIdentifier("_"));
        return new NixExpr.Lambda(parameter, body);
    }

    /** Requirements of something that is there on these targets. */
    private NixExpr value(SortedMap<Edge, SortedSet<String>> edges, Set<String> targets) {
        SortedMap<SortedSet<String>, List<Edge>> byTargets = new TreeMap<>(everywhereFirst(targets));
        edges.forEach((edge, where) ->
                byTargets.computeIfAbsent(where, w -> new ArrayList<>()).add(edge));
        List<NixExpr> operands = new ArrayList<>();
        for (Map.Entry<SortedSet<String>, List<Edge>> group : byTargets.entrySet()) {
            boolean everywhere = group.getKey().containsAll(targets);
            for (NixExpr part : parts(group.getValue())) {
                operands.add(everywhere ? part : only(group.getKey(), part));
            }
        }
        usesPs |= !operands.isEmpty();
        return operands.isEmpty() ? NixExpr.list(List.of()) : NixExpr.joined(NixOperator.CONCAT, operands);
    }

    private NixExpr only(SortedSet<String> where, NixExpr part) {
        usesOnly = true;
        return NixExpr.apply(NixExpr.variable("only"), NixExpr.strings(where), part);
    }

    private static Comparator<SortedSet<String>> everywhereFirst(Set<String> targets) {
        return Comparator.<SortedSet<String>, Boolean>comparing(where -> !where.containsAll(targets))
                .thenComparing(where -> String.join(" ", where));
    }

    /** The packages as one list, and each extra as the list it is. */
    private List<NixExpr> parts(List<Edge> edges) {
        List<NixExpr> packages = edges.stream()
                .filter(edge -> edge.extra().isEmpty())
                .map(edge -> NixExpr.select(PS, edge.name()))
                .toList();
        List<NixExpr> parts = new ArrayList<>();
        if (!packages.isEmpty()) {
            parts.add(NixExpr.list(packages));
        }
        edges.stream().filter(edge -> !edge.extra().isEmpty()).map(this::extra).forEach(parts::add);
        return parts;
    }

    private NixExpr extra(Edge edge) {
        List<NixName> path =
                List.of(NixName.of(edge.name()), NixName.of("optional-dependencies"), NixName.of(edge.extra()));
        return new NixExpr.Select(
                PS, path, set.alwaysHasExtra(edge) ? Optional.empty() : Optional.of(NixExpr.list(List.of())));
    }
}
