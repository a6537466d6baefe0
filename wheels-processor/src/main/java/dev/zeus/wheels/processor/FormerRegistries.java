// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;

/** The registries that earlier compilations wrote, read from their class files. */
final class FormerRegistries {
    /** The resource that lists the registries of a module. */
    static final String SERVICES = "META-INF/services/" + WheelRegistry.class.getName();

    private final ProcessingEnvironment environment;
    private final CompilerPaths paths;
    private Optional<List<FormerRegistry>> inOutput = Optional.empty();

    FormerRegistries(ProcessingEnvironment environment) {
        this.environment = environment;
        this.paths = new CompilerPaths(environment.getFiler());
    }

    CompilerPaths paths() {
        return paths;
    }

    /** Those that the output directory lists; as it is before anything is written to it. */
    List<FormerRegistry> inOutput() {
        return inOutput.orElseGet(() -> {
            List<FormerRegistry> registries = new ArrayList<>();
            for (String name : paths.outputLines(SERVICES)) {
                int dot = name.lastIndexOf('.');
                String home = dot < 0 ? "" : name.substring(0, dot);
                String simple = name.substring(dot + 1);
                read(home, simple, each -> paths.inOutput(home, each)).ifPresent(registries::add);
            }
            inOutput = Optional.of(registries);
            return registries;
        });
    }

    /** The registry that a wheel set had, whatever it was called, in the output directory or on the class path. */
    Optional<FormerRegistry> of(PackageElement home) {
        String packageName = home.getQualifiedName().toString();
        return inOutput().stream()
                .filter(registry -> registry.packageName().equals(packageName))
                .findFirst()
                .or(() -> simpleName(home)
                        .flatMap(simple -> read(packageName, simple, each -> paths.inOutput(packageName, each))
                                .or(() -> read(packageName, simple, each -> paths.onClassPath(packageName, each)))));
    }

    /** Whether a registry is still that of a wheel set: the set may be gone, or have named it anew. */
    boolean isCurrent(FormerRegistry registry) {
        PackageElement home = environment.getElementUtils().getPackageElement(registry.packageName());
        return home != null
                && simpleName(home).filter(registry.simpleName()::equals).isPresent();
    }

    private Optional<String> simpleName(PackageElement home) {
        return AnnotationReader.mirror(home, WheelSet.class)
                .map(mirror ->
                        SetRules.registryName(new AnnotationReader(environment.getElementUtils()).set(home, mirror)));
    }

    /** A large registry holds its constants in parts. */
    private static Optional<FormerRegistry> read(
            String packageName, String simpleName, Function<String, Optional<ClassFile>> files) {
        Optional<ClassFile> registry = files.apply(simpleName);
        if (registry.isEmpty()) {
            return Optional.empty();
        }
        List<ClassFile> all = new ArrayList<>();
        Optional<ClassFile> part = registry;
        for (int i = 1; part.isPresent(); i++) {
            all.add(part.get());
            part = files.apply(simpleName + "$" + RegistryConstants.part(i));
        }
        files.apply(simpleName + "$" + RegistryWriter.ENVIRONMENTS).ifPresent(all::add);
        String below = packageName.isEmpty() ? "" : packageName + ".";
        Set<String> texts = new HashSet<>();
        all.forEach(each ->
                each.texts().stream().filter(text -> isName(text, below)).forEach(texts::add));
        return Optional.of(
                new FormerRegistry(packageName, simpleName, registry.get().modified(), texts));
    }

    private static boolean isName(String text, String below) {
        return text.startsWith(below)
                && text.length() > below.length()
                && text.chars().allMatch(c -> c == '.' || Character.isJavaIdentifierPart(c));
    }
}
