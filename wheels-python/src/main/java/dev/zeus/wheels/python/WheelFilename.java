// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Optional;
import java.util.SortedSet;

/**
 * A wheel file name, taken apart.
 *
 * <pre>{@code
 * WheelFilename file = WheelFilename.parse("Foo_Bar-1.0-2-cp312-cp312-manylinux_2_28_x86_64.whl");
 * file.name();    // foo-bar
 * file.version(); // 1.0
 * file.build();   // Optional[2]
 * }</pre>
 *
 * <p>Standard: binary distribution format, <a href="https://peps.python.org/pep-0427/">PEP 427</a>.
 *
 * @param distribution the project's name as written
 * @param name the normalised name
 * @param version the version
 * @param build the build tag, which tells builds of one version apart
 * @param tags the environments that it runs in
 * @param text the whole file name as written
 */
public record WheelFilename(
        String distribution,
        PackageName name,
        Version version,
        Optional<BuildTag> build,
        SortedSet<Tag> tags,
        String text) {
    private static final String KIND = "wheel file name";
    private static final String SUFFIX = ".whl";
    /** File systems take 255 bytes; indexes were less strict for a time. */
    private static final int MAX_LENGTH = 1024;

    /**
     * Copies the tags.
     *
     * @param distribution the project's name as written
     * @param name the normalised name
     * @param version the version
     * @param build the build tag, which tells builds of one version apart
     * @param tags the environments that it runs in
     * @param text the whole file name as written
     */
    public WheelFilename {
        tags = TagSet.of(tags);
    }

    /**
     * {@return whether a file is a wheel, as its name has it: {@code numpy-2.3.4-cp312-cp312-win32.whl}}
     *
     * @param file the file's name
     */
    public static boolean isWheel(String file) {
        return file.endsWith(SUFFIX);
    }

    /**
     * Reads a file name.
     *
     * @param text the file's name
     * @return the parts of the name
     * @throws PackagingParseException if it is not a wheel's
     */
    public static WheelFilename parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new PackagingParseException(KIND, text, MAX_LENGTH, "at most " + MAX_LENGTH + " characters");
        }
        if (!isWheel(text)) {
            throw new PackagingParseException(KIND, text, text.length(), "the suffix .whl");
        }
        checkFileName(KIND, text);
        String stem = text.substring(0, text.length() - SUFFIX.length());
        String[] parts = stem.split("-", -1);
        if (parts.length != 5 && parts.length != 6) {
            throw new PackagingParseException(KIND, text, 0, "five or six parts joined by hyphens");
        }
        String distribution = parts[0];
        checkDistribution(distribution, text);
        int tagsAt = stem.length() - lengthOfLast(parts, 3);
        return new WheelFilename(
                distribution,
                PackageName.normalize(distribution),
                version(parts[1], text, distribution.length() + 1),
                parts.length == 6 ? Optional.of(build(parts[2], text, tagsAt)) : Optional.empty(),
                TagSet.parse(stem.substring(tagsAt), text, tagsAt),
                text);
    }

    /**
     * Reads a file name as {@link #parse} does, next to one that is read already: where both are of the same project
     * and version, as most neighbours on a page are, these are taken over.
     *
     * @param text the file's name
     * @param beside a name that was read before
     * @return the parts of the name
     * @throws PackagingParseException if it is not a wheel's
     */
    public static WheelFilename parse(String text, WheelFilename beside) {
        int tagsAt = beside.text.indexOf('-', beside.distribution.length() + 1) + 1;
        int end = text.length() - SUFFIX.length();
        boolean same = text.length() <= MAX_LENGTH
                && tagsAt < end
                && isWheel(text)
                && text.startsWith(beside.text.substring(0, tagsAt))
                && isPlain(text)
                && dashes(text, tagsAt, end) == 2;
        return same
                ? new WheelFilename(
                        beside.distribution,
                        beside.name,
                        beside.version,
                        Optional.empty(),
                        TagSet.parse(text.substring(tagsAt, end), text, tagsAt),
                        text)
                : parse(text);
    }

    private static int dashes(String text, int from, int end) {
        int count = 0;
        for (int at = text.indexOf('-', from); at >= 0 && at < end; at = text.indexOf('-', at + 1)) {
            count++;
        }
        return count;
    }

    private static boolean isPlain(String text) {
        return text.indexOf('/') < 0 && text.indexOf('\\') < 0 && text.indexOf(0) < 0;
    }

    /** A file name must stay one wherever it is joined to a folder. */
    static void checkFileName(String kind, String text) {
        if (isPlain(text)) {
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '\\' || c == 0) {
                throw new PackagingParseException(kind, text, i, "a file name without folders");
            }
        }
    }

    private static void checkDistribution(String distribution, String text) {
        if (distribution.isEmpty()) {
            throw new PackagingParseException(KIND, text, 0, "a project name");
        }
        for (int i = 0; i < distribution.length(); i++) {
            char c = distribution.charAt(i);
            boolean doubled = c == '_' && distribution.startsWith("__", i);
            if (doubled || (!Chars.isWord(c) && c != '.')) {
                throw new PackagingParseException(KIND, text, i, "a letter, a digit, a dot or a single underscore");
            }
        }
    }

    private static Version version(String part, String text, int offset) {
        try {
            return Version.parse(part);
        } catch (PackagingParseException e) {
            throw new PackagingParseException(KIND, text, offset + e.position(), "a version");
        }
    }

    private static BuildTag build(String part, String text, int tagsAt) {
        try {
            return BuildTag.parse(part);
        } catch (PackagingParseException e) {
            throw new PackagingParseException(
                    KIND, text, tagsAt - part.length() - 1, "a build tag, beginning with a digit");
        }
    }

    private static int lengthOfLast(String[] parts, int count) {
        int length = count - 1;
        for (int i = parts.length - count; i < parts.length; i++) {
            length += parts[i].length();
        }
        return length;
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof WheelFilename that
                && text.equals(that.text)
                && distribution.equals(that.distribution)
                && name.equals(that.name)
                && version.equals(that.version)
                && build.equals(that.build)
                && tags.equals(that.tags);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The file name as written. */
    @Override
    public String toString() {
        return text;
    }
}
