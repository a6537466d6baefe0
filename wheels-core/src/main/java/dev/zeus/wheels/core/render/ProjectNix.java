// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.ProjectDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.project.OwnProblem;
import dev.zeus.wheels.core.project.OwnProject;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** An own project as the values that {@code mk-projects.nix} builds it of. */
final class ProjectNix {
    private static final String PYTEST = "pytest";

    private final PartContext context;
    private final ProjectDeclaration declared;
    private final OwnProject project;
    private final OwnRequirements requirements;
    private final List<NixBinding> bindings = new ArrayList<>();

    private ProjectNix(PartContext context, ProjectDeclaration declared) {
        this.context = context;
        this.declared = declared;
        this.project = context.own().project(declared);
        this.requirements = new OwnRequirements(context, siblings(context), project.toolSources());
    }

    /**
     * The values of a project.
     *
     * @throws WheelsException N322 to N325 where the set does not have what it requires, or has it itself, N327 where
     *     its tests have no pytest
     */
    static List<NixBinding> of(ProjectDeclaration declared, PartContext context) {
        ProjectNix nix = new ProjectNix(context, declared);
        nix.check();
        nix.bind();
        return nix.bindings;
    }

    /** The own projects of the environment: the names of their attributes by the names of the projects. */
    static Map<PackageName, String> siblings(PartContext context) {
        Map<PackageName, String> siblings = new TreeMap<>();
        for (ProjectDeclaration each : context.environment().parts(ProjectDeclaration.class)) {
            OwnProject sibling = context.own().project(each);
            String before = siblings.putIfAbsent(sibling.name().value(), each.name());
            if (before != null) {
                throw taken(sibling, "another project of the environment has it: \"" + before + "\"");
            }
        }
        return siblings;
    }

    private static WheelsException taken(OwnProject project, String by) {
        return new WheelsException(
                OwnProblem.TAKEN_NAME,
                project.name().place() + ": the name \"" + project.name().value() + "\" is taken: " + by,
                "give the project another name");
    }

    private void check() {
        String name = project.name().value().value();
        ReservedNames.requireFree(name);
        if (!context.set().versions(name).isEmpty() || context.set().isFromElsewhere(name)) {
            throw taken(project, "the wheel set has a package of that name");
        }
        project.requiresPython().ifPresent(requirements::checkPython);
        if (!declared.tests().isEmpty()
                && context.set().versions(PYTEST).isEmpty()
                && !context.set().isFromElsewhere(PYTEST)) {
            throw new WheelsException(
                    OwnProblem.NO_PYTEST,
                    "the project \"" + declared.name() + "\" of the environment \""
                            + context.environment().name() + "\" has tests, and pytest is not locked",
                    "declare it: @Wheel interface Pytest {}, then run mvn wheels:generate");
        }
    }

    private void bind() {
        put("directory", NixExpr.path("../" + declared.directory()));
        project.contents().files().ifPresent(files -> put("files", NixExpr.strings(files)));
        put("imports", NixExpr.string(imports()));
        put("pname", NixExpr.string(project.name().value().value()));
        put("version", NixExpr.string(project.version().toString()));
        if (!declared.version().isEmpty()) {
            put("toldVersion", NixExpr.bool(true));
        }
        project.description()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> put("description", ForeignText.nix(text)));
        put(
                "buildSystem",
                NixExpr.strings(
                        project.buildSystem().stream().map(PackageName::value).toList()));
        bindRequirements();
        put("scripts", texts(project.entryPoints().console()));
        put("windows", texts(project.entryPoints().gui()));
        if (!project.entryPoints().groups().isEmpty()) {
            SortedMap<String, NixExpr> groups = new TreeMap<>();
            project.entryPoints().groups().forEach((group, entries) -> groups.put(group, texts(entries)));
            put("entryPoints", NixExpr.attrs(groups));
        }
        put("modules", NixExpr.strings(project.contents().modules()));
        put("editable", NixExpr.bool(declared.editable()));
        put("tests", NixExpr.string(declared.tests()));
        put("markers", NixExpr.string(declared.markers()));
        put("deselect", NixExpr.strings(declared.deselect()));
    }

    /** The directory that imports start from, from the one that has {@code generated/}. */
    private String imports() {
        if (project.contents().source().isEmpty()) {
            return declared.directory();
        }
        return project.contents().files().isPresent()
                ? project.contents().source()
                : declared.directory() + "/" + project.contents().source();
    }

    private void bindRequirements() {
        SortedMap<String, SortedSet<Edge>> edges = requirements.edges(project.requirements());
        put("dependencies", PartNix.packages(edges));
        put("extras", PartNix.extras(edges));
        put("projects", NixExpr.strings(requirements.siblings(project.requirements())));
    }

    private static NixExpr texts(SortedMap<String, String> texts) {
        SortedMap<String, NixExpr> values = new TreeMap<>();
        texts.forEach((name, value) -> values.put(name, NixExpr.string(value)));
        return NixExpr.attrs(values);
    }

    private void put(String name, NixExpr value) {
        bindings.add(NixBinding.assign(name, value));
    }
}
