// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.classes;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.text.Counted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds a registry against the classes that it was made of: a build that compiled only a part of a module, or did not
 * call the annotation processor, may have left one behind that is not what is declared.
 */
public final class WholeRegistry {
    /** Sources have a few kilobytes; a larger file is asked for by its date, not read. */
    private static final long LARGEST = 16 << 20;

    private static final int MOST_SHOWN = 10;

    private static final String AGAIN = "compile the module again with: mvn clean process-classes";

    private final WheelSetDeclaration set;
    private final Path classes;
    private final List<Path> sources;

    private WholeRegistry(WheelSetDeclaration set, Path classes, List<Path> sources) {
        this.set = set;
        this.classes = classes;
        this.sources = sources;
    }

    /**
     * Checks a registry.
     *
     * @param set what it says
     * @param classes the directory of the module's classes
     * @param sources the directories of its sources; none where they are not known
     * @throws WheelsException D108 where it lacks an annotated class or has one that is not there, D109 where a class
     *     in a method is annotated
     */
    public static void check(WheelSetDeclaration set, Path classes, List<Path> sources) {
        new WholeRegistry(set, classes, sources).check();
    }

    private void check() {
        List<ClassFile> declarations = CompiledDeclarations.in(classes).of(set.packageName());
        Set<String> listed = Stream.of(
                        set.wheels().stream().map(wheel -> wheel.type()),
                        set.customPackages().stream().map(custom -> custom.type()),
                        set.environments().stream().map(environment -> environment.type()))
                .flatMap(types -> types)
                .collect(Collectors.toCollection(TreeSet::new));
        boolean knowsSources = declarations.stream().anyMatch(this::hasSource);
        declarations.stream()
                .filter(each -> each.local() && (!knowsSources || hasSource(each)))
                .findFirst()
                .ifPresent(WholeRegistry::refuseLocal);
        List<String> stale = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        Set<String> unfounded = new TreeSet<>(listed);
        for (ClassFile declaration : declarations) {
            boolean sourceless = knowsSources && !hasSource(declaration);
            unfounded.remove(declaration.name());
            if (listed.contains(declaration.name()) == sourceless) {
                (sourceless ? stale : lacking).add(declaration.name());
            }
        }
        if (!lacking.isEmpty() || !unfounded.isEmpty() || !stale.isEmpty()) {
            throw new WheelsException(
                    RegistryProblem.STALE_REGISTRY,
                    "the registry of \"" + set.packageName() + "\" is not what \"" + classes + "\" declares:"
                            + listed(" it lacks ", lacking)
                            + listed(" it has, without an annotated class, ", List.copyOf(unfounded))
                            + listed(" it has, though their sources are gone, ", stale),
                    AGAIN);
        }
    }

    private static void refuseLocal(ClassFile declaration) {
        throw new WheelsException(
                RegistryProblem.HIDDEN_DECLARATION,
                "the declaration \"" + declaration.name() + "\" is a class in a method, which compilers do not show to"
                        + " annotation processors, so it is not in the registry",
                "move it out of the method");
    }

    /** Whether a source still names the class; one without a source on record counts as having it. */
    private boolean hasSource(ClassFile declaration) {
        String directory = CompiledDeclarations.packageName(declaration.name()).replace('.', '/');
        Pattern name = Pattern.compile("\\b" + Pattern.quote(simpleName(declaration.name())) + "\\b");
        return declaration
                .sourceFile()
                .filter(file -> file.endsWith(".java"))
                .map(file -> sources.stream()
                        .map(root -> root.resolve(directory).resolve(file))
                        .anyMatch(source -> names(source, name)))
                .orElse(!sources.isEmpty());
    }

    private static String simpleName(String binaryName) {
        int start = Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1;
        // A class in a method has a number before its name.
        return binaryName.substring(start).replaceFirst("^[0-9]+", "");
    }

    private static boolean names(Path source, Pattern name) {
        try {
            // What no compiler would read is left to the compiler.
            return Files.isRegularFile(source)
                    && (Files.size(source) > LARGEST
                            || name.matcher(Files.readString(source, StandardCharsets.ISO_8859_1))
                                    .find());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String listed(String what, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        return "\n " + what.strip() + " "
                + Counted.first(MOST_SHOWN, names.stream().sorted().toList());
    }
}
