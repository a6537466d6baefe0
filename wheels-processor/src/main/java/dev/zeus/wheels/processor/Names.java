// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.DeclaredName;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How names of types, packages, attributes and constants follow from each other. */
final class Names {
    /** Segments of package names that say nothing about what is declared. */
    private static final Set<String> SILENT = Set.of("python", "py", "wheels", "wheel", "spec", "packages", "deps");

    private Names() {}

    /** {@code NautilusTrader} is {@code nautilus-trader}. */
    static String ofType(String simpleName) {
        return DeclaredName.of(simpleName);
    }

    /** {@code nautilus-trader} is {@code nautilus_trader}. */
    static String alias(String name) {
        return name.replace('-', '_');
    }

    /** {@code nautilus-trader} is {@code NAUTILUS_TRADER}; a name that begins with a digit gets an underscore. */
    static String constant(String name) {
        String constant = alias(name).toUpperCase(Locale.ROOT);
        return Character.isDigit(constant.charAt(0)) ? "_" + constant : constant;
    }

    /** {@code com.acme.python} is {@code AcmeWheels}: the last segment that says something. */
    static String registry(String packageName) {
        List<String> segments = List.of(packageName.split("\\.", -1));
        String chosen = segments.get(segments.size() - 1);
        for (String segment : segments) {
            if (!SILENT.contains(segment)) {
                chosen = segment;
            }
        }
        return type(chosen.replace('_', '-')) + "Wheels";
    }

    /** {@code acme-internal} is {@code AcmeInternal}. */
    static String type(String name) {
        StringBuilder type = new StringBuilder();
        for (String word : name.split("-", -1)) {
            if (!word.isEmpty()) {
                type.appendCodePoint(Character.toUpperCase(word.codePointAt(0)))
                        .append(word.substring(Character.charCount(word.codePointAt(0))));
            }
        }
        return type.toString();
    }

    /**
     * What is left of a name when all is dropped that readers overlook: {@code l1} and {@code o0} alike, no hyphens.
     */
    static String skeleton(String name) {
        return name.replace("-", "")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('i', 'l')
                .replace("rn", "m");
    }
}
