package dev.zeus.wheels.python;

/**
 * A source distribution's file name, taken apart: {@code uuid7-0.1.0.tar.gz}.
 *
 * @param name the project's normalised name
 * @param version the version
 * @param text the whole file name
 * @see <a href="https://packaging.python.org/specifications/source-distribution-format/">Source distribution format</a>
 */
public record SdistFilename(PackageName name, Version version, String text) {
    private static final int MAXIMUM_LENGTH = 4096;

    /**
     * Parses a file name.
     *
     * @throws PackagingParseException where it is no source distribution's
     */
    public static SdistFilename parse(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new PackagingParseException(text, MAXIMUM_LENGTH, "at most " + MAXIMUM_LENGTH + " characters");
        }
        int end = stemLength(text);
        int dash = text.lastIndexOf('-', end - 1);
        if (dash <= 0) {
            throw new PackagingParseException(text, 0, "a name and a version joined by \"-\"");
        }
        try {
            PackageName name = new PackageName(PackageName.normalize(text.substring(0, dash)));
            return new SdistFilename(name, Version.parse(text.substring(dash + 1, end)), text);
        } catch (PackagingParseException e) {
            throw new PackagingParseException(text, dash + 1 + e.position(), e.expected());
        }
    }

    private static int stemLength(String text) {
        for (String extension : new String[] {".tar.gz", ".zip"}) {
            if (text.endsWith(extension)) {
                return text.length() - extension.length();
            }
        }
        throw new PackagingParseException(text, text.length(), "the extension .tar.gz or .zip");
    }

    @Override
    public String toString() {
        return text;
    }
}
