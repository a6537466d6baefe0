// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.zeus.wheels.DeclaredName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A type that declares a package.
 *
 * @param file where it stands
 * @param tree the type
 * @param annotation the annotation that declares it
 * @param outer the types that it is nested in, the outermost first
 */
record DeclaredType(JavaFile file, ClassTree tree, AnnotationTree annotation, List<ClassTree> outer) {
    private static final String API = "dev.zeus.wheels";
    private static final List<String> DECLARING = List.of("Wheel", "CustomPackage");

    /** Those of a file, in their order. */
    static List<DeclaredType> in(JavaFile file) {
        List<DeclaredType> found = new ArrayList<>();
        List<ClassTree> path = new ArrayList<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
                tree.getModifiers().getAnnotations().stream()
                        .filter(each -> DECLARING.stream().anyMatch(name -> is(file, each, name)))
                        .findFirst()
                        .ifPresent(each -> found.add(new DeclaredType(file, tree, each, List.copyOf(path))));
                path.add(tree);
                super.visitClass(tree, null);
                path.remove(path.size() - 1);
                return null;
            }
        }.scan(file.unit(), null);
        return List.copyOf(found);
    }

    /** Whether an annotation is one of ours, by what the file imports. */
    static boolean is(JavaFile file, AnnotationTree annotation, String simple) {
        String written = annotation.getAnnotationType().toString();
        String qualified = API + "." + simple;
        return written.equals(qualified)
                || (written.equals(simple)
                        && (file.imports(qualified)
                                || file.imports(API + ".*")
                                || file.packageName().equals(API)));
    }

    String simple() {
        return tree.getSimpleName().toString();
    }

    /** The name with that of the Java package, such as {@code com.acme.Wheels.Httpx}. */
    String canonical() {
        StringBuilder name = new StringBuilder(file.packageName());
        outer.forEach(each -> name.append(name.isEmpty() ? "" : ".").append(each.getSimpleName()));
        return name.append(name.isEmpty() ? "" : ".").append(simple()).toString();
    }

    /** The package that it declares; empty where its name is not a literal, or none at all. */
    Optional<PackageName> declares() {
        Optional<ExpressionTree> written = annotation.getArguments().stream()
                .filter(AssignmentTree.class::isInstance)
                .map(AssignmentTree.class::cast)
                .filter(each -> each.getVariable().toString().equals("name"))
                .map(AssignmentTree::getExpression)
                .findFirst();
        try {
            if (written.isEmpty()) {
                return Optional.of(PackageName.parse(DeclaredName.of(simple())));
            }
            return written.get() instanceof LiteralTree literal && literal.getValue() instanceof String name
                    ? Optional.of(PackageName.parse(name))
                    : Optional.empty();
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }

    /** Whether it is the only type of a file of its name. */
    boolean hasOwnFile() {
        long types = file.unit().getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .count();
        return outer.isEmpty()
                && types == 1
                && String.valueOf(file.path().getFileName()).equals(simple() + ".java");
    }

    /** Whether nothing is in it. */
    boolean isEmpty() {
        return tree.getMembers().stream().allMatch(member -> isInvented(member));
    }

    /** What the compiler adds to the structure, such as a constructor, has no place in the text. */
    private boolean isInvented(Tree member) {
        return file.end(member) < 0 || file.end(member) <= file.start(member);
    }

    int start() {
        return file.start(tree);
    }

    int end() {
        return file.end(tree);
    }

    String place() {
        return file.path() + ":" + file.line(file.start(annotation));
    }
}
