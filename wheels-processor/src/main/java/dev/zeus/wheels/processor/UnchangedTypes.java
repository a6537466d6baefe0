// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The declarations of a wheel set that a compilation is not handed, since nothing in their files has changed.
 *
 * <p>They are found by their class files: those in the directories of the set's packages, and those of the types that
 * the former registry names, which are all of them. A type counts while its class file belongs to this module and has a
 * source, and it is annotated. Members of packages are not asked for by {@code getEnclosedElements}: where javac has a
 * source path, that reads a file without a type of its name once more, and finds duplicate classes.
 */
final class UnchangedTypes {
    private final Elements elements;
    private final EnclosingSets sets;
    private final RoundTypes round;
    private final CompilerPaths paths;
    private final Set<String> sourceless = new TreeSet<>();
    private final Map<TopLevel, Boolean> current = new HashMap<>();

    UnchangedTypes(Elements elements, EnclosingSets sets, RoundTypes round, CompilerPaths paths) {
        this.elements = elements;
        this.sets = sets;
        this.round = round;
        this.paths = paths;
    }

    /** A type in no other, by its name and that of its package. */
    private record TopLevel(String packageName, String simpleName) {
        String name() {
            return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
        }
    }

    /** The class files that were left out since their sources are gone. */
    Set<String> sourceless() {
        return sourceless;
    }

    /**
     * The names of a set's unchanged declarations; {@code changed} are the packages with declarations of this round.
     */
    Set<String> of(PackageElement home, Optional<FormerRegistry> former, Collection<String> changed) {
        Set<String> found = new TreeSet<>();
        candidates(home.getQualifiedName().toString(), former, changed).values().stream()
                .filter(type -> !round.contains(type.name()) && isOf(home, type) && isCurrent(type, former))
                .forEach(type -> Optional.ofNullable(elements.getTypeElement(type.name()))
                        .ifPresent(each -> add(each, found)));
        return found;
    }

    private Map<String, TopLevel> candidates(String home, Optional<FormerRegistry> former, Collection<String> changed) {
        Map<String, TopLevel> candidates = new TreeMap<>();
        Set<String> packages = new TreeSet<>(changed);
        packages.add(home);
        for (String name : former.map(FormerRegistry::texts).orElse(Set.of())) {
            topLevel(name).ifPresent(type -> {
                packages.add(type.packageName());
                candidates.put(type.name(), type);
            });
        }
        for (String each : packages) {
            paths.topLevelClasses(each, home).stream()
                    .map(simpleName -> new TopLevel(each, simpleName))
                    .forEach(type -> candidates.put(type.name(), type));
        }
        return candidates;
    }

    /** The top-level type of a binary name; empty where there is no class file of it. */
    private Optional<TopLevel> topLevel(String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        String packageName = dot < 0 ? "" : binaryName.substring(0, dot);
        String simpleName = binaryName.substring(dot + 1);
        int dollar = simpleName.indexOf('$', 1);
        return Stream.of(dollar < 0 ? simpleName : simpleName.substring(0, dollar), simpleName)
                .filter(each -> paths.isThere(packageName, each))
                .findFirst()
                .map(each -> new TopLevel(packageName, each));
    }

    private boolean isOf(PackageElement home, TopLevel type) {
        ModuleElement module = elements.getModuleOf(home);
        return sets.of(type.packageName(), module)
                .filter(found -> found.getQualifiedName().contentEquals(home.getQualifiedName()))
                .isPresent();
    }

    private static void add(TypeElement type, Set<String> found) {
        if (DeclaringAnnotations.isOn(type)) {
            found.add(type.getQualifiedName().toString());
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(inner -> add(inner, found));
    }

    private boolean isCurrent(TopLevel type, Optional<FormerRegistry> former) {
        Boolean known = current.get(type);
        if (known == null) {
            known = isCurrent(type.name(), type.packageName(), type.simpleName(), former);
            current.put(type, known);
        }
        return known;
    }

    private boolean isCurrent(String name, String packageName, String simpleName, Optional<FormerRegistry> former) {
        Optional<ClassFile> own = paths.inOutput(packageName, simpleName);
        Optional<ClassFile> classFile = own.or(() -> paths.onClassPath(packageName, simpleName));
        if (former.isPresent()
                && !former.get().declares(name)
                && classFile.stream()
                        .anyMatch(each -> each.modified() < former.get().written())) {
            // It left its file before, which says nothing of it any more.
            return false;
        }
        Optional<String> file = classFile.flatMap(ClassFile::sourceFile);
        if (file.isPresent() && round.sources().isCompiled(packageName, file.get())) {
            // That file was compiled, and has no such type any more.
            return false;
        }
        SourceTree.Presence presence = round.sources().find(packageName, file.orElse(simpleName + ".java"));
        if (own.isEmpty()) {
            return presence == SourceTree.Presence.PRESENT;
        } else if (file.isPresent() && presence == SourceTree.Presence.GONE) {
            sourceless.add(name);
            return false;
        }
        return true;
    }
}
