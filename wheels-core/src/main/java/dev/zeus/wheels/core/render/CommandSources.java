// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.ProjectDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.project.OwnProject;
import dev.zeus.wheels.core.project.OwnSources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an environment with applications can have commands from on one of its targets.
 *
 * @param environment the environment
 * @param target the target
 * @param own the commands of own projects
 * @param wheels the packages that are installed as wheels
 * @param others the packages whose commands only a build tells: those of nixpkgs, and those built from source
 */
public record CommandSources(
        EnvironmentDeclaration environment,
        Target target,
        SortedSet<String> own,
        List<LockedPackage> wheels,
        SortedSet<String> others) {
    /** Copies the lists. */
    public CommandSources {
        own = Collections.unmodifiableSortedSet(new TreeSet<>(own));
        wheels = List.copyOf(wheels);
        others = Collections.unmodifiableSortedSet(new TreeSet<>(others));
    }

    /** Those of all environments that have applications. */
    public static List<CommandSources> of(WheelSetDeclaration declaration, Lock lock, OwnSources own) {
        List<EnvironmentDeclaration> asked = declaration.environments().stream()
                .filter(environment ->
                        !environment.parts(ApplicationDeclaration.class).isEmpty())
                .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        LockedSet set = new LockedSet(declaration, lock);
        List<CommandSources> all = new ArrayList<>();
        for (EnvironmentDeclaration environment : asked) {
            PartContext context = new PartContext(declaration, set, own, environment);
            EnvironmentClosure.of(context).byTarget().forEach((target, names) -> all.add(of(context, target, names)));
        }
        return all;
    }

    private static CommandSources of(PartContext context, Target target, SortedSet<String> names) {
        SortedSet<String> own = new TreeSet<>();
        for (ProjectDeclaration each : context.environment().parts(ProjectDeclaration.class)) {
            OwnProject project = context.own().project(each);
            own.addAll(project.entryPoints().console().keySet());
            own.addAll(project.entryPoints().gui().keySet());
        }
        List<LockedPackage> wheels = new ArrayList<>();
        SortedSet<String> others = new TreeSet<>();
        for (String name : names) {
            List<LockedPackage> here = context.set().versions(name).stream()
                    .filter(locked -> locked.targets().contains(target.id()))
                    .toList();
            here.stream().filter(locked -> locked.sdist().isEmpty()).forEach(wheels::add);
            if (context.set().isFromElsewhere(name)
                    || here.stream().anyMatch(locked -> locked.sdist().isPresent())) {
                others.add(name);
            }
        }
        return new CommandSources(context.environment(), target, own, wheels, others);
    }
}
