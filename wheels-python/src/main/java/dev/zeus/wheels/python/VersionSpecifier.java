package dev.zeus.wheels.python;

import java.util.List;
import java.util.Locale;

/**
 * One clause of a version specifier, such as {@code >=1.2} or {@code ==1.*}.
 *
 * @see <a href="https://packaging.python.org/specifications/version-specifiers/">Version specifiers (PEP 440)</a>
 */
public final class VersionSpecifier {

    /** The comparison that a clause asks for. */
    public enum Operator {
        ARBITRARY("==="),
        EQUAL("=="),
        NOT_EQUAL("!="),
        COMPATIBLE("~="),
        AT_MOST("<="),
        AT_LEAST(">="),
        BELOW("<"),
        ABOVE(">");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    private static final String WILDCARD = ".*";
    private static final int MAXIMUM_LENGTH = 2048;

    private final Operator operator;
    private final String text;
    private final Version version;
    private final boolean wildcard;

    private VersionSpecifier(Operator operator, String text, Version version, boolean wildcard) {
        this.operator = operator;
        this.text = text;
        this.version = version;
        this.wildcard = wildcard;
    }

    /**
     * Parses one clause.
     *
     * @throws PackagingParseException where it is none, or its operator does not take such a version
     */
    public static VersionSpecifier parse(String clause) {
        Cursor cursor = new Cursor(clause, MAXIMUM_LENGTH);
        cursor.skipWhitespace();
        Operator operator = operator(cursor);
        cursor.skipWhitespace();
        int start = cursor.position();
        String text = clause.substring(start).strip();
        if (operator == Operator.ARBITRARY) {
            return arbitrary(cursor, text);
        }
        boolean wildcard = text.endsWith(WILDCARD);
        String bare = wildcard ? text.substring(0, text.length() - WILDCARD.length()) : text;
        Version version = version(clause, start, bare);
        check(cursor, operator, version, wildcard);
        return new VersionSpecifier(operator, text, version, wildcard);
    }

    private static Operator operator(Cursor cursor) {
        for (Operator operator : Operator.values()) {
            if (cursor.take(operator.symbol())) {
                return operator;
            }
        }
        throw cursor.expected("one of ===, ==, !=, ~=, <=, >=, <, >");
    }

    private static VersionSpecifier arbitrary(Cursor cursor, String text) {
        if (text.chars().anyMatch(c -> Cursor.isWhitespace((char) c) || c == ';' || c == ')')) {
            throw cursor.expected("a text without blanks, \";\" and \")\"");
        }
        return new VersionSpecifier(Operator.ARBITRARY, text, Version.parse("0"), false);
    }

    private static Version version(String clause, int start, String bare) {
        try {
            return Version.parse(bare);
        } catch (PackagingParseException e) {
            throw new PackagingParseException(clause, start + e.position(), e.expected());
        }
    }

    private static void check(Cursor cursor, Operator operator, Version version, boolean wildcard) {
        boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        if (wildcard && !equality) {
            throw cursor.expected("a version without .*, which only == and != take");
        }
        if (wildcard && !version.toString().equals(version.base().toString())) {
            throw cursor.expected("a release alone before .*, without pre-, post-, dev or local part");
        }
        if (!equality && version.local().isPresent()) {
            throw cursor.expected("a version without local part, which only == and != take");
        }
        if (operator == Operator.COMPATIBLE && version.parts().release().size() < 2) {
            throw cursor.expected("a release of at least two numbers after ~=, such as ~=1.0");
        }
    }

    public Operator operator() {
        return operator;
    }

    /** What stands after the operator, as it was written. */
    public String versionText() {
        return text;
    }

    /** Whether {@code candidate} satisfies the clause, its being a pre-release left aside. */
    public boolean matches(Version candidate) {
        return switch (operator) {
            case ARBITRARY -> candidate.toString().equals(text.toLowerCase(Locale.ROOT));
            case EQUAL -> equal(candidate);
            case NOT_EQUAL -> !equal(candidate);
            case COMPATIBLE ->
                candidate.compareTo(version) >= 0
                        && startsWith(candidate, withoutLast(version.parts().release()));
            case AT_MOST -> candidate.publicVersion().compareTo(version) <= 0;
            case AT_LEAST -> candidate.compareTo(version) >= 0;
            case BELOW -> below(candidate);
            case ABOVE -> above(candidate);
        };
    }

    /** Whether the clause names a pre-release, and so asks for them. */
    public boolean namesPrerelease() {
        if (operator == Operator.ARBITRARY) {
            return isPrereleaseText(text);
        }
        return operator != Operator.NOT_EQUAL && !wildcard && version.isPrerelease();
    }

    private boolean equal(Version candidate) {
        if (wildcard) {
            return startsWith(candidate, version.parts().release());
        }
        return (version.local().isPresent() ? candidate : candidate.publicVersion()).equals(version);
    }

    private boolean below(Version candidate) {
        // 1.0rc1 is no version below 1.0: whoever says <1.0 means what came before its pre-releases, too.
        Version bound =
                version.isPrerelease() ? version : new Version(version.parts().withDev("0"));
        return candidate.compareTo(bound) < 0;
    }

    private boolean above(Version candidate) {
        if (candidate.publicVersion().compareTo(version) <= 0) {
            return false;
        }
        boolean postOfThisVersion = !version.isPostrelease()
                && !version.isDevrelease()
                && candidate.isPostrelease()
                && candidate.base().equals(version.base())
                && candidate.parts().pre().equals(version.parts().pre());
        return !postOfThisVersion;
    }

    private boolean startsWith(Version candidate, List<String> prefix) {
        if (!candidate.parts().epoch().equals(version.parts().epoch())) {
            return false;
        }
        List<String> release = candidate.parts().release();
        for (int i = 0; i < prefix.size(); i++) {
            String number = i < release.size() ? release.get(i) : "0";
            if (!number.equals(prefix.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> withoutLast(List<String> release) {
        return release.subList(0, release.size() - 1);
    }

    private static boolean isPrereleaseText(String text) {
        try {
            return Version.parse(text).isPrerelease();
        } catch (PackagingParseException notAVersion) {
            return false;
        }
    }

    /**
     * Two spellings of one clause are equal, {@code ==1.0-rc.1} and {@code ==1.0rc1}; for {@code ===} spelling counts.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof VersionSpecifier specifier
                && operator == specifier.operator
                && canonical().equals(specifier.canonical());
    }

    @Override
    public int hashCode() {
        return 31 * operator.hashCode() + canonical().hashCode();
    }

    private String canonical() {
        return operator == Operator.ARBITRARY ? text : version + (wildcard ? WILDCARD : "");
    }

    @Override
    public String toString() {
        return operator.symbol() + text;
    }
}
