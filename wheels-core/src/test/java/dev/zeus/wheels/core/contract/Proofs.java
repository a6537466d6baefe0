// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.contract;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/** All proofs of this module's tests: what {@link Proves} says of a test, and the rows of tables. */
final class Proofs {
    /** Proofs by tests that cannot be seen from here; {@link ProofsElsewhereTest} looks that they are there. */
    static final List<Proof> ELSEWHERE = List.of(
            new Proof(
                    "attack 24",
                    "a password in the address of a @Source",
                    "a compile error (V109) that points to settings.xml and does not repeat it",
                    "MistakesTest.isSaidOnceAtItsExactPlace"),
            new Proof(
                    "attack 27",
                    "an encrypted password without settings-security.xml",
                    "E401, and only if that server is asked for; the encrypted text is never sent",
                    "SettingsFileTest.failsWhereAPasswordIsNeededOnly"));

    private static final List<Proof> ALL = collect();

    private Proofs() {}

    static List<Proof> all() {
        return ALL;
    }

    private static List<Proof> collect() {
        Stream<Proof> here = new ClassFileImporter()
                .importPackages("dev.zeus.wheels.core").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .flatMap(Proofs::of);
        return Stream.concat(here, ELSEWHERE.stream()).sorted().toList();
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
