// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.nix.NixOperator;
import dev.zeus.wheels.nix.NixParameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is changed of the requirements that a block's files have in their metadata, since Nix holds them to it.
 *
 * @param relaxed the names of which any version will do
 * @param removed the names that are taken out, with the targets on which they are
 */
record RequirementChanges(SortedSet<String> relaxed, SortedMap<String, SortedSet<String>> removed) {

    /** What recipes ask for, what the set has decided, and what circles and packages from elsewhere make necessary. */
    static RequirementChanges of(LockedSet set, WheelBlock block) {
        LockedPackage locked = block.locked();
        String name = LockedSet.nameOf(locked);
        SortedSet<String> targets = new TreeSet<>(block.files().keySet());
        RecipeDeclaration recipe = set.recipe(locked, targets);
        SortedSet<String> relaxed = new TreeSet<>(recipe.relax());
        set.dependencies(locked, targets).keySet().stream()
                .map(Edge::name)
                .filter(each -> set.mayDiffer(each) && !set.isReplaced(each))
                .forEach(relaxed::add);
        here(locked.departures().relaxed(), targets)
                .forEach(each -> relaxed.add(each.name().value()));
        SortedMap<String, SortedSet<String>> removed = new TreeMap<>();
        here(locked.departures().removed(), targets)
                .forEach(each -> removed.put(each.name().value(), each.targets()));
        recipe.remove().forEach(each -> removed.put(each, targets));
        // What stands in for another may have another name.
        locked.allDependencies()
                .filter(dependency -> set.isReplaced(dependency.name().value()))
                .filter(dependency -> !Collections.disjoint(dependency.targets(), targets))
                .forEach(dependency ->
                        removed.merge(dependency.name().value(), dependency.targets(), RequirementChanges::union));
        // What is installed along with it is not a package of its own.
        locked.dependencies().stream()
                .map(dependency -> dependency.name().value())
                .filter(other -> !other.equals(name) && set.circle(name).contains(other))
                .forEach(other -> removed.put(other, targets));
        return new RequirementChanges(relaxed, removed);
    }

    private static SortedSet<String> union(SortedSet<String> one, SortedSet<String> other) {
        SortedSet<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private static Stream<LockedDependency> here(List<LockedDependency> requirements, Set<String> targets) {
        return requirements.stream().filter(each -> !Collections.disjoint(each.targets(), targets));
    }

    boolean isNone() {
        return relaxed.isEmpty() && removed.isEmpty();
    }

    /** Both as {@code mk-wheel.nix} reads them, for a block of these targets. */
    List<NixBinding> bindings(Set<String> targets) {
        List<NixBinding> bindings = new ArrayList<>();
        if (!relaxed.isEmpty()) {
            bindings.add(NixBinding.assign("relaxDeps", NixExpr.strings(relaxed)));
        }
        if (!removed.isEmpty()) {
            bindings.add(NixBinding.assign("removeDeps", removedOn(targets)));
        }
        return bindings;
    }

    /** A list of names; where it depends on the target, a function of {@code only}. */
    private NixExpr removedOn(Set<String> targets) {
        List<String> everywhere = removed.keySet().stream()
                .filter(name -> isEverywhere(name, targets))
                .toList();
        List<NixExpr> operands = new ArrayList<>();
        if (!everywhere.isEmpty()) {
            operands.add(NixExpr.strings(everywhere));
        }
        removed.forEach((name, where) -> {
            if (!isEverywhere(name, targets)) {
                SortedSet<String> here = new TreeSet<>(where);
                here.retainAll(targets);
                operands.add(
                        NixExpr.apply(NixExpr.variable("only"), NixExpr.strings(here), NixExpr.strings(List.of(name))));
            }
        });
        NixExpr names = NixExpr.joined(NixOperator.CONCAT, operands);
        return everywhere.size() == removed.size()
                ? names
                : new NixExpr.Lambda(NixParameter.pattern(true, "only"), names);
    }

    private boolean isEverywhere(String name, Set<String> targets) {
        return removed.getOrDefault(name, Collections.emptySortedSet()).containsAll(targets);
    }
}
