// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import dev.zeus.wheels.python.VersionSpecifier.Operator;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** Reads specifiers and compiles each to the interval of versions that fulfil it. */
final class VersionSpecifierParser {
    private static final String KIND = "version specifier";

    private final String text;
    private int position;

    private VersionSpecifierParser(String text) {
        this.text = text;
    }

    static VersionSpecifier parse(String text) {
        if (text.length() > VersionScanner.MAX_LENGTH) {
            String expected = "at most " + VersionScanner.MAX_LENGTH + " characters";
            throw new PackagingParseException(KIND, text, VersionScanner.MAX_LENGTH, expected);
        }
        VersionSpecifierParser parser = new VersionSpecifierParser(text);
        parser.space();
        VersionSpecifier specifier = parser.specifier();
        parser.space();
        if (parser.position < text.length()) {
            String expected = specifier.operator() != Operator.ARBITRARY ? VersionScanner.END : "the end";
            throw new PackagingParseException(KIND, text, parser.position, expected);
        }
        return specifier;
    }

    /** Where the specifier that starts here ends, read as far as it goes. */
    static int end(String text, int start) {
        VersionSpecifierParser parser = new VersionSpecifierParser(text);
        parser.position = start;
        parser.specifier();
        return parser.position;
    }

    private VersionSpecifier specifier() {
        Operator operator = Operator.at(text, position)
                .orElseThrow(() ->
                        new PackagingParseException(KIND, text, position, "one of ===, ==, !=, ~=, <=, >=, <, >"));
        position += operator.symbol().length();
        space();
        int start = position;
        if (operator == Operator.ARBITRARY) {
            return arbitrary(start);
        }
        VersionScanner scanner = new VersionScanner(text, position, text.length());
        if (!scanner.base()) {
            throw new PackagingParseException(KIND, text, position, "a version");
        }
        boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        if (equality && text.startsWith(".*", scanner.position())) {
            position = scanner.position() + 2;
            scanner.suffixes();
            return wildcard(operator, text.substring(start, position), scanner.version());
        }
        scanner.suffixes();
        if (equality) {
            scanner.local();
        }
        position = scanner.position();
        return compared(operator, text.substring(start, position), scanner.version());
    }

    private VersionSpecifier arbitrary(int start) {
        while (position < text.length() && ";)".indexOf(text.charAt(position)) < 0 && !atSpace()) {
            position++;
        }
        if (position == start) {
            throw new PackagingParseException(KIND, text, position, "the text to compare with");
        }
        String named = text.substring(start, position);
        boolean pre = Version.tryParse(named).map(Version::isPrerelease).orElse(false);
        return new VersionSpecifier(Operator.ARBITRARY, named, named, pre, VersionInterval.ALL);
    }

    private VersionSpecifier wildcard(Operator operator, String written, Version prefix) {
        VersionInterval interval =
                new VersionInterval(prefix.beforePrereleases(), true, nextPrefix(prefix, prefix.release()), false);
        return new VersionSpecifier(operator, written, written, false, interval);
    }

    private VersionSpecifier compared(Operator operator, String written, Version version) {
        if (operator == Operator.COMPATIBLE && version.release().size() < 2) {
            throw new PackagingParseException(KIND, text, position, "a release of at least two numbers after ~=");
        }
        boolean pre = operator != Operator.NOT_EQUAL && version.isPrerelease();
        String canonical = operator == Operator.COMPATIBLE ? version.toString() : withoutTrailingZeros(version);
        return new VersionSpecifier(operator, written, canonical, pre, interval(operator, version));
    }

    private static VersionInterval interval(Operator operator, Version version) {
        VersionBound low = VersionBound.LOWEST;
        VersionBound high = VersionBound.HIGHEST;
        return switch (operator) {
            case AT_LEAST -> new VersionInterval(version.bound(), true, high, true);
            case AT_MOST -> new VersionInterval(low, true, version.afterLocals(), true);
            case LESS ->
                new VersionInterval(
                        low, true, version.isPrerelease() ? version.bound() : version.beforePrereleases(), false);
            case GREATER ->
                new VersionInterval(
                        version.isPostrelease() || version.isDevrelease()
                                ? version.afterLocals()
                                : version.afterPosts(),
                        false,
                        high,
                        true);
            case EQUAL, NOT_EQUAL ->
                new VersionInterval(
                        version.bound(), true, version.hasLocal() ? version.bound() : version.afterLocals(), true);
            case COMPATIBLE -> {
                List<BigInteger> release = version.release();
                yield new VersionInterval(
                        version.bound(), true, nextPrefix(version, release.subList(0, release.size() - 1)), false);
            }
            case ARBITRARY -> VersionInterval.ALL;
        };
    }

    /** The place of the first version after all that begin with the release: of 1.3.dev0 after 1.2. */
    private static VersionBound nextPrefix(Version version, List<BigInteger> release) {
        int last = release.size() - 1;
        String numbers = release.subList(0, last).stream().map(n -> n + ".").collect(Collectors.joining());
        String next = version.epoch() + "!" + numbers + release.get(last).add(BigInteger.ONE) + ".dev0";
        return Version.parse(next).bound();
    }

    private static String withoutTrailingZeros(Version version) {
        String base = version.base().toString();
        int end = base.length();
        while (base.startsWith(".0", end - 2)) {
            end -= 2;
        }
        return base.substring(0, end) + version.toString().substring(base.length());
    }

    private boolean atSpace() {
        return position < text.length() && Chars.isSpace(text.charAt(position));
    }

    private void space() {
        while (atSpace()) {
            position++;
        }
    }
}
