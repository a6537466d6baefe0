// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The packages that are needed if the first choice for each of them fits: their pages and metadata are asked for ahead
 * of the solver, breadth first, so that a latency is paid once for each step of the longest chain, not for each
 * package.
 *
 * <p>It decides nothing, and it ends when the solver does. What it asks for follows from the requirements and the pages
 * alone, not from what comes first. What fails here fails for the solver, too, if it needs that.
 */
final class LikelyClosure {
    private final Catalogue catalogue;
    private final Demands demands;
    private final Version python;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final Thread thread;
    private final Map<PackageName, Optional<Choice>> choices = new HashMap<>();
    private final Set<Extra> extras = new HashSet<>();

    private record Choice(Candidates candidates, CoreMetadata metadata) {}

    private record Extra(PackageName name, ExtraName extra) {}

    /** A requirement of a package, or of a declaration, from a source. */
    private record Need(Requirement requirement, String source) {}

    private LikelyClosure(Catalogue catalogue, Demands demands, Version python, List<Need> roots) {
        this.catalogue = catalogue;
        this.demands = demands;
        this.python = python;
        this.thread = new Thread(() -> ask(roots), "wheels-likely-closure");
        thread.setDaemon(true);
    }

    /**
     * Begins to ask.
     *
     * @param demands not the solver's, since another thread asks it
     */
    static LikelyClosure ask(Catalogue catalogue, Demands demands, Version python, List<RootRequirement> roots) {
        List<Need> needs = demands.active(roots).stream()
                .map(root -> new Need(root.requirement(), root.source()))
                .toList();
        LikelyClosure closure = new LikelyClosure(catalogue, demands, python, needs);
        if (!needs.isEmpty()) {
            closure.thread.start();
        }
        return closure;
    }

    private void ask(List<Need> roots) {
        try {
            walk(roots);
        } catch (RuntimeException e) {
            // The solver meets it, too, where it matters, and says who needs what failed.
        }
    }

    private void walk(List<Need> roots) {
        List<Need> needs = roots;
        while (!needs.isEmpty() && !stopped.isDone()) {
            Map<PackageName, List<Need>> met = new LinkedHashMap<>();
            needs.stream()
                    .filter(need -> !choices.containsKey(need.requirement().name()))
                    .forEach(need -> met.computeIfAbsent(need.requirement().name(), name -> new ArrayList<>())
                            .add(need));
            if (choices.size() + met.size() > ResolutionBounds.MOST_PACKAGES) {
                // The solver asks for no more than that either, and says so.
                return;
            }
            Map<PackageName, CompletableFuture<Optional<Choice>>> asked = new LinkedHashMap<>();
            met.forEach((name, all) -> asked.put(name, choice(name, all)));
            CompletableFuture<Void> all = CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new));
            CompletableFuture.anyOf(stopped, all).join();
            if (!all.isDone()) {
                return;
            }
            asked.forEach((name, choice) -> choices.put(name, choice.join()));
            needs = next(needs, met.keySet());
        }
    }

    /** The version that all who ask for a package at this distance agree on, with its metadata. */
    private CompletableFuture<Optional<Choice>> choice(PackageName name, List<Need> needs) {
        return catalogue
                .page(name, needs.get(0).source())
                .thenCompose(candidates -> {
                    VersionSet fitting = needs.stream()
                            .map(need -> candidates.matching(need.requirement().specifiers()))
                            .reduce(VersionSet::and)
                            .orElseThrow();
                    return catalogue
                            .best(candidates, fitting)
                            .flatMap(version -> catalogue.asked(candidates, version))
                            .map(asked -> asked.thenApply(metadata -> Optional.of(new Choice(candidates, metadata))))
                            .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
                })
                .exceptionally(failure -> Optional.empty());
    }

    /** What the packages met now need, and the extras that are asked for now of any. */
    private List<Need> next(List<Need> needs, Set<PackageName> met) {
        List<Need> next = new ArrayList<>();
        for (PackageName name : met) {
            usable(name)
                    .ifPresent(choice -> demands.base(choice.metadata()).stream()
                            .map(requirement ->
                                    new Need(requirement, choice.candidates().source()))
                            .forEach(next::add));
        }
        for (Need need : needs) {
            PackageName name = need.requirement().name();
            for (ExtraName extra : need.requirement().extras()) {
                if (extras.add(new Extra(name, extra))) {
                    usable(name)
                            .ifPresent(choice -> demands.ofExtra(choice.metadata(), extra).stream()
                                    .map(requirement -> new Need(
                                            requirement, choice.candidates().source()))
                                    .forEach(next::add));
                }
            }
        }
        return next;
    }

    private Optional<Choice> usable(PackageName name) {
        return choices.getOrDefault(name, Optional.empty())
                .filter(choice -> Candidates.admits(choice.metadata(), python))
                .filter(choice -> demands.unanswered(choice.metadata()).isEmpty());
    }

    /** Asks for no more, and does not wait for what is on its way. */
    void stop() {
        stopped.complete(null);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
