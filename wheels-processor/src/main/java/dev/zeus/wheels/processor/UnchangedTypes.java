package dev.zeus.wheels.processor;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The declarations of a wheel set that a compilation is not handed, since nothing in their files has changed.
 *
 * <p>They are the other members of the set's package, which compilers list from sources and class files, and what the
 * former registry names: the members of packages below, and all of them in editors, which list no class files. A type
 * counts while it is there and annotated, and its class file belongs to this module and has a source.
 */
final class UnchangedTypes {
    private final Elements elements;
    private final EnclosingSets sets;
    private final RoundTypes round;
    private final CompilerPaths paths;
    private final Set<String> sourceless = new TreeSet<>();
    private final Map<String, Boolean> current = new HashMap<>();

    UnchangedTypes(Elements elements, EnclosingSets sets, RoundTypes round, CompilerPaths paths) {
        this.elements = elements;
        this.sets = sets;
        this.round = round;
        this.paths = paths;
    }

    /** The class files that were left out since their sources are gone. */
    Set<String> sourceless() {
        return sourceless;
    }

    /**
     * The names of a set's unchanged declarations; {@code changed} are the packages with declarations of this round.
     */
    Set<String> of(PackageElement home, Optional<FormerRegistry> former, Collection<String> changed) {
        Set<String> packages = new TreeSet<>(changed);
        packages.add(home.getQualifiedName().toString());
        Set<String> found = new TreeSet<>();
        for (String name : former.map(FormerRegistry::texts).orElse(Set.of())) {
            type(name).filter(type -> isOf(home, type)).ifPresent(type -> {
                packages.add(elements.getPackageOf(type).getQualifiedName().toString());
                addTypes(type, former, found);
            });
        }
        ModuleElement module = elements.getModuleOf(home);
        packages.stream()
                .flatMap(name -> sets.named(name, module).stream())
                .filter(each -> isOf(home, each))
                .forEach(each -> ElementFilter.typesIn(each.getEnclosedElements())
                        .forEach(type -> addTypes(type, former, found)));
        return found;
    }

    private boolean isOf(PackageElement home, Element element) {
        return sets.of(element).filter(found -> sameName(found, home)).isPresent();
    }

    private static boolean sameName(PackageElement one, PackageElement other) {
        return one.getQualifiedName().contentEquals(other.getQualifiedName());
    }

    /** A top-level type, or one in it, by its binary name. */
    private Optional<TypeElement> type(String binaryName) {
        return Optional.ofNullable(elements.getTypeElement(binaryName))
                .or(() -> Optional.ofNullable(elements.getTypeElement(binaryName.replace('$', '.'))));
    }

    private void addTypes(TypeElement type, Optional<FormerRegistry> former, Set<String> found) {
        if (round.contains(type)) {
            return;
        }
        if (DeclaringAnnotations.isOn(type) && isCurrent(outermost(type), former)) {
            found.add(type.getQualifiedName().toString());
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(inner -> addTypes(inner, former, found));
    }

    private static TypeElement outermost(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer ? outermost(outer) : type;
    }

    private boolean isCurrent(TypeElement outermost, Optional<FormerRegistry> former) {
        String name = outermost.getQualifiedName().toString();
        Boolean known = current.get(name);
        if (known == null) {
            known = isCurrent(
                    name,
                    elements.getPackageOf(outermost).getQualifiedName().toString(),
                    outermost.getSimpleName().toString(),
                    former);
            current.put(name, known);
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
