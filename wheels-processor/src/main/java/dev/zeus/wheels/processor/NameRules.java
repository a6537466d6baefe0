// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.Provider;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.nix.NixIdentifier;
import dev.zeus.wheels.nix.NixpkgsNames;
import dev.zeus.wheels.processor.hint.NameHint;
import dev.zeus.wheels.python.ImportNames;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold for the names of declarations, each by itself and beside the others. */
final class NameRules {
    /** What a Python package set of nixpkgs holds under such names is not a package. */
    private static final Set<String> SET_ATTRIBUTES = Set.of("lib", "override", "pkgs", "python", "self", "super");

    private final Findings findings;

    NameRules(Findings findings) {
        this.findings = findings;
    }

    void check(List<Named> declarations) {
        declarations.forEach(this::checkForm);
        declarations.forEach(this::checkReserved);
        checkDuplicates(declarations);
        checkLookalikes(declarations);
        checkNear(declarations);
    }

    private void checkForm(Named named) {
        WrittenDeclaration declaration = named.declaration();
        Written<String> name = declaration.name();
        String simple = declaration.type().simple();
        if (name.given()) {
            badName(name.value())
                    .ifPresent(wrong -> findings.add(
                            Mistake.BAD_NAME,
                            name.site(),
                            Quoted.text(name.value()),
                            wrong,
                            suggestion("name", name.value())));
        } else if (badName(Names.ofType(simple)).isPresent()) {
            findings.add(Mistake.UNNAMEABLE_TYPE, declaration.site(), Quoted.text(simple));
        }
        if (declaration instanceof WrittenDeclaration.Wheel wheel
                && wheel.wheelName().given()) {
            Written<String> project = wheel.wheelName();
            badName(project.value())
                    .ifPresent(wrong -> findings.add(
                            Mistake.BAD_WHEEL_NAME,
                            project.site(),
                            Quoted.text(project.value()),
                            wrong,
                            suggestion("wheelName", project.value())));
        }
    }

    private static Optional<String> badName(String text) {
        try {
            PackageName.parse(text);
            return NameHint.isFile(text) ? Optional.of("it is the name of a file") : Optional.empty();
        } catch (PackagingParseException e) {
            return Optional.of("at character " + (e.position() + 1) + ", expected " + e.expected());
        }
    }

    private static String suggestion(String member, String written) {
        return Hints.or(NameHint.ofDeclaration(member, written), "write the name as the index shows it");
    }

    private void checkReserved(Named named) {
        Site site = site(named);
        if (NixIdentifier.isKeyword(named.name())) {
            findings.add(Mistake.RESERVED_NAME, site, Quoted.text(named.name()), "it is a keyword of Nix");
        } else if (SET_ATTRIBUTES.contains(named.name())) {
            findings.add(
                    Mistake.RESERVED_NAME,
                    site,
                    Quoted.text(named.name()),
                    "every Python package set of nixpkgs has it, and it is no package");
        } else if (NixpkgsNames.BOOTSTRAP.contains(named.name()) && !fromNixpkgs(named)) {
            findings.add(Mistake.BOOTSTRAP_PACKAGE, site, Quoted.text(named.name()));
        }
    }

    private static boolean fromNixpkgs(Named named) {
        return named.declaration() instanceof WrittenDeclaration.Wheel wheel
                && wheel.provider().value() == Provider.NIXPKGS;
    }

    private void checkDuplicates(List<Named> declarations) {
        Map<String, List<Named>> names = new HashMap<>();
        Map<String, List<Named>> projects = new HashMap<>();
        for (Named named : declarations) {
            List<Named> sameName = names.computeIfAbsent(named.name(), name -> new ArrayList<>());
            List<Named> sameProject = projects.computeIfAbsent(named.project(), name -> new ArrayList<>());
            if (!sameName.isEmpty()) {
                checkDuplicate(site(named), named.name(), named, sameName);
            } else if (!sameProject.isEmpty()) {
                checkDuplicate(projectSite(named), named.project(), named, sameProject);
            }
            sameName.add(named);
            sameProject.add(named);
        }
    }

