// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What a compilation is handed, in all rounds so far: types and packages, and where their sources are. */
final class RoundTypes {
    private final ProcessingEnvironment environment;
    private final Set<String> types = new HashSet<>();
    private final Set<String> packages = new HashSet<>();
    private final Map<String, String> homes = new LinkedHashMap<>();
    private Optional<SourceTree> sources = Optional.empty();

    RoundTypes(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    void add(Iterable<? extends Element> roots) {
        Elements elements = environment.getElementUtils();
        for (Element root : roots) {
            if (root instanceof PackageElement named) {
                packages.add(named.getQualifiedName().toString());
            } else if (root instanceof TypeElement type) {
                String home = elements.getPackageOf(type).getQualifiedName().toString();
                if (type.getSimpleName().contentEquals("package-info")) {
                    packages.add(home); // Eclipse's compiler makes a type of it
                } else {
                    types.add(type.getQualifiedName().toString());
                    homes.put(type.getQualifiedName().toString(), home);
                }
            }
        }
    }

    /** Whether there is a top-level type of this name. */
    boolean contains(String name) {
        return types.contains(name);
    }

    /** Whether an element, or the type around it, was handed to the compilation. */
    boolean contains(Element element) {
        if (element instanceof PackageElement named) {
            return packages.contains(named.getQualifiedName().toString());
        }
        Element outer = element;
        while (outer.getEnclosingElement() instanceof TypeElement type) {
            outer = type;
        }
        return outer instanceof QualifiedNameable named
                && types.contains(named.getQualifiedName().toString());
    }

    /** Where the sources are; read when first asked for, since most compilations are handed all that there is. */
    SourceTree sources() {
        return sources.orElseGet(() -> {
            Elements elements = environment.getElementUtils();
            SourceTree tree = new SourceTree(new CompilerPaths(environment.getFiler()));
            SourceFiles files = new SourceFiles(environment);
            homes.forEach((name, home) -> Optional.ofNullable(elements.getTypeElement(name))
                    .flatMap(files::of)
                    .ifPresent(file -> tree.add(home, file)));
            packages.forEach(name -> Optional.ofNullable(elements.getPackageElement(name))
                    .flatMap(files::of)
                    .ifPresent(file -> tree.add(name, file)));
            sources = Optional.of(tree);
            return tree;
        });
    }
}
