// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.List;

/**
 * The file name of a source distribution, taken apart.
 *
 * <pre>{@code
 * SdistFilename.parse("foo-bar-1.0.tar.gz").name(); // foo-bar
 * }</pre>
 *
 * <p>Standard: source distribution format, <a href="https://peps.python.org/pep-0625/">PEP 625</a>; older names with
 * hyphens and {@code .zip} are read, too.
 *
 * @param text the whole file name as written
 */
public record SdistFilename(PackageName name, Version version, String text) {
    private static final String KIND = "source distribution file name";
    private static final List<String> SUFFIXES = List.of(".tar.gz", ".zip");
    private static final int MAX_LENGTH = 1024;

    /**
     * {@return whether a file is a source distribution, as its name has it: {@code numpy-2.3.4.tar.gz}}
     *
     * @param file the file's name
     */
    public static boolean isSdist(String file) {
        return SUFFIXES.stream().anyMatch(file::endsWith);
    }

    /**
     * Reads a file name.
     *
     * @param text the file's name
     * @return the parts of the name
     * @throws PackagingParseException if it is not a source distribution's
     */
    public static SdistFilename parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new PackagingParseException(KIND, text, MAX_LENGTH, "at most " + MAX_LENGTH + " characters");
        }
        WheelFilename.checkFileName(KIND, text);
        String stem = stem(text);
        int dash = stem.lastIndexOf('-');
        if (dash <= 0) {
            throw new PackagingParseException(KIND, text, stem.length(), "a project name, a hyphen and a version");
        }
        try {
            return new SdistFilename(
                    PackageName.normalize(stem.substring(0, dash)), Version.parse(stem.substring(dash + 1)), text);
        } catch (PackagingParseException e) {
            throw new PackagingParseException(KIND, text, dash + 1, "a project name, a hyphen and a version");
        }
    }

    private static String stem(String text) {
        for (String suffix : SUFFIXES) {
            if (text.endsWith(suffix)) {
                return text.substring(0, text.length() - suffix.length());
            }
        }
        throw new PackagingParseException(KIND, text, text.length(), "the suffix .tar.gz or .zip");
    }

    /** The file name as written. */
    @Override
    public String toString() {
        return text;
    }
}
