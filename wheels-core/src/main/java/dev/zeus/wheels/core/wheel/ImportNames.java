// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The names that can be imported once a wheel is installed, as short as they can be.
 *
 * <p>Example: {@code six.py} gives {@code six}, {@code google/protobuf/__init__.py} gives {@code google.protobuf},
 * since {@code google} is only a namespace. Files that Python could not import, such as
 * {@code 81d243bd2c585b0f4821__mypyc.so}, give nothing.
 */
public final class ImportNames {
    private static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    /** A path of this length is beyond what Windows opens, and no import is as long. */
    private static final int LONGEST = 1000;

    private ImportNames() {}

    /**
     * The names, sorted.
     *
     * @param paths the paths in the wheel
     * @param declared the {@code Import-Name} fields of its metadata (PEP 794), which win where there are public ones;
     *     what is not a name of a module is left out
     */
    public static List<String> of(List<String> paths, List<String> declared) {
        SortedSet<String> names = new TreeSet<>();
        for (String field : declared) {
            int semicolon = field.indexOf(';');
            String name = (semicolon < 0 ? field : field.substring(0, semicolon)).strip();
            if (semicolon < 0 && isModule(name)) {
                names.add(name);
            }
        }
        if (names.isEmpty()) {
            Directory root = new Directory();
            for (String path : paths) {
                installed(path).ifPresent(inside -> root.add(inside, 0));
            }
            root.collect("", names);
        }
        return List.copyOf(names);
    }

    /** Where below {@code site-packages} a path of the archive ends up, if it does. */
    private static Optional<String> installed(String path) {
        int slash = path.indexOf('/');
        String top = slash < 0 ? "" : path.substring(0, slash);
        if (top.endsWith(".dist-info")) {
            return Optional.empty();
        }
        if (!top.endsWith(".data")) {
            return Optional.of(path);
        }
        String inside = path.substring(slash + 1);
        return inside.startsWith("purelib/") || inside.startsWith("platlib/")
                ? Optional.of(inside.substring("purelib/".length()))
                : Optional.empty();
    }

    /** The module that a file is; empty if Python imports nothing from it. */
    private static Optional<String> module(String file) {
        String stem = file.endsWith(".py")
                ? file.substring(0, file.length() - 3)
                : NativeModule.parse(file).map(NativeModule::stem).orElse("");
        boolean importable = isIdentifier(stem) && !stem.endsWith("__mypyc") && !stem.equals("__main__");
        return importable ? Optional.of(stem) : Optional.empty();
    }

    /** Whether a text is the name of a module, such as {@code acme.demo}. */
    public static boolean isModule(String text) {
        return text.length() <= LONGEST && Stream.of(text.split("\\.", -1)).allMatch(ImportNames::isIdentifier);
    }

    private static boolean isIdentifier(String text) {
        if (text.isEmpty() || !(text.charAt(0) == '_' || Character.isUnicodeIdentifierStart(text.codePointAt(0)))) {
            return false;
        }
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c != '_' && (!Character.isUnicodeIdentifierPart(c) || Character.isIdentifierIgnorable(c))) {
                return false;
            }
            i += Character.charCount(c);
        }
        return !KEYWORDS.contains(text);
    }

    private static final class Directory {
        private final SortedMap<String, Directory> directories = new TreeMap<>();
        private final SortedSet<String> modules = new TreeSet<>();
        private final SortedSet<String> nativeModules = new TreeSet<>();

        /** Adds the module of a path, of which this directory is what stands before a place. */
        void add(String path, int from) {
            int slash = path.indexOf('/', from);
            if (slash < 0) {
                String file = path.substring(from);
                SortedSet<String> ofKind = file.endsWith(".py") ? modules : nativeModules;
                module(file).ifPresent(ofKind::add);
                return;
            }
            String name = path.substring(from, slash);
            if (isIdentifier(name)) {
                directories.computeIfAbsent(name, key -> new Directory()).add(path, slash + 1);
            }
        }

        boolean isPackage() {
            return modules.contains("__init__") || nativeModules.contains("__init__");
        }

        /** Adds the shortest importable names at and below this directory; true if there was one. */
        boolean collect(String prefix, SortedSet<String> names) {
            List<String> found = new ArrayList<>();
            boolean deeper = false;
            for (String name : directories.keySet()) {
                Directory directory = directories.get(name);
                if (directory != null && directory.isPackage()) {
                    found.add(prefix + name);
                } else if (directory != null) {
                    deeper |= directory.collect(prefix + name + ".", names);
                }
            }
            boolean scattered = found.isEmpty() && !deeper;
            if (prefix.isEmpty() || scattered) {
                nativeModules.forEach(module -> found.add(prefix + module));
            }
            if (prefix.isEmpty()) {
                modules.stream().filter(module -> !module.equals("__init__")).forEach(found::add);
            } else if (scattered && !modules.isEmpty()) {
                // A namespace of loose modules is imported as such: each of them may need what is only optional.
                found.add(prefix.substring(0, prefix.length() - 1));
            }
            names.addAll(found);
            return deeper || !found.isEmpty();
        }
    }
}
