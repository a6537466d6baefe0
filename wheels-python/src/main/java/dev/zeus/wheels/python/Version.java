package dev.zeus.wheels.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version of a Python project.
 *
 * <p>{@code Version.parse("1.0-RC.1").toString()} is {@code 1.0rc1}. The order is dev &lt; pre &lt; final &lt; post,
 * and {@code equals}, {@code hashCode} and {@code compareTo} agree: {@code 1.0} equals {@code 1.0.0}. Numbers may be of
 * any length.
 *
 * @see <a href="https://packaging.python.org/specifications/version-specifiers/">Version specifiers (PEP 440)</a>
 */
public final class Version implements Comparable<Version> {
    private final VersionParts parts;
    private final List<String> significant;

    Version(VersionParts parts) {
        this.parts = parts;
        this.significant = withoutTrailingZeros(parts.release());
    }

    /**
     * Parses a version in any of the spellings that PEP 440 allows.
     *
     * @throws PackagingParseException where the text is no version
     */
    public static Version parse(String text) {
        return new Version(VersionParser.parse(text));
    }

    VersionParts parts() {
        return parts;
    }

    /** The number before {@code !}, 0 where there is none. */
    public BigInteger epoch() {
        return new BigInteger(parts.epoch());
    }

    /** The numbers of the release segment, such as [1, 0]. */
    public List<BigInteger> release() {
        return parts.release().stream().map(BigInteger::new).toList();
    }

    /** Whether this is a pre-release or a development release. */
    public boolean isPrerelease() {
        return parts.pre().isPresent() || parts.dev().isPresent();
    }

    public boolean isPostrelease() {
        return parts.post().isPresent();
    }

    public boolean isDevrelease() {
        return parts.dev().isPresent();
    }

    /** The local part after {@code +}, normalised. */
    public Optional<String> local() {
        return parts.local().isEmpty() ? Optional.empty() : Optional.of(String.join(".", parts.local()));
    }

    /** This version without its local part. */
    public Version publicVersion() {
        return parts.local().isEmpty() ? this : new Version(parts.withLocal(List.of()));
    }

    /** Epoch and release alone. */
    public Version base() {
        return new Version(VersionParts.ofRelease(parts.epoch(), parts.release()));
    }

    /** The release numbers without trailing zeros: what equality and order look at. */
    List<String> significantRelease() {
        return significant;
    }

    @Override
    public int compareTo(Version other) {
        return VersionOrder.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && VersionOrder.compare(this, version) == 0;
    }

    @Override
    public int hashCode() {
        int hash = parts.epoch().hashCode();
        hash = 31 * hash + significant.hashCode();
        hash = 31 * hash + parts.pre().hashCode();
        hash = 31 * hash + parts.post().hashCode();
        hash = 31 * hash + parts.dev().hashCode();
        return 31 * hash + parts.local().hashCode();
    }

    /** The normal form. */
    @Override
    public String toString() {
        return parts.toString();
    }

    private static List<String> withoutTrailingZeros(List<String> release) {
        int end = release.size();
        while (end > 1 && release.get(end - 1).equals("0")) {
            end--;
        }
        return end == release.size() ? release : List.copyOf(new ArrayList<>(release.subList(0, end)));
    }
}
