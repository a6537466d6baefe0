// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

/**
 * The id of an advisory in a database of vulnerabilities, as it is written there.
 *
 * <pre>{@code
 * AdvisoryId.parse("PYSEC-2024-60").value(); // "PYSEC-2024-60"
 * }</pre>
 *
 * <p>It is made of ASCII letters and digits with single {@code -}, {@code .}, {@code _} or {@code :} between them, has
 * a hyphen, and begins with the letter of its database's prefix.
 *
 * @param value the id, at most 64 characters
 * @see <a href="https://ossf.github.io/osv-schema/#id-modified-fields">the ids of OSV</a>
 */
public record AdvisoryId(String value) implements Comparable<AdvisoryId> {
    private static final int LONGEST = 64;
    private static final String KIND = "advisory id";

    /**
     * Takes an id.
     *
     * @param value the id, at most 64 characters
     * @throws PackagingParseException if it is not of this shape
     */
    public AdvisoryId {
        if (value.isEmpty() || !Chars.isLetter(value.charAt(0))) {
            throw new PackagingParseException(KIND, value, 0, "a letter, as in PYSEC-2024-60");
        }
        if (value.length() > LONGEST) {
            throw new PackagingParseException(KIND, value, LONGEST, "at most " + LONGEST + " characters");
        }
        boolean within = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean joins = (Chars.isSeparator(c) || c == ':') && within && i < value.length() - 1;
            within = Chars.isAlphanumeric(c);
            if (!within && !joins) {
                throw new PackagingParseException(KIND, value, i, "a letter or a digit");
            }
        }
        if (value.indexOf('-') < 0) {
            throw new PackagingParseException(KIND, value, value.length(), "a hyphen, as in PYSEC-2024-60");
        }
    }

    /**
     * Reads an id.
     *
     * @param text the id, such as {@code PYSEC-2024-1}
     * @return the id
     * @throws PackagingParseException if it is not of this shape
     */
    public static AdvisoryId parse(String text) {
        return new AdvisoryId(text);
    }

    /** The order of texts, but those of the database of Python packages first. */
    @Override
    public int compareTo(AdvisoryId other) {
        int first = Boolean.compare(other.isPython(), isPython());
        return first == 0 ? value.compareTo(other.value) : first;
    }

    private boolean isPython() {
        return value.startsWith("PYSEC-");
    }

    /** The id. */
    @Override
    public String toString() {
        return value;
    }
}