    /** A package may be declared more than once: as a wheel for other platforms, such as one from another source. */
    private void checkDuplicate(Site site, String name, Named named, List<Named> before) {
        Named first = before.get(0);
        if (!before.stream().allMatch(other -> ByPlatform.are(named, other))) {
            boolean wheels = named.declaration() instanceof WrittenDeclaration.Wheel
                    && first.declaration() instanceof WrittenDeclaration.Wheel
                    && named.name().equals(first.name())
                    && named.project().equals(first.project());
            String hint = wheels
                    ? "remove one, rename one, or give each platforms of its own, both with provider = WHEEL"
                    : "remove one, or rename one";
            duplicate(site, name, first, hint);
            if (before.size() == 1) {
                duplicate(first.project().equals(name) ? projectSite(first) : site(first), name, named, hint);
            }
            return;
        }
        for (Named other : before) {
            ByPlatform.shared(named, other)
                    .ifPresent(platform -> findings.add(
                            Mistake.DUPLICATE_ON_PLATFORM,
                            platform.site(),
                            Quoted.text(name),
                            platform.value(),
                            other.declaration().type().canonical()));
        }
    }

    private void duplicate(Site site, String name, Named other, String hint) {
        findings.add(
                Mistake.DUPLICATE_NAME,
                site,
                Quoted.text(name),
                other.declaration().type().canonical(),
                hint);
    }

    private void checkLookalikes(List<Named> declarations) {
        Map<String, Named> skeletons = new HashMap<>();
        for (Named named : declarations) {
            Named first = skeletons.putIfAbsent(Names.skeleton(named.project()), named);
            if (first != null && !first.project().equals(named.project())) {
                findings.add(
                        Mistake.LOOKALIKE_NAME,
                        projectSite(named),
                        Quoted.text(named.project()),
                        Quoted.text(first.project()),
                        first.declaration().type().canonical());
            }
        }
    }

    private void checkNear(List<Named> declarations) {
        checkKnown(declarations);
        NearNames near = new NearNames();
        Map<String, Named> byProject = new HashMap<>();
        for (Named named : declarations) {
            if (byProject.putIfAbsent(named.project(), named) == null) {
                Optional<String> found = near.near(named.project());
                near.add(named.project());
                found.map(byProject::get)
                        .filter(other -> !Names.skeleton(other.project()).equals(Names.skeleton(named.project())))
                        .ifPresent(other -> findings.add(
                                Mistake.NEAR_NAME,
                                projectSite(named),
                                Quoted.text(named.project()),
                                Quoted.text(other.project()),
                                other.declaration().type().canonical()));
            }
        }
    }

    /** For the public index only: on another one, anything may have that name. */
    private void checkKnown(List<Named> declarations) {
        // What is near to a declaration is told beside that.
        Set<String> projects = declarations.stream().map(Named::project).collect(Collectors.toSet());
        for (Named named : declarations) {
            String project = named.project();
            boolean isPublic = named.declaration() instanceof WrittenDeclaration.Wheel wheel
                    && wheel.source().value().equals(Sources.PYPI)
                    && wheel.provider().value() != Provider.NIXPKGS
                    && !(wheel.name().given() && badName(wheel.name().value()).isPresent());
            if (!isPublic || KnownProjects.isKnown(project) || SET_ATTRIBUTES.contains(project)) {
                continue;
            }
            ImportNames.project(PackageName.parse(project))
                    .map(PackageName::value)
                    .filter(meant -> !projects.contains(meant))
                    .ifPresent(meant -> module(
                            named,
                            "and the project that has it is " + Quoted.text(meant),
                            "write name = " + Quoted.text(meant)
                                    + ", or if it is meant, say @SuppressWarnings(\"wheels:V286\")"));
            if (ImportNames.isStandard(PackageName.parse(project))) {
                module(
                        named,
                        "which every Python has",
                        "remove it, or if the project of that name is meant, say @SuppressWarnings(\"wheels:V286\")");
            }
            KnownProjects.near(project)
                    .filter(other -> !projects.contains(other) && !differInSigns(other, project))
                    .ifPresent(other -> findings.add(
                            Suspicion.NEAR_KNOWN_NAME, projectSite(named), Quoted.text(project), Quoted.text(other)));
        }
    }

    /** Such a name is told as a type's, and is meant where it is written. */
    private static boolean differInSigns(String left, String right) {
        return left.replace("-", "").equals(right.replace("-", ""));
    }

    private void module(Named named, String whose, String hint) {
        findings.add(Suspicion.MODULE_NAME, projectSite(named), Quoted.text(named.project()), whose, hint);
    }

    /** Where the name comes from: the member that says it, or the annotation. */
    private static Site site(Named named) {
        Written<String> name = named.declaration().name();
        return name.given() ? name.site() : named.declaration().site();
    }

    /** Where the project's name comes from, which may be another one. */
    private static Site projectSite(Named named) {
        return named.declaration() instanceof WrittenDeclaration.Wheel wheel
                        && wheel.wheelName().given()
                ? wheel.wheelName().site()
                : site(named);
    }
}
