// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.question;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.answer.Chains;
import dev.zeus.wheels.core.answer.LockGraph;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.Subject;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.python.PackageName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Adds to a message about a locked package what needs it, up to the file and the line of the declaration. */
public final class NeededBy {
    private final LockGraph graph;
    private final SourceRoots sources;
    private final Map<PackageName, Subject> known = new HashMap<>();

    public NeededBy(WheelSetDeclaration set, Lock lock, SourceRoots sources) {
        this.graph = new LockGraph(set, lock, sources::origin);
        this.sources = sources;
    }

    /** The problem, which is one of this package. */
    public Problem end(Problem problem, PackageName name) {
        return problem.about(subject(name));
    }

    /** The problem, which a check has found of this package on a target. */
    public Problem end(Problem problem, PackageName name, String target, String check) {
        return problem.about(subject(name).on(target).by(check));
    }

    /** The way to a package; empty where no declaration leads to it. */
    public Optional<String> way(PackageName name) {
        return subject(name).neededBy();
    }

    private Subject subject(PackageName name) {
        return known.computeIfAbsent(name, this::found);
    }

    private Subject found(PackageName name) {
        Subject subject = Subject.ofPackage(name.value());
        Optional<Chains.Chain> chain = graph.packages(name).stream()
                .flatMap(locked -> Chains.to(graph, locked).stream())
                .findFirst();
        return chain.map(way -> sources.at(
                        subject.neededBy(way.toString()), way.declared().type()))
                .orElse(subject);
    }
}
