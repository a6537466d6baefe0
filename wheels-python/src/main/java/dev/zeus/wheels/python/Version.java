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
 * <p>Standard: version specifiers, PEP 440.
 */
public final class Version implements Comparable<Version> {
    /** Where the parts end, in the normal form and in the key. */
    record Shape(int baseEnd, int publicEnd, int releaseSize, int publicSize) {}

    private final String normal;
    private final long[] key;
    private final Shape shape;
    private final boolean pre;
    private final boolean post;
    private final boolean dev;

    Version(String normal, long[] key, Shape shape, boolean pre, boolean post, boolean dev) {
        this.normal = normal;
        this.key = key;
        this.shape = shape;
        this.pre = pre;
        this.post = post;
        this.dev = dev;
    }

    /**
     * Reads a version in any of the spellings that the standard admits.
     *
     * @throws PackagingParseException if it is none
     */
    public static Version parse(String text) {
        if (text.length() > VersionScanner.MAX_LENGTH) {
            String expected = "at most " + VersionScanner.MAX_LENGTH + " characters";
            throw new PackagingParseException("version", text, VersionScanner.MAX_LENGTH, expected);
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

    /** Reads a version where text may be anything else as well; empty if it is no version. */
    static Optional<Version> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }

    /** Whether this is a pre-release or a development release. */
    public boolean isPrerelease() {
        return pre || dev;
    }

    /** Whether this is a post-release. */
    public boolean isPostrelease() {
        return post;
    }

    /** Whether this is a development release. */
    public boolean isDevrelease() {
        return dev;
    }

    /** What follows the {@code +}, in normal form. */
    public Optional<String> local() {
        return hasLocal() ? Optional.of(normal.substring(shape.publicEnd + 1)) : Optional.empty();
    }

    /** Epoch and release only: {@code 1!2.3} of {@code 1!2.3rc1.post2+local}. */
    public Version base() {
        return normal.length() == shape.baseEnd ? this : parse(normal.substring(0, shape.baseEnd));
    }

    /** This version without its local part. */
    public Version publicVersion() {
        return hasLocal() ? parse(normal.substring(0, shape.publicEnd)) : this;
    }

    /** The epoch, zero where none is written. */
    public BigInteger epoch() {
        int mark = normal.indexOf('!');
        return mark < 0 ? BigInteger.ZERO : new BigInteger(normal.substring(0, mark));
    }

    /** The numbers of the release, with the trailing zeros that were written. */
    public List<BigInteger> release() {
        List<BigInteger> numbers = new ArrayList<>();
        int start = normal.indexOf('!') + 1;
        for (int i = start; i <= shape.baseEnd; i++) {
            if (i == shape.baseEnd || normal.charAt(i) == '.') {
                numbers.add(new BigInteger(normal.substring(start, i)));
                start = i + 1;
            }
        }
        return List.copyOf(numbers);
    }

    boolean hasLocal() {
        return normal.length() > shape.publicEnd;
    }

    long[] key() {
        return key;
    }

    /** The key of this version above all its local versions. */
    long[] keyAfterLocals() {
        long[] above = Arrays.copyOf(key, shape.publicSize + 1);
        above[shape.publicSize] = VersionKey.AFTER_LOCALS;
        return above;
    }

    /** The key above all post-releases of this version, which is itself neither a post- nor a development release. */
    long[] keyAfterPosts() {
        long[] above = Arrays.copyOf(key, shape.publicSize - 1);
        above[above.length - 1] = VersionKey.AFTER_POSTS;
        return above;
    }

    /** The key of the first pre-release of this version, which is itself none. */
    long[] keyOfDev0() {
        long[] first = Arrays.copyOf(key, shape.publicSize);
        first[first.length - 1] = 0;
        if (!post) {
            first[shape.releaseSize] = VersionKey.PRE_DEV;
        }
        return first;
    }

    @Override
    public int compareTo(Version other) {
        return Arrays.compare(key, other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version that && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    /** The normal form. */
    @Override
    public String toString() {
        return normal;
    }
}
