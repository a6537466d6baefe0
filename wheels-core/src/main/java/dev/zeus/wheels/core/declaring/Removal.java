// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import dev.zeus.wheels.core.declaring.JavaTokens.Kind;
import dev.zeus.wheels.core.declaring.JavaTokens.Token;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.output.SourceChange;
import dev.zeus.wheels.python.PackageName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes out the types that declare packages, with their imports and their places in environments. */
public final class Removal {
    private final ModuleSources sources;
    private final Set<DeclaredType> removed = new LinkedHashSet<>();
    private final Map<JavaFile, List<TextEdit>> edits = new LinkedHashMap<>();
    private final Set<JavaFile> gone = new HashSet<>();

    private Removal(ModuleSources sources) {
        this.sources = sources;
    }

    /**
     * The change that takes out all types of some packages.
     *
     * @throws WheelsException I210 where a package is not declared, I211 where something is in a type, I212 where
     *     something else names one
     */
    public static SourceChange of(ModuleSources sources, List<PackageName> names) {
        Removal removal = new Removal(sources);
        for (PackageName name : names) {
            List<DeclaredType> types = sources.types().stream()
                    .filter(type -> type.declares().filter(name::equals).isPresent())
                    .toList();
            if (types.isEmpty()) {
                throw new NotDeclaredException(
                        name,
                        sources.types().stream()
                                .flatMap(type -> type.declares().stream())
                                .map(PackageName::value)
                                .toList());
            }
            removal.removed.addAll(types);
        }
        removal.removed.forEach(removal::take);
        return removal.change();
    }

    private void take(DeclaredType type) {
        if (!type.isEmpty()) {
            throw new WheelsException(
                    DeclaringProblem.NOT_EMPTY,
                    type.canonical() + " (" + type.place() + ") declares \""
                            + type.declares().map(PackageName::value).orElse("") + "\", and has members",
                    "move them elsewhere first");
        }
        if (type.hasOwnFile()) {
            gone.add(type.file());
        } else {
            edits.computeIfAbsent(type.file(), file -> new ArrayList<>()).add(span(type));
        }
        List<JavaFile> all = new ArrayList<>(sources.main());
        all.addAll(sources.tests());
        for (JavaFile file : all) {
            if (file.text().contains(type.simple())) {
                References.Found found = References.of(file, type);
                boolean isTest = sources.tests().contains(file);
                if (!gone.contains(file) && !found.keeping().isEmpty() && !isIn(file, found.keeping())) {
                    throw used(type, file, found.keeping().get(0));
                }
                if (isTest && !found.edits().isEmpty()) {
                    throw used(type, file, 1);
                }
                if (!found.edits().isEmpty()) {
                    edits.computeIfAbsent(file, key -> new ArrayList<>()).addAll(found.edits());
                }
            }
        }
    }

    /** Whether all lines are of types that go, too. */
    private boolean isIn(JavaFile file, List<Integer> lines) {
        return lines.stream()
                .allMatch(line -> removed.stream()
                        .anyMatch(type -> type.file().equals(file)
                                && file.line(type.start()) <= line
                                && line <= file.line(type.end())));
    }

    private static WheelsException used(DeclaredType type, JavaFile file, int line) {
        return new WheelsException(
                DeclaringProblem.USED,
                type.canonical() + " is used in " + file.path() + ":" + line,
                "remove that use first; an entry in packages of a @PythonEnvironment is removed automatically");
    }

    /** The type with its comments and the empty lines that set it apart. */
    private static TextEdit span(DeclaredType type) {
        JavaFile file = type.file();
        String text = file.text();
        Span lines = Span.wholeLines(file, Span.withComments(file, type.start()), type.end());
        boolean whole = lines.start() == 0 || text.charAt(lines.start() - 1) == '\n';
        if (!whole) {
            int from = lines.start();
            while (from > 0 && text.charAt(from - 1) == ' ' && lines.end() < text.length()) {
                from--;
            }
            return new TextEdit(from, lines.end(), "");
        }
        int from = lines.start();
        while (from > 0 && isEmptyLine(text, before(text, from), from)) {
            from = before(text, from);
        }
        boolean first = from == 0 || opens(file, from);
        if (!first) {
            return new TextEdit(from, lines.end(), "");
        }
        int to = lines.end();
        while (to < text.length() && isEmptyLine(text, to, next(text, to))) {
            to = next(text, to);
        }
        return new TextEdit(lines.start(), to, "");
    }

    /** Whether what ends before a place opens the scope: a brace, or the last import. */
    private static boolean opens(JavaFile file, int at) {
        Optional<Token> last = file.tokens().stream()
                .filter(token -> token.end() <= at && !token.isComment())
                .reduce((one, other) -> other);
        if (last.isEmpty()) {
            return true;
        }
        int end = last.get().end();
        return file.text().charAt(end - 1) == '{'
                || file.unit().getImports().stream().anyMatch(each -> file.end(each) == end)
                || (file.unit().getPackage() != null && file.end(file.unit().getPackage()) == end);
    }

    private static int before(String text, int lineStart) {
        return text.lastIndexOf('\n', lineStart - 2) + 1;
    }

    private static int next(String text, int lineStart) {
        int end = text.indexOf('\n', lineStart);
        return end < 0 ? text.length() : end + 1;
    }

    private static boolean isEmptyLine(String text, int start, int end) {
        return start < end && text.substring(start, end).isBlank() && text.charAt(end - 1) == '\n';
    }

    private SourceChange change() {
        SortedMap<Path, SourceChange.Edit> all = new TreeMap<>();
        edits.forEach((file, changes) -> {
            if (!gone.contains(file)) {
                changes.addAll(idleImports(file, changes));
                all.put(
                        file.path(),
                        new SourceChange.Edit(
                                Optional.of(file.text().getBytes(sources.encoding())),
                                Optional.of(TextEdit.apply(file.text(), changes).getBytes(sources.encoding()))));
            }
        });
        gone.forEach(file -> all.put(
                file.path(),
                new SourceChange.Edit(Optional.of(file.text().getBytes(sources.encoding())), Optional.empty())));
        return new SourceChange(all);
    }

    /** The imports of our own annotations that nothing needs any more, and that something needed before. */
    private static List<TextEdit> idleImports(JavaFile file, List<TextEdit> changes) {
        List<TextEdit> idle = new ArrayList<>();
        for (ImportTree each : file.unit().getImports()) {
            String name = JavaFile.imported(each);
            String simple = name.substring(name.lastIndexOf('.') + 1);
            if (name.startsWith("dev.zeus.wheels.") && !each.isStatic() && !simple.equals("*")) {
                List<Token> uses = uses(file, simple, each);
                if (!uses.isEmpty() && uses.stream().allMatch(use -> isIn(use, changes))) {
                    idle.add(Span.wholeLines(file, file.start(each), file.end(each))
                            .without());
                }
            }
        }
        return idle;
    }

    private static List<Token> uses(JavaFile file, String simple, Tree importing) {
        return file.tokens().stream()
                .filter(token -> token.kind() == Kind.WORD)
                .filter(token -> token.start() > file.end(importing))
                .filter(token ->
                        file.text().substring(token.start(), token.end()).equals(simple))
                .filter(token -> file.unit().getImports().stream()
                        .noneMatch(each -> file.start(each) <= token.start() && token.end() <= file.end(each)))
                .toList();
    }

    private static boolean isIn(Token token, List<TextEdit> changes) {
        return changes.stream().anyMatch(edit -> edit.start() <= token.start() && token.end() <= edit.end());
    }
}
