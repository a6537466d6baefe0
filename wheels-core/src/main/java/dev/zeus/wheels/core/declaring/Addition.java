// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.output.SourceChange;
import dev.zeus.wheels.python.Requirement;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Types for requirements, written where and as the author of a wheel set writes them: each in a file of its own, or
 * among the others of a file.
 */
public final class Addition {
    private static final Comparator<String> ALPHABET = Comparator.comparing(name -> name.toLowerCase(Locale.ROOT));

    private final ModuleSources sources;
    private final List<String> told = new ArrayList<>();
    private final SortedMap<Path, SourceChange.Edit> edits = new TreeMap<>();

    private Addition(ModuleSources sources) {
        this.sources = sources;
    }

    /**
     * A change of the sources, and what to say of it.
     *
     * @param told remarks on names
     */
    public record Outcome(SourceChange change, List<String> told) {}

    /**
     * The change that declares requirements, each with its name as it was typed.
     *
     * @throws WheelsException I207 where one is declared already, I208 where one has an address, or a marker that no
     *     type can say
     */
    public static Outcome of(ModuleSources sources, Map<String, Requirement> asked) {
        Addition addition = new Addition(sources);
        asked.values().forEach(addition::require);
        Optional<List<DeclaredType>> together = addition.together();
        if (together.isPresent()) {
            addition.insert(together.get(), asked);
        } else {
            asked.forEach(addition::write);
        }
        return new Outcome(new SourceChange(addition.edits), List.copyOf(addition.told));
    }

    private void require(Requirement requirement) {
        for (DeclaredType type : sources.types()) {
            if (type.declares().filter(requirement.name()::equals).isPresent()) {
                throw new WheelsException(
                        DeclaringProblem.DECLARED,
                        "\"" + requirement.name() + "\" is already declared, by " + type.canonical() + " ("
                                + type.place() + ")",
                        "change its version and extras there, and run: mvn wheels:generate");
            }
        }
        requirement.url().ifPresent(url -> {
            throw new WheelsException(
                    DeclaringProblem.NOT_OF_A_TYPE,
                    "\"" + requirement + "\" has an address, which no type can be given as it is",
                    url.startsWith("https://")
                            ? "declare the address as a @Source(name = …, url = …, format = SourceFormat.FLAT) of the"
                                    + " wheel set, and the package with source = …"
                            : "only wheels of an https address are locked: build one of it and serve that, or declare a"
                                    + " @CustomPackage with its source and hash");
        });
    }

    /** The members that say on which of the set's targets a requirement is wanted. */
    private List<String> where(Requirement requirement, boolean importsPlatform) {
        if (requirement.marker().isEmpty()) {
            return List.of();
        }
        MarkedTargets targets = MarkedTargets.of(sources.set())
                .orElseThrow(() -> new WheelsException(
                        DeclaringProblem.NOT_OF_A_TYPE,
                        "\"" + requirement + "\" has a marker, and only the compiler can read on which targets it"
                                + " holds, since @WheelSet says them by constants",
                        "add it without, and say platforms = … or pythons = … in its annotation"));
        return targets.members(
                requirement, requirement.marker().get(), importsPlatform ? "Platform." : "dev.zeus.wheels.Platform.");
    }

    private static boolean importsPlatform(JavaFile file) {
        return file.imports("dev.zeus.wheels.*") || file.imports("dev.zeus.wheels.Platform");
    }

    /** The types of the place that most are in, if they share a file; the newest in a file of its own is no habit. */
    private Optional<List<DeclaredType>> together() {
        Map<String, List<DeclaredType>> places = new LinkedHashMap<>();
        int alone = 0;
        for (DeclaredType type : sources.types()) {
            if (type.hasOwnFile()) {
                alone++;
            } else {
                String scope = type.file().path()
                        + type.outer().stream()
                                .map(ClassTree::getSimpleName)
                                .toList()
                                .toString();
                places.computeIfAbsent(scope, key -> new ArrayList<>()).add(type);
            }
        }
        int single = alone;
        return places.values().stream().max(Comparator.comparingInt(List::size)).filter(types -> types.size() > single);
    }

