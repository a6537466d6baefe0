// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.classes;

import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.text.Counted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
    private final Map<Path, Optional<String>> texts = new HashMap<>();

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
        Set<String> listed = listed();
        Set<String> sourced = new HashSet<>();
        for (ClassFile each : declarations) {
            if (hasSource(each)) {
                sourced.add(each.name());
            }
        }
        boolean knowsSources = !sourced.isEmpty();
        for (ClassFile each : declarations) {
            if (each.local() && (!knowsSources || sourced.contains(each.name()))) {
                throw hidden(each);
            }
        }
        List<String> stale = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        Set<String> unfounded = new TreeSet<>(listed);
        for (ClassFile declaration : declarations) {
            boolean sourceless = knowsSources && !sourced.contains(declaration.name());
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

    private Set<String> listed() {
        Set<String> listed = new TreeSet<>();
        for (WheelDeclaration wheel : set.wheels()) {
            listed.add(wheel.type());
        }
        for (CustomPackageDeclaration custom : set.customPackages()) {
            listed.add(custom.type());
        }
        for (EnvironmentDeclaration environment : set.environments()) {
            listed.add(environment.type());
        }
        return listed;
    }

    private static WheelsException hidden(ClassFile declaration) {
        return new WheelsException(
                RegistryProblem.HIDDEN_DECLARATION,
                "the declaration \"" + declaration.name() + "\" is a class in a method, which compilers do not show to"
                        + " annotation processors, so it is not in the registry",
                "move it out of the method");
    }

    /** Whether a source still names the class; one without a source on record counts as having it. */
    private boolean hasSource(ClassFile declaration) {
        Optional<String> file = declaration.sourceFile();
        if (file.isEmpty() || !file.get().endsWith(".java")) {
            return !sources.isEmpty();
        }
        String directory = CompiledDeclarations.packageName(declaration.name()).replace('.', '/');
        String name = simpleName(declaration.name());
        String inUtf8 = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        for (Path root : sources) {
            Path source = root.resolve(directory).resolve(file.get());
            Optional<String> text = text(source);
            if (text.isEmpty() || names(text.get(), inUtf8) || names(text.get(), name)) {
                return true;
            }
        }
        return false;
    }

    private static String simpleName(String binaryName) {
        int start = Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1;
        // A class in a method has a number before its name.
        while (start < binaryName.length() && binaryName.charAt(start) >= '0' && binaryName.charAt(start) <= '9') {
            start++;
        }
        return binaryName.substring(start);
    }

    /**
     * The bytes of a source as characters, since nothing here says how it is encoded; no text where there is none,
     * empty where it is not read. A source often has many declarations.
     */
    @SuppressWarnings("NullableOptional") // null is a source that has not been looked at yet
    private Optional<String> text(Path source) {
        @Nullable Optional<String> known = texts.get(source);
        if (known != null) {
            return known;
        }
        Optional<String> text = Optional.of("");
        try {
            if (Files.isRegularFile(source)) {
                // What no compiler would read is left to the compiler.
                text = Files.size(source) > LARGEST
                        ? Optional.empty()
                        : Optional.of(Files.readString(source, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        texts.put(source, text);
        return text;
    }

    /** Whether a text has a word in it. */
    private static boolean names(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if ((at == 0 || !isOfWord(text.charAt(at - 1))) && (end == text.length() || !isOfWord(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static String listed(String what, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        return "\n " + what.strip() + " "
                + Counted.first(MOST_SHOWN, names.stream().sorted().toList());
    }
}
