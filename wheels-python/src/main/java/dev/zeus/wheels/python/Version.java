// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A version of a project, ordered as Python orders versions.
 *
 * <pre>{@code
 * Version.parse("v1.0-RC.1").toString();                              // "1.0rc1"
 * Version.parse("1.0").equals(Version.parse("1.0.0"));                // true
 * Version.parse("1.0.dev1").compareTo(Version.parse("1.0a1")) < 0;    // true
 * }</pre>
 *
 * <p>Numbers may be of any length. {@code equals}, {@code hashCode} and {@code compareTo} agree: versions that differ
 * in trailing zeros only are equal, though each keeps its own normal form.
 *
 * <p>Standard: version specifiers, <a href="https://peps.python.org/pep-0440/">PEP 440</a>.
 */
public final class Version implements Comparable<Version> {
    /**
     * Which parts a version has, and where they end in the normal form and among the key's parts.
     *
     * @param baseEnd where epoch and release end in the normal form
     */
    record Shape(int baseEnd, int publicEnd, int releaseSize, int publicSize, boolean pre, boolean post, boolean dev) {
        /** Of a version that is all head; its release is its whole normal form. */
        static final Shape PLAIN = new Shape(
                Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, false, false, false);
    }

    /** What follows the release in the key of a plain version. */
    private static final int PLAIN_TAIL = 3;

    private final String normal;
    private final long head;
    private final long[] parts;
    private final Shape shape;

    Version(String normal, long head, long[] parts, Shape shape) {
        this.normal = normal;
        this.head = head;
        this.parts = parts;
        this.shape = shape;
    }

    /** The version of a key; one that is all head keeps nothing else. */
    static Version of(String normal, long[] parts, Shape shape) {
        long head = VersionKey.head(parts);
        return VersionKey.isPlain(parts)
                ? new Version(normal, head, VersionKey.PLAIN, Shape.PLAIN)
                : new Version(normal, head, parts, shape);
    }

    /**
     * Reads a version in any of the spellings that the standard admits.
     *
     * @param text the version, such as {@code 1.0rc1}
     * @return the version
     * @throws PackagingParseException if the text is not a version
     */
    public static Version parse(String text) {
        if (text.length() > VersionScanner.MAX_LENGTH) {
            String expected = "at most " + VersionScanner.MAX_LENGTH + " characters";
            throw new PackagingParseException("version", text, VersionScanner.MAX_LENGTH, expected);
        }
        long plain = PlainRelease.head(text);
        if (plain != PlainRelease.NONE) {
            return new Version(text, plain, VersionKey.PLAIN, Shape.PLAIN);
        }
        int start = 0;
        int end = text.length();
        while (start < end && Chars.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && Chars.isSpace(text.charAt(end - 1))) {
            end--;
        }
        VersionScanner scanner = new VersionScanner(text, start, end);
        if (!scanner.base()) {
            throw new PackagingParseException("version", text, start, "a digit");
        }
        scanner.suffixes();
        scanner.local();
        if (scanner.position() < end) {
            throw new PackagingParseException("version", text, scanner.position(), VersionScanner.END);
        }
        return scanner.version();
    }

    /**
     * Reads a version where text may be anything else as well; empty if it is not a version.
     *
     * @param text the version, such as {@code 1.0rc1}
     * @return the version, if it is one
     */
    public static Optional<Version> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }

    /** {@return whether this is a pre-release or a development release} */
    public boolean isPrerelease() {
        return shape.pre || shape.dev;
    }

    /** {@return whether this is a post-release} */
    public boolean isPostrelease() {
        return shape.post;
    }

    /** {@return whether this is a development release} */
    public boolean isDevrelease() {
        return shape.dev;
    }

    /** {@return what follows the {@code +}, in normal form} */
    public Optional<String> local() {
        return hasLocal() ? Optional.of(normal.substring(shape.publicEnd + 1)) : Optional.empty();
    }

    /** {@return epoch and release only: {@code 1!2.3} of {@code 1!2.3rc1.post2+local}} */
    public Version base() {
        return normal.length() <= shape.baseEnd ? this : parse(normal.substring(0, shape.baseEnd));
    }

    /** {@return this version without its local part} */
    public Version publicVersion() {
        return hasLocal() ? parse(normal.substring(0, shape.publicEnd)) : this;
    }

    /** {@return the epoch, zero where none is written} */
    public BigInteger epoch() {
        int mark = normal.indexOf('!');
        return mark < 0 ? BigInteger.ZERO : new BigInteger(normal.substring(0, mark));
    }

    /** {@return the numbers of the release, with the trailing zeros that were written} */
    public List<BigInteger> release() {
        List<BigInteger> numbers = new ArrayList<>();
        int start = normal.indexOf('!') + 1;
        int end = Math.min(shape.baseEnd, normal.length());
        for (int i = start; i <= end; i++) {
            if (i == end || normal.charAt(i) == '.') {
                numbers.add(new BigInteger(normal.substring(start, i)));
                start = i + 1;
            }
        }
        return List.copyOf(numbers);
    }

    boolean hasLocal() {
        return normal.length() > shape.publicEnd;
    }

    /** This version's place in the order. */
    VersionBound bound() {
        return new VersionBound(head, parts());
    }

    /** The place above all local versions of this version. */
    VersionBound afterLocals() {
        long[] all = parts();
        int size = Math.min(all.length, shape.publicSize);
        long[] above = Arrays.copyOf(all, size + 1);
        above[size] = VersionKey.AFTER_LOCALS;
        return VersionBound.of(above);
    }

    /** The place above all post-releases of this version, which is itself neither a post- nor a development release. */
    VersionBound afterPosts() {
        long[] all = parts();
        long[] above = Arrays.copyOf(all, Math.min(all.length, shape.publicSize) - 1);
        above[above.length - 1] = VersionKey.AFTER_POSTS;
        return VersionBound.of(above);
    }

    /** The place of the first pre-release of this version, which is itself none. */
    VersionBound beforePrereleases() {
        long[] all = parts();
        long[] first = Arrays.copyOf(all, Math.min(all.length, shape.publicSize));
        first[first.length - 1] = 0;
        if (!shape.post) {
            first[Math.min(all.length - PLAIN_TAIL, shape.releaseSize)] = VersionKey.PRE_DEV;
        }
        return VersionBound.of(first);
    }

    int compareTo(VersionBound bound) {
        return head == bound.head() ? Arrays.compare(parts(), bound.parts()) : Long.compare(head, bound.head());
    }

    @Override
    public int compareTo(Version other) {
        if (head != other.head) {
            return head < other.head ? -1 : 1;
        }
        return parts == other.parts ? 0 : Arrays.compare(parts(), other.parts());
    }

    private long[] parts() {
        return parts == VersionKey.PLAIN ? VersionKey.parts(head) : parts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version that && head == that.head && Arrays.equals(parts, that.parts);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(head) + Arrays.hashCode(parts);
    }

    /** The normal form. */
    @Override
    public String toString() {
        return normal;
    }
}
