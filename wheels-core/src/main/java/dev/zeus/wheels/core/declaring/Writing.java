// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import com.sun.source.tree.ClassTree;
import dev.zeus.wheels.core.declaring.JavaTokens.Kind;
import dev.zeus.wheels.core.declaring.JavaTokens.Token;
import java.util.List;

/**
 * How the author of a declaration writes one: what its annotation is called, and what stands between its parts.
 *
 * @param annotation such as {@code @Wheel} or {@code @dev.zeus.wheels.Wheel}
 * @param gap between the annotation and what follows, such as a new line
 * @param keyword up to the name, such as {@code "public interface "}
 * @param rest behind the name, such as {@code " {}"}
 */
record Writing(String annotation, String gap, String keyword, String rest) {

    /** That of a type; what it does not show is as everybody writes it. */
    static Writing of(DeclaredType model) {
        JavaFile file = model.file();
        String usual = file.lineEnd() + file.indent(model.start());
        int annotationEnd = file.end(model.annotation());
        String annotation = "@" + file.text(model.annotation().getAnnotationType());
        List<Token> code = file.tokens().stream()
                .filter(token -> token.start() >= annotationEnd && token.end() <= model.end())
                .toList();
        int name = name(file, code, model.simple());
        if (!isPlain(model)) {
            return new Writing(annotation, usual, "interface ", " {}");
        }
        int first = code.get(0).start();
        int nameStart = code.get(name).start();
        return new Writing(
                annotation,
                file.text().substring(annotationEnd, first),
                file.text().substring(first, nameStart),
                file.text().substring(code.get(name).end(), model.end()));
    }

    private static int name(JavaFile file, List<Token> code, String simple) {
        for (int i = 0; i < code.size(); i++) {
            Token token = code.get(i);
            if (token.kind() == Kind.WORD
                    && file.text().substring(token.start(), token.end()).equals(simple)) {
                return i;
            }
        }
        return 0;
    }

    /** Whether it has nothing that another one would not have: the annotation, no comments, and no members. */
    static boolean isPlain(DeclaredType type) {
        ClassTree tree = type.tree();
        JavaFile file = type.file();
        return type.isEmpty()
                && tree.getModifiers().getAnnotations().size() == 1
                && tree.getExtendsClause() == null
                && tree.getImplementsClause().isEmpty()
                && tree.getTypeParameters().isEmpty()
                && file.start(type.annotation()) == type.start()
                && type.annotation().getAnnotationType().toString().endsWith("Wheel")
                && file.tokens().stream()
                        .noneMatch(token -> token.isComment()
                                && token.start() >= file.end(type.annotation())
                                && token.end() <= type.end())
                && name(
                                file,
                                file.tokens().stream()
                                        .filter(token -> token.start() >= file.end(type.annotation())
                                                && token.end() <= type.end())
                                        .toList(),
                                type.simple())
                        > 0;
    }

    /** A declaration in this writing. */
    String declare(String arguments, String simple) {
        return annotation + (arguments.isEmpty() ? "" : "(" + arguments + ")") + gap + keyword + simple + rest;
    }
}
