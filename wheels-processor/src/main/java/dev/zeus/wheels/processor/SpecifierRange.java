// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds specifiers that let no version through, and the parts that make it so.
 *
 * <p>{@code >=2.0,<1} contradicts itself, and {@code ==2.*,!=2.0,!=2.*} in its first and last part. What is found is
 * certainly a contradiction.
 */
final class SpecifierRange {
    /** No version is below it. */
    private static final Version LEAST = Version.parse("0.dev0");

    private SpecifierRange() {}

    /** Why nothing matches a valid specifier; empty where something may. */
    static Optional<String> contradiction(String specifiers) {
        List<String> parts = new ArrayList<>(Arrays.stream(specifiers.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList());
        Optional<String> nothing =
                parts.stream().flatMap(part -> nothing(part).stream()).findFirst();
        if (nothing.isPresent()) {
            return nothing;
        }
        if (parts.isEmpty() || !excludesAll(parts)) {
            return Optional.empty();
        }
        for (String part : List.copyOf(parts)) {
            List<String> rest = new ArrayList<>(parts);
            rest.remove(part);
            if (!rest.isEmpty() && excludesAll(rest)) {
                parts.remove(part);
            }
        }
        int last = parts.size() - 1;
        return Optional.of(
                last == 0
                        ? Quoted.text(parts.get(0)) + " excludes everything"
                        : Quoted.all(parts.subList(0, last)) + " and " + Quoted.text(parts.get(last))
                                + " exclude each other");
    }

    /** Why a part lets no version through, whatever stands beside it. */
    private static Optional<String> nothing(String part) {
        if (part.startsWith("===")) {
            String text = part.substring(3).strip();
            return Version.tryParse(text).isPresent()
                    ? Optional.empty()
                    : Optional.of(Quoted.text(part) + " compares texts, and " + Quoted.text(text) + " is no version");
        }
        boolean below = part.startsWith("<") && !part.startsWith("<=");
        return Version.tryParse(below ? part.substring(1).strip() : "")
                .filter(version -> version.epoch().signum() == 0
                        && version.release().stream().allMatch(number -> number.signum() == 0)
                        && !version.isPostrelease()
                        && (!version.isPrerelease() || version.compareTo(LEAST) == 0))
                .map(version ->
                        "no version is below " + Quoted.text(part.substring(1).strip()));
    }

    private static boolean excludesAll(List<String> parts) {
        return VersionSpecifiers.parse(String.join(",", parts)).excludesAll();
    }

    /** The specifiers of a text, if it is some and lets a version through. */
    static Optional<VersionSpecifiers> satisfiable(String text) {
        try {
            return Optional.of(VersionSpecifiers.parse(text)).filter(specifiers -> !specifiers.excludesAll());
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }

    /** The requirement that a text is. */
    static Optional<Requirement> requirement(String text) {
        try {
            return Optional.of(Requirement.parse(text));
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }
}
