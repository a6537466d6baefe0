// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the packages that need each other: by classes, by names, and by replacements, which Nix follows likewise.
 *
 * <p>Each circle is told once, at the need that closes it, with every need on the way and with who asks for it. A need
 * on Linux and one on macOS make no circle.
 */
final class CycleRules {
    private final Findings findings;
    private final TargetEnvironments targets;
    private final WrittenSet set;
    private final Map<String, List<Edge>> edges = new LinkedHashMap<>();
    private final Map<String, String> shown = new HashMap<>();
    private final Set<Site> told = new HashSet<>();

    /** That one package needs another on some targets. */
    private record Edge(String from, String to, Site site, BitSet where) {}

    CycleRules(Findings findings, TargetEnvironments targets, WrittenSet set) {
        this.findings = findings;
        this.targets = targets;
        this.set = set;
    }

    void check(List<Named> declarations, List<WrittenEnvironment> environments) {
        Map<String, String> byType = new HashMap<>();
        declarations.forEach(named -> {
            byType.put(named.declaration().type().binary(), named.name());
            shown.put(named.name(), named.declaration().type().simple());
        });
        for (Named named : declarations) {
            if (named.declaration() instanceof WrittenDeclaration.Custom custom) {
                addNeeds(named.name(), custom, byType);
            }
        }
        for (WrittenSet.Replacement replacement : set.replacements().values()) {
            replacement
                    .of()
                    .ifPresent(of -> replacement
                            .by()
                            .filter(by -> !by.value().equals(of.value()))
                            .ifPresent(by -> add(new Edge(
                                    RecipeValues.name(of.value()),
                                    RecipeValues.name(by.value()),
                                    by.site(),
                                    targets.all()))));
        }
        targets.all().stream().forEach(target -> new Walk(target, environments, byType).find());
    }

    private void addNeeds(String name, WrittenDeclaration.Custom custom, Map<String, String> byType) {
        for (Written<String> dependency : custom.dependencies().items()) {
            Optional.ofNullable(byType.get(dependency.value()))
                    .ifPresent(to -> add(new Edge(name, to, dependency.site(), targets.all())));
        }
        for (Written<String> need : custom.build().requires().items()) {
            SpecifierRange.requirement(need.value())
                    .ifPresent(requirement -> add(new Edge(
                            name,
                            requirement.name().value(),
                            need.site(),
                            requirement.marker().map(targets::whereOrNowhere).orElseGet(targets::all))));
        }
    }

    private void add(Edge edge) {
        edges.computeIfAbsent(edge.from(), from -> new ArrayList<>()).add(edge);
    }

    /** Goes along all needs of one target. */
    private final class Walk {
        private final int target;
        private final List<WrittenEnvironment> environments;
        private final Map<String, String> byType;
        private final Map<String, Boolean> done = new HashMap<>();
        private final List<Edge> path = new ArrayList<>();

        Walk(int target, List<WrittenEnvironment> environments, Map<String, String> byType) {
            this.target = target;
            this.environments = environments;
            this.byType = byType;
        }

        void find() {
            edges.keySet().forEach(this::visit);
        }

        private void visit(String name) {
            if (done.putIfAbsent(name, false) != null) {
                return;
            }
            for (Edge edge : edges.getOrDefault(name, List.of())) {
                if (edge.where().get(target)) {
                    path.add(edge);
                    if (Boolean.FALSE.equals(done.get(edge.to()))) {
                        report(edge);
                    } else {
                        visit(edge.to());
                    }
                    path.remove(path.size() - 1);
                }
            }
            done.put(name, true);
        }

        private void report(Edge closing) {
            int begin = 0;
            while (!path.get(begin).from().equals(closing.to())) {
                begin++;
            }
            List<Edge> cycle = path.subList(begin, path.size());
            if (told.add(closing.site())) {
                List<String> steps = cycle.stream()
                        .map(edge -> label(edge.from()) + " needs " + label(edge.to()) + " by "
                                + edge.site().path())
                        .toList();
                findings.add(Mistake.DEPENDENCY_CYCLE, closing.site(), String.join(", ", steps) + asking(cycle));
            }
        }

        /** Who outside of a circle needs something of it. */
        private String asking(List<Edge> cycle) {
            Set<String> within = new HashSet<>();
            cycle.forEach(edge -> within.add(edge.from()));
            Set<String> asking = new TreeSet<>();
            edges.values().stream()
                    .flatMap(List::stream)
                    .filter(edge -> within.contains(edge.to()) && !within.contains(edge.from()))
                    .forEach(edge -> asking.add(label(edge.from())));
            for (WrittenEnvironment environment : environments) {
                if (environment.packages().values().stream()
                        .anyMatch(type -> within.contains(byType.getOrDefault(type, "")))) {
                    asking.add("the environment " + environment.type().simple());
                }
            }
            return asking.isEmpty() ? "" : "; asked for by " + String.join(", ", asking);
        }

        private String label(String name) {
            return shown.getOrDefault(name, name);
        }
    }
}
