package dev.zeus.wheels.core.contract;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/** All proofs of this module's tests: what {@link Proves} says of a test, and the rows of tables. */
final class Proofs {
    private Proofs() {}

    static List<Proof> all() {
        return new ClassFileImporter()
                .importPackages("dev.zeus.wheels.core").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .flatMap(Proofs::of)
                        .sorted()
                        .toList();
    }

    private static Stream<Proof> of(JavaMethod method) {
        String test = method.getOwner().getSimpleName() + "." + method.getName();
        Stream<Proves> one = method.isAnnotatedWith(Proves.class)
                ? Stream.of(method.getAnnotationOfType(Proves.class))
                : Stream.empty();
        Stream<Proves> many = method.isAnnotatedWith(Proves.All.class)
                ? Stream.of(method.getAnnotationOfType(Proves.All.class).value())
                : Stream.empty();
        Stream<Case> rows = method.isAnnotatedWith(Proves.Rows.class) ? rows(method.reflect()) : Stream.empty();
        return Stream.concat(
                Stream.concat(one, many).map(proves -> new Proof(proves.id(), proves.given(), proves.outcome(), test)),
                rows.map(row -> Proof.of(row, test)));
    }

    private static Stream<Case> rows(Method table) {
        try {
            table.setAccessible(true);
            return ((Stream<?>) table.invoke(null)).map(Case.class::cast);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no table of cases: " + table, e);
        }
    }
}
