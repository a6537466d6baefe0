// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.project.Located;
import dev.zeus.wheels.core.project.OwnProblem;
import dev.zeus.wheels.core.project.ToolSource;
import dev.zeus.wheels.core.text.JavaText;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What own source requires, held against the wheel set on each target of an environment. */
final class OwnRequirements {
    private final PartContext context;
    private final Map<PackageName, String> siblings;
    private final List<ToolSource> toolSources;

    /**
     * Requirements in an environment.
     *
     * @param siblings own projects of it, which need not be locked, by name
     */
    OwnRequirements(PartContext context, Map<PackageName, String> siblings) {
        this(context, siblings, List.of());
    }

    /**
     * Requirements of a project.
     *
     * @param toolSources where its tool takes some of them from
     */
    OwnRequirements(PartContext context, Map<PackageName, String> siblings, List<ToolSource> toolSources) {
        this.context = context;
        this.siblings = siblings;
        this.toolSources = toolSources;
    }

    /**
     * What is required, by system; siblings are left out.
     *
     * @throws WheelsException N322 where the set does not have it, N323 where it has another version
     */
    SortedMap<String, SortedSet<Edge>> edges(Collection<Located<Requirement>> requirements) {
        SortedMap<String, SortedSet<Edge>> edges = new TreeMap<>();
        for (Target target : context.targets()) {
            SortedSet<Edge> here = edges.computeIfAbsent(target.system(), system -> new TreeSet<>());
            for (Located<Requirement> located : requirements) {
                Requirement requirement = located.value();
                String name = requirement.name().value();
                if (holds(located, target) && !siblings.containsKey(requirement.name())) {
                    check(located, target);
                    here.add(new Edge(name, ""));
                    requirement.extras().forEach(extra -> here.add(new Edge(name, extra.value())));
                }
            }
        }
        return edges;
    }

    /** The own projects among what is required anywhere. */
    SortedSet<String> siblings(Collection<Located<Requirement>> requirements) {
        SortedSet<String> required = new TreeSet<>();
        requirements.stream()
                .flatMap(located ->
                        Optional.ofNullable(siblings.get(located.value().name())).stream())
                .forEach(required::add);
        return required;
    }

    /** @throws WheelsException N325 if the source does not run on a Python of the environment */
    void checkPython(Located<VersionSpecifiers> requiresPython) {
        for (Target target : context.targets()) {
            if (!requiresPython.value().contains(target.firstRelease())) {
                throw new WheelsException(
                        OwnProblem.OTHER_PYTHON,
                        requiresPython.place() + ": it runs on Python " + requiresPython.value()
                                + ", and the environment \""
                                + context.environment().name() + "\" has Python "
                                + context.environment().python(),
                        "give the environment another Python with python = \"…\", or correct requires-python");
            }
        }
    }

    private static boolean holds(Located<Requirement> located, Target target) {
        try {
            return located.value()
                    .marker()
                    .map(marker -> marker.evaluate(target.environment(), Set.of()))
                    .orElse(true);
        } catch (MarkerEvaluationException e) {
            throw new WheelsException(
                    OwnProblem.MALFORMED,
                    located.place() + ": the marker of \"" + located.value() + "\" has no answer: " + e.getMessage(),
                    "correct it");
        }
    }

    private void check(Located<Requirement> located, Target target) {
        Requirement requirement = located.value();
        String name = requirement.name().value();
        if (context.set().isFromElsewhere(name)) {
            return;
        }
        List<LockedPackage> locked = context.set().versions(name).stream()
                .filter(each -> each.targets().contains(target.id()))
                .toList();
        if (locked.isEmpty()) {
            throw new WheelsException(
                    OwnProblem.NOT_LOCKED,
                    located.place() + ": \"" + requirement + "\" is not locked for " + target.id(),
                    toolSources.stream()
                            .filter(source -> source.name().equals(requirement.name()))
                            .findFirst()
                            .map(ToolSources::hint)
                            .orElse("declare it: @Wheel interface " + JavaText.typeName(name)
                                    + " {}, then run mvn wheels:generate"));
        }
        LockedPackage found = locked.get(0);
        if (requirement.url().isPresent()) {
            throw new WheelsException(
                    OwnProblem.OTHER_VERSION,
                    located.place() + ": it requires \"" + name + "\" from an address of its own, and "
                            + found.version() + " of \"" + found.source() + "\" is locked",
                    "require a version of it; where it comes from, its declaration says");
        }
        if (!requirement.specifiers().contains(found.version())) {
            throw new WheelsException(
                    OwnProblem.OTHER_VERSION,
                    located.place() + ": it requires \"" + requirement + "\", and " + found.version()
                            + " is locked for " + target.id(),
                    "declare a version that both allow, or correct the requirement");
        }
        for (ExtraName extra : requirement.extras()) {
            if (!found.optionalDependencies().containsKey(extra)) {
                throw new WheelsException(
                        OwnProblem.NOT_LOCKED,
                        located.place() + ": \"" + requirement + "\" asks for the extra \"" + extra + "\", which \""
                                + name + "\" is not locked with",
                        "declare it: @Wheel(extras = \"" + extra + "\") interface " + JavaText.typeName(name)
                                + " {}, then run mvn wheels:generate");
            }
        }
    }
}
