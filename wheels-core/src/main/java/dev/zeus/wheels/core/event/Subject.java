// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.event;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a problem is about, for programs and for the line that says who needs a package.
 *
 * <p>Example: {@code Subject.ofPackage("idna").on("cp312-x86_64-linux").at("src/main/java/com/acme/App.java", 12)}.
 *
 * @param packageName the package
 * @param target the id of the target
 * @param check the check that found it
 * @param file the file of the declaration that leads to the package, as it is shown
 * @param line the line of it
 * @param neededBy the way from that declaration to the package, such as {@code needed by: app 1.0 -> idna 3.10,
 *     declared by com.acme.App (src/main/java/com/acme/App.java:12)}
 */
public record Subject(
        Optional<String> packageName,
        Optional<String> target,
        Optional<String> check,
        Optional<String> file,
        OptionalInt line,
        Optional<String> neededBy) {
    /** Nothing is known. */
    public static final Subject UNKNOWN = new Subject(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty());

    /** A package. */
    public static Subject ofPackage(String name) {
        return new Subject(
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }

    /** The same on a target. */
    public Subject on(String id) {
        return new Subject(packageName, Optional.of(id), check, file, line, neededBy);
    }

    /** The same as a check has found it. */
    public Subject by(String title) {
        return new Subject(packageName, target, Optional.of(title), file, line, neededBy);
    }

    /** The same with the file of the declaration. */
    public Subject at(String shown) {
        return new Subject(packageName, target, check, Optional.of(shown), line, neededBy);
    }

    /** The same with file and line of the declaration. */
    public Subject at(String shown, int number) {
        return new Subject(packageName, target, check, Optional.of(shown), OptionalInt.of(number), neededBy);
    }

    /** The same with the way from the declaration. */
    public Subject neededBy(String chain) {
        return new Subject(packageName, target, check, file, line, Optional.of(chain));
    }
}
