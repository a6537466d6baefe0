// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.ProjectDeclaration;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.project.OwnProblem;
import dev.zeus.wheels.core.project.OwnSources;
import dev.zeus.wheels.core.project.ToolSource;
import dev.zeus.wheels.core.text.AddressSecrets;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.python.PackageName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Requirements of own projects that their tool takes from elsewhere than the wheel set. */
public final class ToolSources {
    private static final int SHOWN = 120;

    private final LockedSet set;
    private final Lock lock;
    private final Map<String, String> addresses;

    private ToolSources(WheelSetDeclaration declaration, Lock lock) {
        this.set = new LockedSet(declaration, lock);
        this.lock = lock;
        this.addresses = declaration.sources().stream()
                .collect(Collectors.toMap(SourceDeclaration::name, SourceDeclaration::url, (one, other) -> one));
    }

    /** One warning ({@code N331}) for each requirement whose place the wheel set does not know. */
    public static List<Problem> of(WheelSetDeclaration declaration, Lock lock, OwnSources own) {
        ToolSources sources = new ToolSources(declaration, lock);
        Map<String, Problem> problems = new LinkedHashMap<>();
        for (EnvironmentDeclaration environment : declaration.environments()) {
            Map<PackageName, String> projects = new TreeMap<>();
            List<ProjectDeclaration> declared = environment.parts(ProjectDeclaration.class);
            declared.forEach(each -> projects.put(own.project(each).name().value(), each.directory()));
            for (ProjectDeclaration each : declared) {
                for (ToolSource source : own.project(each).toolSources()) {
                    sources.problem(source, Optional.ofNullable(projects.get(source.name())))
                            .ifPresent(problem -> problems.putIfAbsent(problem.message(), problem));
                }
            }
        }
        return List.copyOf(problems.values());
    }

    /** Whether it says something of a target; where its marker has no answer, it may. */
    private boolean holds(ToolSource source) {
        return source.marker()
                .map(marker -> lock.targets().stream()
                        .map(Target::environment)
                        .anyMatch(each -> marker.mayHold(each, Set.of())))
                .orElse(true);
    }

    private Optional<Problem> problem(ToolSource source, Optional<String> project) {
        String name = source.name().value();
        if (!holds(source) || isHere(source, project) || (project.isEmpty() && set.isFromElsewhere(name))) {
            return Optional.empty();
        }
        Set<String> from =
                set.versions(name).stream().map(LockedPackage::source).collect(Collectors.toSet());
        String here = project.map(directory -> "the project in \"" + directory + "\" is it here")
                .orElse("here it comes from \"" + String.join("\", \"", from) + "\"");
        return from.isEmpty() && project.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        OwnProblem.TOOL_SOURCE,
                        source.place() + ": [" + source.table() + "] takes \"" + name + "\" from " + place(source)
                                + ", and " + here,
                        hint(source)));
    }

    private boolean isHere(ToolSource source, Optional<String> project) {
        if (project.isPresent()) {
            return source.kind() == ToolSource.Kind.WORKSPACE || source.kind() == ToolSource.Kind.PATH;
        }
        List<LockedPackage> locked = set.versions(source.name().value());
        return switch (source.kind()) {
            case WORKSPACE, PATH, GIT -> false;
            case URL ->
                locked.stream()
                        .allMatch(each ->
                                each.files().anyMatch(file -> same(file.url().toString(), source.value())));
            case INDEX ->
                locked.stream()
                        .map(LockedPackage::source)
                        .allMatch(each -> each.equals(source.value())
                                || source.address()
                                        .filter(address -> same(address, addresses.getOrDefault(each, "")))
                                        .isPresent());
        };
    }

    private static boolean same(String one, String other) {
        return one.replaceFirst("#.*$", "").replaceFirst("/+$", "").equals(other.replaceFirst("/+$", ""));
    }

    private static String place(ToolSource source) {
        String value = "\"" + Printable.of(AddressSecrets.shown(source.value()), SHOWN) + "\"";
        return switch (source.kind()) {
            case WORKSPACE -> "the workspace";
            case PATH -> "the path " + value;
            case GIT -> "the repository " + value;
            case URL -> "the address " + value;
            case INDEX -> "the index " + value;
        };
    }

    /** What to write, by the kind of place. */
    static String hint(ToolSource source) {
        return switch (source.kind()) {
            case WORKSPACE, PATH ->
                "declare it as a project of the same environment, @PythonProject(\"its/directory\"), or take the line out";
            case GIT ->
                "declare it with @CustomPackage, or lock a wheel of it from a source of your own; or remove the line";
            case URL ->
                "declare a @Source of format FLAT with that address, and say source = … in its @Wheel; or take the line out";
            case INDEX -> "declare that index as a @Source, and say source = … in its @Wheel; or take the line out";
        };
    }
}
