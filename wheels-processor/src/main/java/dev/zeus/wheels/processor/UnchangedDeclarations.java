// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/**
 * Completes what a compilation is handed to whole wheel sets.
 *
 * <p>A set is written anew where something of it is compiled, and where a declaration has left it: its type is gone, or
 * not annotated any more.
 */
final class UnchangedDeclarations {
    private final ProcessingEnvironment environment;
    private final RoundTypes round;
    private final FormerRegistries former;
    private final Set<String> completed = new HashSet<>();
    private boolean begun;

    UnchangedDeclarations(ProcessingEnvironment environment, RoundTypes round, FormerRegistries former) {
        this.environment = environment;
        this.round = round;
        this.former = former;
    }

    /** Names of sets to write beside those of the round, and of the types that all of these have besides. */
    record Names(Set<String> packages, Set<String> types) {}

    /** A set that the round declares something in, and the packages where it does. */
    private record Changed(PackageElement home, Set<String> packages) {}

    /** What belongs to the sets that the round, as the first, has parts of. */
    Names of(Collection<String> packages, Collection<String> types) {
        Elements elements = environment.getElementUtils();
        EnclosingSets sets = new EnclosingSets(elements);
        UnchangedTypes unchanged = new UnchangedTypes(elements, sets, round, former.paths());
        Names names = new Names(new TreeSet<>(), new TreeSet<>());
        changed(elements, sets, packages, types).forEach((name, changed) -> {
            if (completed.add(name)) {
                names.types().addAll(unchanged.of(changed.home(), former.of(changed.home()), changed.packages()));
            }
        });
        if (!begun) {
            begun = true;
            former.inOutput().forEach(registry -> addLeft(registry, unchanged, names));
        }
        unchanged.sourceless().forEach(this::tell);
        return names;
    }

    private static SortedMap<String, Changed> changed(
            Elements elements, EnclosingSets sets, Collection<String> packages, Collection<String> types) {
        SortedMap<String, Changed> changed = new TreeMap<>();
        Stream<Element> all = Stream.concat(
                packages.stream().flatMap(name -> Optional.ofNullable(elements.getPackageElement(name)).stream()),
                types.stream().flatMap(name -> Optional.ofNullable(elements.getTypeElement(name)).stream()));
        all.forEach(each -> sets.of(each)
                .ifPresent(home -> changed.computeIfAbsent(
                                home.getQualifiedName().toString(), name -> new Changed(home, new TreeSet<>()))
                        .packages()
                        .add(elements.getPackageOf(each).getQualifiedName().toString())));
        return changed;
    }

    /** Adds a set that nothing of is compiled, where its registry is not what is left of it. */
    private void addLeft(FormerRegistry registry, UnchangedTypes unchanged, Names names) {
        Elements elements = environment.getElementUtils();
        PackageElement home = elements.getPackageElement(registry.packageName());
        if (home == null || completed.contains(registry.packageName()) || !former.isCurrent(registry)) {
            return;
        }
        Set<String> left = unchanged.of(home, Optional.of(registry), Set.of());
        Set<String> binary = left.stream()
                .flatMap(name -> Optional.ofNullable(elements.getTypeElement(name)).stream())
                .map(type -> elements.getBinaryName(type).toString())
                .collect(Collectors.toSet());
        if (!registry.texts().equals(binary)) {
            completed.add(registry.packageName());
            names.packages().add(registry.packageName());
            names.types().addAll(left);
        }
    }

    private void tell(String type) {
        environment.getMessager().printMessage(Diagnostic.Kind.NOTE, CompilationProblem.NO_SOURCE.said(type));
    }
}
