// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

/**
 * The name of an extra, the optional part of a project's requirements, normalised so that every spelling of it is
 * equal.
 *
 * <pre>{@code
 * ExtraName.parse("Foo._Bar").value(); // "foo-bar"
 * }</pre>
 *
 * <p>Standard: <a href="https://peps.python.org/pep-0685/">PEP 685</a>.
 *
 * @param value the normalised name: lower case, single hyphens
 */
public record ExtraName(String value) implements Comparable<ExtraName> {

    /**
     * Takes a name that is normalised already.
     *
     * @param value the normalised name: lower case, single hyphens
     * @throws PackagingParseException if it is empty, too long or not normalised
     */
    public ExtraName {
        Names.checkLength("normalised extra name", value);
        if (value.isEmpty() || !value.equals(Names.normalize(value))) {
            throw new PackagingParseException("normalised extra name", value, 0, "lower case and single hyphens");
        }
    }

    /**
     * Reads a name in any spelling.
     *
     * @param text the name as it is spelt
     * @return the normalised name
     * @throws PackagingParseException if it is not made of letters, digits, dots, hyphens and underscores, or does not
     *     begin and end with a letter or digit
     */
    public static ExtraName parse(String text) {
        return new ExtraName(Names.parse("extra name", text));
    }

    /**
     * Normalises text that is not a valid name by itself, but stands for one where a looser rule holds: in file names
     * and in requirements, which may end in an underscore.
     *
     * @param text the name as it is spelt
     * @return the normalised name
     * @throws PackagingParseException if the text is empty or too long
     */
    public static ExtraName normalize(String text) {
        return new ExtraName(Names.normalize(text));
    }

    @Override
    public int compareTo(ExtraName other) {
        return value.compareTo(other.value);
    }

    /** The normalised name. */
    @Override
    public String toString() {
        return value;
    }
}
