// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.math.BigInteger;

/**
 * The number of a build of one wheel, which decides between files that are otherwise alike.
 *
 * <pre>{@code
 * BuildTag.parse("10").compareTo(BuildTag.parse("9a")) > 0; // true: 10 builds after 9a
 * }</pre>
 *
 * <p>Standard: binary distribution format, <a href="https://peps.python.org/pep-0427/">PEP 427</a>.
 *
 * @param number the digits that it begins with
 * @param suffix the rest
 */
public record BuildTag(BigInteger number, String suffix) implements Comparable<BuildTag> {

    private static final int MAX_LENGTH = 256;

    /**
     * Reads a build tag.
     *
     * @param text the tag, such as {@code 1local}
     * @return the build tag
     * @throws PackagingParseException if it does not begin with a digit, goes over several lines, or is longer than 256
     *     characters
     */
    public static BuildTag parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new PackagingParseException("build tag", text, MAX_LENGTH, "at most " + MAX_LENGTH + " characters");
        }
        int digits = 0;
        while (digits < text.length() && Chars.isDigit(text.charAt(digits))) {
            digits++;
        }
        if (digits == 0) {
            throw new PackagingParseException("build tag", text, 0, "a digit");
        }
        int line = text.indexOf('\n', digits);
        if (line >= 0) {
            throw new PackagingParseException("build tag", text, line, "one line");
        }
        return new BuildTag(new BigInteger(text.substring(0, digits)), text.substring(digits));
    }

    @Override
    public int compareTo(BuildTag other) {
        int order = number.compareTo(other.number);
        return order == 0 ? suffix.compareTo(other.suffix) : order;
    }

    /** The number and the rest. */
    @Override
    public String toString() {
        return number + suffix;
    }
}
