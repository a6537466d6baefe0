package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A version specifier: clauses that must all hold, such as {@code >=1.2,<2,!=1.5}.
 *
 * <p>{@code VersionSpecifiers.parse(">=1,<2").contains(Version.parse("1.4"))} is true.
 *
 * @see <a href="https://packaging.python.org/specifications/version-specifiers/">Version specifiers (PEP 440)</a>
 */
public final class VersionSpecifiers {
    /** The specifier that every version satisfies. */
    public static final VersionSpecifiers ANY = new VersionSpecifiers(List.of());

    private static final int MAXIMUM_LENGTH = 16_384;

    private final List<VersionSpecifier> specifiers;

    private VersionSpecifiers(List<VersionSpecifier> specifiers) {
        this.specifiers = List.copyOf(specifiers);
    }

    /**
     * Parses clauses separated by commas; an empty text is {@link #ANY}.
     *
     * @throws PackagingParseException where a clause is none, with the position in the whole text
     */
    public static VersionSpecifiers parse(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new PackagingParseException(text, MAXIMUM_LENGTH, "at most " + MAXIMUM_LENGTH + " characters");
        }
        List<VersionSpecifier> clauses = new ArrayList<>();
        int start = 0;
        for (String clause : text.split(",", -1)) {
            if (!clause.isBlank()) {
                try {
                    clauses.add(VersionSpecifier.parse(clause));
                } catch (PackagingParseException e) {
                    throw new PackagingParseException(text, start + e.position(), e.expected());
                }
            }
            start += clause.length() + 1;
        }
        return new VersionSpecifiers(clauses);
    }

    public List<VersionSpecifier> specifiers() {
        return specifiers;
    }

    /** Whether every version satisfies this. */
    public boolean isAny() {
        return specifiers.isEmpty();
    }

    /** Whether {@code candidate}, as the only one there is, satisfies every clause. */
    public boolean contains(Version candidate) {
        return contains(candidate, PreReleases.DEFAULT);
    }

    /** Whether {@code candidate} satisfies every clause. */
    public boolean contains(Version candidate, PreReleases preReleases) {
        if (preReleases == PreReleases.REFUSE && candidate.isPrerelease()) {
            return false;
        }
        for (VersionSpecifier specifier : specifiers) {
            if (!specifier.matches(candidate)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Those of {@code candidates} that satisfy every clause, in their order. By {@link PreReleases#DEFAULT},
     * pre-releases are among them only where a clause names one or no other version fits.
     */
    public List<Version> filter(Collection<Version> candidates, PreReleases preReleases) {
        List<Version> fitting = candidates.stream()
                .filter(candidate -> contains(candidate, preReleases))
                .toList();
        if (preReleases != PreReleases.DEFAULT || allowsPrereleases()) {
            return fitting;
        }
        List<Version> finals =
                fitting.stream().filter(candidate -> !candidate.isPrerelease()).toList();
        return finals.isEmpty() ? fitting : finals;
    }

    /** Whether a clause names a pre-release, and so asks for them. */
    public boolean allowsPrereleases() {
        return specifiers.stream().anyMatch(VersionSpecifier::namesPrerelease);
    }

    /** Both this and {@code other}. */
    public VersionSpecifiers and(VersionSpecifiers other) {
        List<VersionSpecifier> both = new ArrayList<>(specifiers);
        other.specifiers.stream()
                .filter(specifier -> !specifiers.contains(specifier))
                .forEach(both::add);
        return new VersionSpecifiers(both);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionSpecifiers set && toString().equals(set.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The clauses in a fixed order, separated by commas. */
    @Override
    public String toString() {
        return specifiers.stream()
                .map(VersionSpecifier::toString)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }
}
