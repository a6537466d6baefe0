// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

/**
 * The name of a project, normalised so that every spelling of it is equal.
 *
 * <pre>{@code
 * PackageName.parse("Foo._Bar").value(); // "foo-bar"
 * }</pre>
 *
 * <p>Standard: name normalisation, <a href="https://peps.python.org/pep-0503/">PEP 503</a>.
 *
 * @param value the normalised name: lower case, single hyphens
 */
public record PackageName(String value) implements Comparable<PackageName> {

    /**
     * Takes a name that is normalised already.
     *
     * @param value the normalised name: lower case, single hyphens
     * @throws PackagingParseException if it is empty, too long or not normalised
     */
    public PackageName {
        Names.checkLength("normalised project name", value);
        if (value.isEmpty() || !value.equals(Names.normalize(value))) {
            throw new PackagingParseException("normalised project name", value, 0, "lower case and single hyphens");
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
    public static PackageName parse(String text) {
        return new PackageName(Names.parse("project name", text));
    }

    /**
     * Normalises text that is not a valid name by itself, but stands for one where a looser rule holds: in file names
     * and in requirements, which may end in an underscore.
     *
     * @param text the name as it is spelt
     * @return the normalised name
     * @throws PackagingParseException if the text is empty or too long
     */
    public static PackageName normalize(String text) {
        return new PackageName(Names.normalize(text));
    }

    @Override
    public int compareTo(PackageName other) {
        return value.compareTo(other.value);
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof PackageName that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The normalised name. */
    @Override
    public String toString() {
        return value;
    }
}
