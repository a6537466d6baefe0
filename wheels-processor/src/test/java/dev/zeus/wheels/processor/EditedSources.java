// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.testkit.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sources of one wheel set, edited at random: files with one type, with several, and with nested ones. */
final class EditedSources {
    private static final List<String> PACKAGES =
            List.of("com.acme.python", "com.acme.python.data", "com.acme.python.far.below");

    private static final List<String> MEMBERS = List.of(
            "@Wheel",
            "@Wheel(version = \">=%d\")",
            "@Wheel(extras = {\"one\", \"more\"}, version = \">%d\")",
            "@Wheel(platforms = UNIVERSAL, version = \"<=%d\")",
            "@Wheel @Recipe(relax = \"numpy%d\")",
            "@CustomPackage(definition = \"{ buildPythonPackage }: buildPythonPackage { pname = \\\"p%d\\\"; }\")",
            "@PythonEnvironment(shellHook = \"echo %d\")");

    private final Path root;
    private final Random random;
    private final Map<Path, SourceText> files = new TreeMap<>();
    private final Set<Path> changed = new TreeSet<>();
    private final Set<Path> deleted = new TreeSet<>();
    private int names;

    /** A type of a file: its name, and its annotations, none where it is a plain one. */
    private record Type(String name, String annotations) {}

    /** A file: top-level types, or types in one, each by itself. */
    private record SourceText(String packageName, boolean nested, List<Type> types) {}

    /** So many declarations in a directory. */
    EditedSources(Path root, int declarations, Random random) throws IOException {
        this.root = root;
        this.random = random;
        write("com/acme/python/package-info.java", setText("3.12"));
        write("com/acme/python/Main.java", "package com.acme.python;\n\nfinal class Main {}\n");
        write("com/acme/python/far/package-info.java", "/** Not a set. */\npackage com.acme.python.far;\n");
        while (declarations() < declarations) {
            add();
        }
    }

    int declarations() {
        return (int) files.values().stream()
                .flatMap(file -> file.types().stream())
                .filter(type -> !type.annotations().isEmpty())
                .count();
    }

    /** The projects that are declared as wheels; an index that has 0 and 1000 of each answers every declaration. */
    Set<String> wheels() {
        return names("@Wheel");
    }

    /** What is declared, as wheels and otherwise. */
    Set<String> packages() {
        Set<String> packages = wheels();
        packages.addAll(names("@CustomPackage"));
        return packages;
    }

