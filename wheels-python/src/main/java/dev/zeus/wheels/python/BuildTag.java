package dev.zeus.wheels.python;

import java.math.BigInteger;

/**
 * The tie-breaker between wheels of one version: a number, then a text, such as {@code 1_local}.
 *
 * @param number compared first, as a number: build 10 comes after build 2
 * @param rest compared next, as text; often empty
 */
public record BuildTag(BigInteger number, String rest) implements Comparable<BuildTag> {
    /**
     * Parses a build tag.
     *
     * @throws PackagingParseException where it does not start with a digit
     */
    public static BuildTag parse(String text) {
        Cursor cursor = new Cursor(text, 256);
        String digits = cursor.digits();
        if (digits.isEmpty()) {
            throw cursor.expected("a build tag, which starts with a digit");
        }
        return new BuildTag(new BigInteger(digits), text.substring(digits.length()));
    }

    @Override
    public int compareTo(BuildTag other) {
        int order = number.compareTo(other.number);
        return order != 0 ? order : rest.compareTo(other.rest);
    }

    @Override
    public String toString() {
        return number + rest;
    }
}
