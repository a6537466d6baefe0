package dev.zeus.wheels.python;

/**
 * The name of an extra, such as {@code standard} in {@code fastapi[standard]}, normalised as package names are.
 *
 * @param value the normal form
 * @see <a href="https://peps.python.org/pep-0685/">PEP 685</a>
 */
public record ExtraName(String value) implements Comparable<ExtraName> {
    public ExtraName {
        if (!value.equals(PackageName.normalize(value))) {
            throw new IllegalArgumentException("not normalised: \"" + value + '"');
        }
    }

    /**
     * Parses an extra's name in any spelling.
     *
     * @throws PackagingParseException where the text is no name
     */
    public static ExtraName parse(String text) {
        return new ExtraName(PackageName.parse(text).value());
    }

    @Override
    public int compareTo(ExtraName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
