package dev.zeus.wheels.python;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A wheel's file name, taken apart: {@code databento_dbn-0.70.0-cp312-cp312-manylinux_2_17_x86_64.whl}.
 *
 * @param distribution the project's name as the file has it, such as {@code databento_dbn}
 * @param name the project's normalised name
 * @param version the version
 * @param build the build tag, if it has one
 * @param tags what it runs on
 * @param text the whole file name
 * @see <a href="https://packaging.python.org/specifications/binary-distribution-format/">Binary distribution format</a>
 */
public record WheelFilename(
        String distribution,
        PackageName name,
        Version version,
        Optional<BuildTag> build,
        SortedSet<Tag> tags,
        String text) {
    private static final String EXTENSION = ".whl";
    private static final int MAXIMUM_LENGTH = 4096;

    public WheelFilename {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /**
     * Parses a file name.
     *
     * @throws PackagingParseException where it is no wheel's, a path among others
     */
    public static WheelFilename parse(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new PackagingParseException(text, MAXIMUM_LENGTH, "at most " + MAXIMUM_LENGTH + " characters");
        }
        if (!text.endsWith(EXTENSION)) {
            throw new PackagingParseException(text, text.length(), "the extension .whl");
        }
        String[] parts = text.substring(0, text.length() - EXTENSION.length()).split("-", -1);
        if (parts.length != 5 && parts.length != 6) {
            throw new PackagingParseException(text, 0, "five or six parts joined by \"-\"");
        }
        String distribution = distribution(text, parts[0]);
        Version version = version(text, parts[0].length() + 1, parts[1]);
        Optional<BuildTag> build = parts.length == 6 ? Optional.of(BuildTag.parse(parts[2])) : Optional.empty();
        int first = parts.length - 3;
        SortedSet<Tag> tags = Tag.parseSet(parts[first] + "-" + parts[first + 1] + "-" + parts[first + 2]);
        PackageName name = new PackageName(PackageName.normalize(distribution));
        return new WheelFilename(distribution, name, version, build, tags, text);
    }

    private static String distribution(String text, String part) {
        boolean sound = !part.isEmpty()
                && !part.contains("__")
                && part.codePoints().allMatch(c -> c == '_' || c == '.' || Character.isLetterOrDigit(c));
        if (!sound) {
            throw new PackagingParseException(text, 0, "a project name of letters, digits, \"_\" and \".\"");
        }
        return part;
    }

    private static Version version(String text, int start, String part) {
        try {
            return Version.parse(part);
        } catch (PackagingParseException e) {
            throw new PackagingParseException(text, start + e.position(), e.expected());
        }
    }

    /** Whether it runs everywhere that some Python 3 does. */
    public boolean isPure() {
        return tags.stream()
                .anyMatch(tag -> tag.abi().equals("none") && tag.platform().equals("any"));
    }

    @Override
    public String toString() {
        return text;
    }
}