    private void insert(List<DeclaredType> siblings, Map<String, Requirement> asked) {
        JavaFile file = siblings.get(0).file();
        Set<String> taken = new HashSet<>();
        sources.types().stream()
                .filter(type -> type.file().packageName().equals(file.packageName()))
                .forEach(type -> taken.add(type.simple().toLowerCase(Locale.ROOT)));
        file.unit().getImports().forEach(each -> taken.add(lastWord(each)));
        siblings.get(0)
                .outer()
                .forEach(outer -> taken.add(outer.getSimpleName().toString().toLowerCase(Locale.ROOT)));
        Insertion insertion = new Insertion(siblings);
        asked.entrySet().stream()
                .map(each -> NewType.of(
                        each.getValue(), each.getKey(), taken, where(each.getValue(), importsPlatform(file))))
                .sorted(Comparator.comparing(NewType::simple, ALPHABET))
                .forEach(type -> {
                    if (!taken.add(type.simple().toLowerCase(Locale.ROOT))) {
                        throw new IllegalStateException(type.simple());
                    }
                    type.told().ifPresent(told::add);
                    insertion.add(type);
                });
        edit(file.path(), Optional.of(file.text()), Optional.of(insertion.text()));
    }

    /** A file of its own, beside those that have one. */
    private void write(String written, Requirement requirement) {
        Map<Path, List<DeclaredType>> alone = new HashMap<>();
        sources.types().stream()
                .filter(DeclaredType::hasOwnFile)
                .forEach(type -> alone.computeIfAbsent(type.file().path().resolveSibling(""), key -> new ArrayList<>())
                        .add(type));
        Path home = sources.set().path().resolveSibling("");
        List<DeclaredType> models = alone.values().stream()
                .max(Comparator.<List<DeclaredType>>comparingInt(List::size)
                        .thenComparing(types ->
                                types.get(0).file().path().resolveSibling("").equals(home)))
                .orElse(List.of());
        Path directory = models.isEmpty() ? home : models.get(0).file().path().resolveSibling("");
        Set<String> taken = new HashSet<>();
        sources.main().stream()
                .filter(file -> file.path().resolveSibling("").equals(directory))
                .forEach(file -> file.unit().getTypeDecls().stream()
                        .filter(ClassTree.class::isInstance)
                        .map(ClassTree.class::cast)
                        .forEach(type ->
                                taken.add(type.getSimpleName().toString().toLowerCase(Locale.ROOT))));
        edits.keySet()
                .forEach(path -> taken.add(
                        String.valueOf(path.getFileName()).replace(".java", "").toLowerCase(Locale.ROOT)));
        Optional<DeclaredType> model = models.stream().filter(Writing::isPlain).findFirst();
        // Of the model's imports, a new file keeps only that of the annotation.
        boolean imports = model.map(DeclaredType::file).orElse(sources.set()).imports("dev.zeus.wheels.*");
        NewType type = NewType.of(requirement, written, taken, where(requirement, imports));
        Path path = directory.resolve(type.simple() + ".java");
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new WheelsException(
                    DeclaringProblem.TAKEN,
                    "\"" + path + "\" already exists, and would be overwritten",
                    "move it away, or declare \"" + requirement.name() + "\" in it by hand");
        }
        type.told().ifPresent(told::add);
        edit(
                path,
                Optional.empty(),
                Optional.of(model.map(each -> like(each, type)).orElseGet(() -> usual(type))));
    }

    /** The model's file with the new type in the model's place, and of its imports only that of the annotation. */
    private static String like(DeclaredType model, NewType type) {
        JavaFile file = model.file();
        List<TextEdit> changes = new ArrayList<>();
        for (ImportTree each : file.unit().getImports()) {
            String name = JavaFile.imported(each);
            if (!name.equals("dev.zeus.wheels.Wheel") && !name.equals("dev.zeus.wheels.*")) {
                changes.add(
                        Span.wholeLines(file, file.start(each), file.end(each)).without());
            }
        }
        int comment = Span.withComments(file, model.start());
        changes.add(new TextEdit(comment, model.end(), Writing.of(model).declare(type.arguments(), type.simple())));
        return TextEdit.apply(file.text(), changes);
    }

    private String usual(NewType type) {
        JavaFile set = sources.set();
        String end = set.lineEnd();
        String packageName = set.packageName();
        String imported = set.imports("dev.zeus.wheels.*") ? "dev.zeus.wheels.*" : "dev.zeus.wheels.Wheel";
        String arguments = type.arguments().isEmpty() ? "" : "(" + type.arguments() + ")";
        return "package " + packageName + ";" + end + end + "import " + imported + ";" + end + end + "@Wheel"
                + arguments + end + "interface " + type.simple() + " {}" + end;
    }

    private static String lastWord(ImportTree tree) {
        String name = JavaFile.imported(tree);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private void edit(Path path, Optional<String> before, Optional<String> after) {
        Charset encoding = sources.encoding();
        edits.put(
                path,
                new SourceChange.Edit(
                        before.map(text -> text.getBytes(encoding)), after.map(text -> text.getBytes(encoding))));
    }
}