    private Set<String> names(String annotation) {
        return files.values().stream()
                .flatMap(file -> file.types().stream())
                .filter(type -> type.annotations().startsWith(annotation))
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All sources. */
    List<Path> all() {
        return FileTree.files(root, ".java");
    }

    /** One edit, or several; answers what they were. */
    List<String> edit() throws IOException {
        changed.clear();
        deleted.clear();
        List<String> edits = new ArrayList<>();
        for (int i = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 1; i > 0; i--) {
            edits.add(editOnce());
        }
        changed.removeIf(file -> !Files.exists(file));
        deleted.removeIf(Files::exists);
        if (changed.isEmpty()) {
            // A build hands the compiler something, or does not call it.
            write("com/acme/python/Main.java", Files.readString(root.resolve("com/acme/python/Main.java")) + "//\n");
        }
        return edits;
    }

    /** What the last edits wrote. */
    Set<Path> changed() {
        return changed;
    }

    /** What the last edits removed, below the directory of the sources. */
    List<Path> deleted() {
        return deleted.stream().map(root::relativize).toList();
    }

    private String editOnce() throws IOException {
        Path file = new ArrayList<>(files.keySet()).get(random.nextInt(files.size()));
        SourceText text = Objects.requireNonNull(files.get(file));
        switch (random.nextInt(9)) {
            case 0 -> {
                store(file, text);
                return "touch " + root.relativize(file);
            }
            case 1, 2 -> {
                List<Type> types = new ArrayList<>(text.types());
                int at = random.nextInt(types.size());
                types.set(at, new Type(types.get(at).name(), annotations()));
                store(file, new SourceText(text.packageName(), text.nested(), types));
                return "change " + root.relativize(file);
            }
            case 3 -> {
                delete(file);
                add();
                return "delete " + root.relativize(file) + " and add another";
            }
            case 4 -> {
                delete(file);
                return "delete " + root.relativize(file);
            }
            case 5 -> {
                delete(file);
                List<Type> renamed = text.types().stream()
                        .map(type -> new Type(name(), type.annotations()))
                        .toList();
                create(new SourceText(text.packageName(), text.nested(), renamed));
                return "rename " + root.relativize(file);
            }
            case 6 -> {
                delete(file);
                String elsewhere = PACKAGES.get((PACKAGES.indexOf(text.packageName()) + 1) % PACKAGES.size());
                create(new SourceText(elsewhere, text.nested(), text.types()));
                return "move " + root.relativize(file);
            }
            case 7 -> {
                List<Type> types = new ArrayList<>(text.types());
                if (types.size() > 1 && random.nextBoolean()) {
                    types.remove(1 + random.nextInt(types.size() - 1));
                } else {
                    types.add(new Type(name(), annotations()));
                }
                store(file, new SourceText(text.packageName(), text.nested(), types));
                return "add or remove a type in " + root.relativize(file);
            }
            default -> {
                if (random.nextInt(4) == 0) {
                    write("com/acme/python/package-info.java", setText(random.nextBoolean() ? "3.12" : "3.13"));
                    return "change the set";
                }
                add();
                return "add";
            }
        }
    }

    private void add() throws IOException {
        int types = random.nextInt(4) == 0 ? 2 + random.nextInt(3) : 1;
        create(new SourceText(
                PACKAGES.get(random.nextInt(PACKAGES.size())),
                random.nextInt(3) == 0,
                IntStream.range(0, types)
                        .mapToObj(i -> new Type(name(), annotations()))
                        .toList()));
    }

    private String annotations() {
        return random.nextInt(12) == 0
                ? ""
                : String.format(MEMBERS.get(random.nextInt(MEMBERS.size())), random.nextInt(1000)) + " ";
    }

    /** Far from each other, so that no name is mistaken for a misspelt one. */
    private String name() {
        StringBuilder name = new StringBuilder("P");
        for (int left = ++names; left > 0; left /= 8) {
            name.append(String.valueOf((char) ('a' + left % 8)).repeat(3));
        }
        return name.toString();
    }

    private void create(SourceText text) throws IOException {
        store(
                root.resolve(text.packageName().replace('.', '/'))
                        .resolve(text.types().get(0).name() + ".java"),
                text);
    }

    private void store(Path file, SourceText text) throws IOException {
        files.put(file, text);
        StringBuilder source = new StringBuilder("package " + text.packageName()
                + ";\n\nimport static dev.zeus.wheels.Platform.*;\n\nimport dev.zeus.wheels.*;\n\n");
        String simple = file.getFileName().toString().replace(".java", "");
        if (text.nested()) {
            source.append("final class ").append(simple).append("Holder {\n");
        }
        text.types()
                .forEach(type -> source.append(type.annotations())
                        .append("interface ")
                        .append(type.name())
                        .append(" {}\n"));
        write(root.relativize(file).toString(), source + (text.nested() ? "}\n" : ""));
    }

    private void delete(Path file) throws IOException {
        files.remove(file);
        Files.delete(file);
        deleted.add(file);
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        changed.add(file);
    }

    private static String setText(String python) {
        return "@WheelSet(pythons = \"" + python
                + "\", targets = @On(value = Platform.X86_64_LINUX, glibc = \"2.39\"))\npackage com.acme.python;\n\n"
                + "import dev.zeus.wheels.*;\n";
    }
}
