// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One condition on a version: an operator and what it compares with.
 *
 * <pre>{@code
 * VersionSpecifier.parse("~=1.4.2").contains(Version.parse("1.4.9")); // true
 * VersionSpecifier.parse("== 1.0").toString();                        // "==1.0"
 * }</pre>
 *
 * <p>Standard: version specifiers, <a href="https://peps.python.org/pep-0440/">PEP 440</a>.
 */
public final class VersionSpecifier {
    /** The comparison that a specifier makes. */
    public enum Operator {
        /** A compatible release: {@code ~=1.4.2} takes {@code 1.4.9}, not {@code 1.5}. */
        COMPATIBLE("~="),
        /** The same text, be it a version or not. */
        ARBITRARY("==="),
        /** The same version, or one that begins with it: {@code ==1.4.*}. */
        EQUAL("=="),
        /** Another version, or one that begins otherwise: {@code !=1.4.*}. */
        NOT_EQUAL("!="),
        /** This version or an older one. */
        AT_MOST("<="),
        /** This version or a newer one. */
        AT_LEAST(">="),
        /** An older version. */
        LESS("<"),
        /** A newer version. */
        GREATER(">");

        private static final List<Operator> ALL = List.of(values());

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** {@return the operator as it is written} */
        public String symbol() {
            return symbol;
        }

        static Optional<Operator> at(String text, int position) {
            // Longer symbols come before those they begin with.
            return ALL.stream()
                    .filter(operator -> text.startsWith(operator.symbol, position))
                    .findFirst();
        }
    }

    private final Operator operator;
    private final String version;
    private final String canonical;
    private final boolean namesPrerelease;
    private final VersionInterval interval;

    VersionSpecifier(
            Operator operator, String version, String canonical, boolean namesPrerelease, VersionInterval interval) {
        this.operator = operator;
        this.version = version;
        this.canonical = canonical;
        this.namesPrerelease = namesPrerelease;
        this.interval = interval;
    }

    /**
     * Reads one specifier.
     *
     * @param text the specifier, such as {@code >=1.2}
     * @return the specifier
     * @throws PackagingParseException if there is no operator, no version, or one that the operator does not take
     */
    public static VersionSpecifier parse(String text) {
        return VersionSpecifierParser.parse(text);
    }

    /** {@return the operator} */
    public Operator operator() {
        return operator;
    }

    /** {@return what the operator compares with, as written: {@code 1.4.*} of {@code == 1.4.*}} */
    public String version() {
        return version;
    }

    /** {@return whether the version named here is itself a pre-release that this condition asks for} */
    public boolean namesPrerelease() {
        return namesPrerelease;
    }

    /**
     * {@return whether the version fulfils the condition, be it a pre-release or not}
     *
     * @param candidate the version to hold against it
     */
    public boolean contains(Version candidate) {
        return operator == Operator.ARBITRARY
                ? containsText(candidate.toString())
                : interval.contains(candidate) != (operator == Operator.NOT_EQUAL);
    }

    /** The versions that fulfil the condition, or those that do not if it excludes; all for text. */
    VersionInterval interval() {
        return interval;
    }

    /** The same for text that may be no version: only {@code ===} can match such text. */
    boolean containsText(String candidate) {
        if (operator == Operator.ARBITRARY) {
            return candidate.toLowerCase(Locale.ROOT).equals(version.toLowerCase(Locale.ROOT));
        }
        return Version.tryParse(candidate).map(this::contains).orElse(false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionSpecifier that && operator == that.operator && canonical.equals(that.canonical);
    }

    @Override
    public int hashCode() {
        return 31 * operator.hashCode() + canonical.hashCode();
    }

    /** The operator and the version as written, without space between. */
    @Override
    public String toString() {
        return operator.symbol + version;
    }
}
