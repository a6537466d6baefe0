// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.zeus.wheels.core.declaring.JavaTokens.Token;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A Java file with its structure and where all of it stands.
 *
 * @param path where it is
 * @param text what is in it, to the byte
 * @param unit its structure
 * @param positions where the parts of the structure stand in the text
 * @param tokens its tokens, with the comments
 */
record JavaFile(Path path, String text, CompilationUnitTree unit, SourcePositions positions, List<Token> tokens) {
    /** A file of declarations has a few kilobytes; a generated one may have some hundred. */
    private static final int LARGEST = 4 << 20;

    /**
     * Reads files; all at once, since a compiler takes far longer to begin than to parse.
     *
     * @throws WheelsException I205 where one cannot be read or is not a text, I206 where one is not Java or there is no
     *     compiler
     */
    static List<JavaFile> read(List<Path> paths, Charset encoding) {
        JavaCompiler compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() -> new WheelsException(
                        DeclaringProblem.NO_JAVA,
                        "this Java has no compiler",
                        "run Maven on a JDK: see JAVA_HOME in mvn --version"));
        if (paths.isEmpty()) {
            return List.of();
        }
        List<Text> texts = paths.stream()
                .map(path -> new Text(path, characters(path, encoding)))
                .toList();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) compiler.getTask(null, null, said, List.of("-proc:none"), null, texts);
        try {
            List<JavaFile> files = new ArrayList<>();
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            Iterator<Text> parsed = texts.iterator();
            for (CompilationUnitTree unit : task.parse()) {
                Text text = parsed.next();
                files.add(new JavaFile(text.path, text.text, unit, positions, JavaTokens.of(text.text)));
            }
            said.getDiagnostics().stream()
                    .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                    .findFirst()
                    .ifPresent(JavaFile::refuse);
            return List.copyOf(files);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
    }

    private static void refuse(Diagnostic<? extends JavaFileObject> said) {
        throw new WheelsException(
                DeclaringProblem.NO_JAVA,
                Path.of(said.getSource().toUri()) + ":" + said.getLineNumber() + " is not valid Java: "
                        + said.getMessage(Locale.ROOT),
                "fix it so that mvn compile passes, and run this again");
    }

    private static String characters(Path path, Charset encoding) {
        try {
            return encoding.newDecoder()
                    .decode(ByteBuffer.wrap(PlainFile.read(path, LARGEST)))
                    .toString();
        } catch (IOException e) {
            throw new WheelsException(
                    DeclaringProblem.UNREADABLE,
                    "cannot read \"" + path + "\" as " + encoding + ": " + PlainFile.reason(e),
                    "make it readable, or name its encoding in project.build.sourceEncoding",
                    e);
        }
    }

    /** A text as the compiler takes it. */
    private static final class Text extends SimpleJavaFileObject {
        private final Path path;
        private final String text;

        Text(Path path, String text) {
            super(path.toUri(), Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    String packageName() {
        return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    }

    /** Whether the file imports a name by itself. */
    boolean imports(String qualified) {
        return unit.getImports().stream()
                .anyMatch(each -> !each.isStatic() && imported(each).equals(qualified));
    }

    /** What an import names, such as {@code java.util.*}. */
    static String imported(ImportTree tree) {
        return tree.getQualifiedIdentifier().toString();
    }

    int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    String text(Tree tree) {
        return text.substring(start(tree), end(tree));
    }

    /** The line of a character, counted from one. */
    int line(int at) {
        return (int) unit.getLineMap().getLineNumber(at);
    }

    /** How lines end here: as the first one does. */
    String lineEnd() {
        int line = text.indexOf('\n');
        return line > 0 && text.charAt(line - 1) == '\r' ? "\r\n" : "\n";
    }

    /** The white space that the line of a character begins with. */
    String indent(int at) {
        int line = text.lastIndexOf('\n', at - 1) + 1;
        int end = line;
        while (end < at && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(line, end);
    }
}
