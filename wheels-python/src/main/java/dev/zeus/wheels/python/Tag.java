// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a wheel was built for: an interpreter, an ABI and a platform.
 *
 * <pre>{@code
 * Tag.parseSet("py2.py3-none-any"); // [py2-none-any, py3-none-any]
 * }</pre>
 *
 * <p>Standard: platform compatibility tags, <a href="https://peps.python.org/pep-0425/">PEP 425</a>.
 *
 * @param interpreter the Python, such as {@code cp312}
 * @param abi the ABI, such as {@code cp312}
 * @param platform the platform, such as {@code manylinux_2_28_x86_64}
 */
public record Tag(String interpreter, String abi, String platform) implements Comparable<Tag> {
    private static final String KIND = "compatibility tag";
    /** More tags than any real file has, few enough to hold for every file of a page. */
    private static final int MAX_TAGS = 4096;

    private static final int MAX_LENGTH = 65_536;

    /**
     * Folds case.
     *
     * @param interpreter the Python, such as {@code cp312}
     * @param abi the ABI, such as {@code cp312}
     * @param platform the platform, such as {@code manylinux_2_28_x86_64}
     */
    public Tag {
        interpreter = interpreter.toLowerCase(Locale.ROOT);
        abi = abi.toLowerCase(Locale.ROOT);
        platform = platform.toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a tag, each part of which may be several joined by dots.
     *
     * @param text the tag, such as {@code py2.py3-none-any}
     * @return one tag for every choice of the parts
     * @throws PackagingParseException if there are not three parts, or one is empty, or they make too many tags
     */
    public static Set<Tag> parseSet(String text) {
        return parseSet(text, text, 0);
    }

    static SortedSet<Tag> parseSet(String tags, String whole, int offset) {
        if (tags.length() > MAX_LENGTH) {
            throw new PackagingParseException(KIND, whole, offset, "at most " + MAX_LENGTH + " characters");
        }
        int first = tags.indexOf('-');
        int second = tags.indexOf('-', first + 1);
        if (first < 0 || second < 0 || tags.indexOf('-', second + 1) >= 0) {
            throw new PackagingParseException(KIND, whole, offset, "an interpreter, an ABI and a platform");
        }
        List<String> interpreters = parts(tags, 0, first, whole, offset);
        List<String> abis = parts(tags, first + 1, second, whole, offset);
        List<String> platforms = parts(tags, second + 1, tags.length(), whole, offset);
        for (String interpreter : interpreters) {
            if (!isIdentifier(interpreter)) {
                throw new PackagingParseException(KIND, whole, offset, "an identifier for the interpreter");
            }
        }
        if ((long) interpreters.size() * abis.size() * platforms.size() > MAX_TAGS) {
            throw new PackagingParseException(KIND, whole, offset, "at most " + MAX_TAGS + " tags");
        }
        SortedSet<Tag> found = new TreeSet<>();
        for (String interpreter : interpreters) {
            for (String abi : abis) {
                platforms.forEach(platform -> found.add(new Tag(interpreter, abi, platform)));
            }
        }
        return Collections.unmodifiableSortedSet(found);
    }

    private static List<String> parts(String tags, int start, int end, String whole, int offset) {
        List<String> parts = new ArrayList<>();
        int from = start;
        for (int i = start; i <= end; i++) {
            if (i == end || tags.charAt(i) == '.') {
                if (i == from) {
                    throw new PackagingParseException(KIND, whole, offset + i, "a tag between the dots");
                }
                parts.add(tags.substring(from, i));
                from = i + 1;
            }
        }
        return parts;
    }

    private static boolean isIdentifier(String text) {
        char first = text.charAt(0);
        return (first == '_' || Character.isUnicodeIdentifierStart(first))
                && text.chars()
                        .allMatch(c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    @Override
    public int compareTo(Tag other) {
        int order = interpreter.compareTo(other.interpreter);
        if (order == 0) {
            order = abi.compareTo(other.abi);
        }
        return order == 0 ? platform.compareTo(other.platform) : order;
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Tag that
                && interpreter.equals(that.interpreter)
                && abi.equals(that.abi)
                && platform.equals(that.platform);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * interpreter.hashCode() + abi.hashCode()) + platform.hashCode();
    }

    /** The tag as file names have it. */
    @Override
    public String toString() {
        return interpreter + "-" + abi + "-" + platform;
    }
}
