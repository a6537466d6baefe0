// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What names a type in a file, told by what the file imports: an import and a class in {@code packages} of an
 * environment can go with the type; whatever else names it keeps it.
 */
final class References extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final JavaFile file;
    private final DeclaredType type;
    private final boolean seesSimpleName;
    private final List<TextEdit> edits = new ArrayList<>();
    private final List<Tree> keeping = new ArrayList<>();

    private References(JavaFile file, DeclaredType type) {
        this.file = file;
        this.type = type;
        this.seesSimpleName = seesSimpleName(file, type);
    }

    /**
     * Those of one file.
     *
     * @param edits what takes them out
     * @param keeping the lines of those that cannot be taken out
     */
    record Found(List<TextEdit> edits, List<Integer> keeping) {}

    static Found of(JavaFile file, DeclaredType type) {
        References references = new References(file, type);
        references.scan(file.unit(), null);
        return new Found(
                references.edits,
                references.keeping.stream()
                        .map(tree -> file.line(file.start(tree)))
                        .distinct()
                        .toList());
    }

    private static boolean seesSimpleName(JavaFile file, DeclaredType type) {
        String around = type.canonical().substring(0, type.canonical().lastIndexOf('.'));
        String simple = "." + type.simple();
        boolean other = file.unit().getImports().stream()
                .map(JavaFile::imported)
                .anyMatch(name -> name.endsWith(simple) && !name.equals(type.canonical()));
        // What is nested is seen by its simple name in its own file, and where it is imported.
        boolean together = type.outer().isEmpty()
                ? file.packageName().equals(type.file().packageName())
                : file.path().equals(type.file().path());
        return !other && (together || file.imports(type.canonical()) || file.imports(around + ".*"));
    }

    @Override
    public @Nullable Void visitImport(ImportTree tree, @Nullable Void unused) {
        String name = JavaFile.imported(tree);
        if (name.equals(type.canonical()) && !tree.isStatic()) {
            edits.add(Span.wholeLines(file, file.start(tree), file.end(tree)).without());
        } else if (name.startsWith(type.canonical() + ".")) {
            keeping.add(tree);
        }
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        return file.path().equals(type.file().path()) && file.start(tree) == type.start()
                ? null
                : super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void unused) {
        if (!DeclaredType.is(file, tree, "PythonEnvironment")) {
            return super.visitAnnotation(tree, null);
        }
        for (ExpressionTree argument : tree.getArguments()) {
            if (argument instanceof AssignmentTree assignment
                    && assignment.getVariable().toString().equals("packages")) {
                packages(assignment.getExpression());
            } else {
                scan(argument, null);
            }
        }
        return null;
    }

    private void packages(ExpressionTree value) {
        if (value instanceof NewArrayTree array) {
            List<? extends ExpressionTree> all = array.getInitializers() == null ? List.of() : array.getInitializers();
            for (int i = 0; i < all.size(); i++) {
                if (isClassLiteral(all.get(i))) {
                    edits.add(withComma(all, i));
                } else {
                    scan(all.get(i), null);
                }
            }
        } else if (isClassLiteral(value)) {
            edits.add(new TextEdit(file.start(value), file.end(value), "{}"));
        } else {
            scan(value, null);
        }
    }

    /** One of a list, up to where the next begins; the last one, from where the one before it ends. */
    private TextEdit withComma(List<? extends ExpressionTree> all, int i) {
        if (i + 1 < all.size()) {
            return new TextEdit(file.start(all.get(i)), file.start(all.get(i + 1)), "");
        }
        return new TextEdit(i == 0 ? file.start(all.get(i)) : file.end(all.get(i - 1)), file.end(all.get(i)), "");
    }

    private boolean isClassLiteral(ExpressionTree tree) {
        return tree instanceof MemberSelectTree literal
                && literal.getIdentifier().contentEquals("class")
                && names(literal.getExpression());
    }

    private boolean names(Tree tree) {
        if (tree instanceof IdentifierTree identifier) {
            return seesSimpleName && identifier.getName().contentEquals(type.simple());
        }
        return tree instanceof MemberSelectTree select
                && (select.toString().equals(type.canonical())
                        || (!type.outer().isEmpty()
                                && select.toString()
                                        .endsWith(type.outer()
                                                        .get(type.outer().size() - 1)
                                                        .getSimpleName()
                                                + "." + type.simple())));
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        if (names(tree)) {
            keeping.add(tree);
        }
        return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        if (names(tree)) {
            keeping.add(tree);
            return null;
        }
        return super.visitMemberSelect(tree, null);
    }
}
