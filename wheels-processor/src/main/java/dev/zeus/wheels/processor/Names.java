package dev.zeus.wheels.processor;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How names of types, packages, attributes and constants follow from each other. */
final class Names {
    /** Segments of package names that say nothing about what is declared. */
    private static final Set<String> SILENT = Set.of("python", "py", "wheels", "wheel", "spec", "packages", "deps");

    private Names() {}

    /**
     * {@code NautilusTrader} is {@code nautilus-trader}, {@code Uuid7} is {@code uuid7}, {@code HTTPTools} is
     * {@code http-tools}.
     */
    static String ofType(String simpleName) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < simpleName.length(); i++) {
            char letter = simpleName.charAt(i);
            if (letter == '_' || letter == '$') {
                appendHyphen(name);
            } else {
                if (i > 0 && beginsWord(simpleName, i)) {
                    appendHyphen(name);
                }
                name.append(letter);
            }
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private static void appendHyphen(StringBuilder name) {
        if (!name.isEmpty() && name.charAt(name.length() - 1) != '-') {
            name.append('-');
        }
    }

    private static boolean beginsWord(String text, int i) {
        if (!Character.isUpperCase(text.charAt(i))) {
            return false;
        }
        boolean lowerNext = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
        return !Character.isUpperCase(text.charAt(i - 1)) || lowerNext;
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
