// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.CustomPackage;
import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.LibraryPolicy;
import dev.zeus.wheels.PythonEnvironment;
import dev.zeus.wheels.Wheel;
import dev.zeus.wheels.WheelSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** All declarations of a compilation, each with the wheel set of the nearest package around it. */
final class DeclarationScan {
    private final Elements elements;
    private final AnnotationReader reader;
    private final Findings findings;
    private final Map<String, FoundSet> sets = new TreeMap<>();
    private final Map<String, Optional<FoundSet>> byPackage = new HashMap<>();

    private DeclarationScan(Elements elements, Findings findings) {
        this.elements = elements;
        this.reader = new AnnotationReader(elements);
        this.findings = findings;
    }

    /**
     * Reads elements by name, since those of an earlier round are stale; first what has not changed, so that of two
     * declarations that exclude each other the new one is told.
     */
    static DeclarationScan of(
            Elements elements,
            Collection<String> packages,
            Collection<String> unchanged,
            Collection<String> types,
            Findings findings) {
        DeclarationScan scan = new DeclarationScan(elements, findings);
        packages.forEach(name -> Optional.ofNullable(elements.getPackageElement(name))
                .ifPresent(
                        found -> scan.enclosingSet(found.getQualifiedName().toString(), elements.getModuleOf(found))));
        Stream.concat(unchanged.stream(), types.stream())
                .forEach(name ->
                        Optional.ofNullable(elements.getTypeElement(name)).ifPresent(scan::addDeclaration));
        return scan;
    }

    /** The names of what had values that the compiler could not make sense of. */
    Set<String> unreadable() {
        return reader.unreadable();
    }

    /** The annotations of all declarations and sets. */
    List<Site> sites() {
        return wheelSets().stream()
                .flatMap(found -> Stream.concat(Stream.of(found.set().site()), found.sites().keySet().stream()))
                .toList();
    }

    /** The wheel sets, sorted by package; an empty one stands in where declarations have none. */
    List<FoundSet> wheelSets() {
        return List.copyOf(sets.values());
    }

    private void addDeclaration(TypeElement type) {
        List<WrittenDeclaration> read = new ArrayList<>();
        AnnotationReader.mirror(type, Wheel.class).ifPresent(mirror -> read.add(reader.wheel(type, mirror)));
        AnnotationReader.mirror(type, CustomPackage.class).ifPresent(mirror -> read.add(reader.custom(type, mirror)));
        Optional<WrittenEnvironment> environment =
                AnnotationReader.mirror(type, PythonEnvironment.class).map(mirror -> reader.environment(type, mirror));
        if (read.isEmpty()) {
            environment.ifPresentOrElse(
                    found -> setOf(type, found.type(), found.site()).add(found, type),
                    () -> reader.recipe(type)
                            .ifPresent(
                                    recipe -> findings.add(Mistake.RECIPE_ALONE, recipe.site(), type.getSimpleName())));
            return;
        }
        WrittenDeclaration declaration = read.get(0);
        String simple = declaration.type().simple();
        if (read.size() > 1) {
            findings.add(Mistake.BOTH_KINDS, read.get(1).site(), simple);
        }
        environment.ifPresent(found -> findings.add(Mistake.ENVIRONMENT_IS_PACKAGE, found.site(), simple));
        setOf(type, declaration.type(), declaration.site()).add(declaration, type);
    }

    private FoundSet setOf(TypeElement type, WrittenDeclaration.TypeName name, Site site) {
        return enclosingSet(name.packageName(), elements.getModuleOf(type))
                .orElseGet(() -> orphaned(elements.getPackageOf(type), site));
    }

    private Optional<FoundSet> enclosingSet(String packageName, @Nullable ModuleElement module) {
        Optional<FoundSet> known = byPackage.get(packageName);
        if (known == null) {
            known = readSet(packageName, module);
            int dot = packageName.lastIndexOf('.');
            if (known.isEmpty() && dot > 0) {
                known = enclosingSet(packageName.substring(0, dot), module);
            }
            byPackage.put(packageName, known);
        }
        return known;
    }

    private Optional<FoundSet> readSet(String packageName, @Nullable ModuleElement module) {
        PackageElement element = module == null
                ? elements.getPackageElement(packageName)
                : elements.getPackageElement(module, packageName);
        if (element == null || (module != null && !module.equals(elements.getModuleOf(element)))) {
            return Optional.empty();
        }
        Optional<AnnotationMirror> mirror = AnnotationReader.mirror(element, WheelSet.class);
        return mirror.map(found ->
                sets.computeIfAbsent(packageName, name -> new FoundSet(reader.set(element, found), element)));
    }

    /** A stand-in for the set that is missing, reported at the first declaration of the package. */
    private FoundSet orphaned(PackageElement home, Site site) {
        String packageName = home.getQualifiedName().toString();
        return sets.computeIfAbsent(packageName, name -> {
            findings.add(Mistake.MISSING_WHEEL_SET, site, Quoted.text(name));
            WrittenSet nothing = new WrittenSet(
                    name,
                    site,
                    new WrittenList<>(List.of(), site, false, false),
                    new WrittenList<>(List.of(), site, false, false),
                    new WrittenList<>(List.of(), site, false, false),
                    DependencyPolicy.WHEELS,
                    WrittenSet.Resolution.nothing(site),
                    new WrittenList<>(List.of(), site, false, false),
                    WrittenSet.Licenses.nothing(site),
                    LibraryPolicy.COMMON,
                    new WrittenList<>(List.of(), site, false, false),
                    new WrittenList<>(List.of(), site, false, false),
                    false,
                    new Written<>("", site, false));
            return new FoundSet(nothing, home);
        });
    }
}
