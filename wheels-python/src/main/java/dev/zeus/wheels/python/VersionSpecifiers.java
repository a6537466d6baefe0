// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import dev.zeus.wheels.python.VersionSpecifier.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set of conditions on a version, all of which must hold.
 *
 * <pre>{@code
 * VersionSpecifiers.parse(">=1.2, !=1.5, <2").contains(Version.parse("1.4")); // true
 * VersionSpecifiers.ANY.contains(Version.parse("0.1"));                       // true
 * }</pre>
 *
 * <p>Standard: version specifiers, <a href="https://peps.python.org/pep-0440/">PEP 440</a>. Sets are equal if they hold
 * the same conditions, in whatever order.
 */
public final class VersionSpecifiers {
    /** The empty set, which every version fulfils. */
    public static final VersionSpecifiers ANY = new VersionSpecifiers(List.of());

    private final List<VersionSpecifier> specifiers;
    private final boolean allowsPrereleases;
    /** What all conditions that name a run of versions leave of it, so that they are one question. */
    private final VersionInterval interval;
    /** The conditions that do not: exclusions, and those on text. */
    private final VersionSpecifier[] others;

    private VersionSpecifiers(List<VersionSpecifier> specifiers) {
        this.specifiers = specifiers;
        this.interval = specifiers.stream()
                .filter(VersionSpecifiers::isRun)
                .map(VersionSpecifier::interval)
                .reduce(VersionInterval.ALL, VersionInterval::and);
        this.others = specifiers.stream().filter(specifier -> !isRun(specifier)).toArray(VersionSpecifier[]::new);
        this.allowsPrereleases = specifiers.stream().anyMatch(VersionSpecifier::namesPrerelease);
    }

    /**
     * Reads specifiers separated by commas; empty text is {@link #ANY}.
     *
     * @param text the specifiers, such as {@code >=1.2,<2}
     * @return the specifiers
     * @throws PackagingParseException if one of them is not a specifier
     */
    public static VersionSpecifiers parse(String text) {
        return of(list(text));
    }

    /** The conditions as they stand, none for empty text between two commas. */
    static List<VersionSpecifier> list(String text) {
        if (text.length() > VersionScanner.MAX_LENGTH) {
            String expected = "at most " + VersionScanner.MAX_LENGTH + " characters";
            throw new PackagingParseException("version specifier", text, VersionScanner.MAX_LENGTH, expected);
        }
        List<VersionSpecifier> found = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            String part = Chars.strip(text.substring(start, end));
            if (!part.isEmpty()) {
                try {
                    found.add(VersionSpecifier.parse(part));
                } catch (PackagingParseException e) {
                    int at = text.indexOf(part, start) + e.position();
                    throw new PackagingParseException("version specifier", text, at, e.expected());
                }
            }
            start = end + 1;
        }
        return found;
    }

    /** The set of the specifiers, sorted, those that mean the same once. */
    static VersionSpecifiers of(Collection<VersionSpecifier> specifiers) {
        if (specifiers.isEmpty()) {
            return ANY;
        }
        List<VersionSpecifier> sorted = new ArrayList<>(specifiers);
        sorted.sort(Comparator.comparing(VersionSpecifier::toString));
        return new VersionSpecifiers(List.copyOf(new LinkedHashSet<>(sorted)));
    }

    /**
     * {@return whether the version fulfils every condition; a pre-release may, as there is nothing else to prefer}
     *
     * @param version the version to hold against them
     */
    public boolean contains(Version version) {
        if (!interval.contains(version)) {
            return false;
        }
        for (VersionSpecifier other : others) {
            if (!other.contains(version)) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@return whether no version can fulfil all conditions, be it a pre-release: {@code >=2,<1}, {@code ==2.*,!=2.*}}
     * Text that {@code ===} asks for and that is not a version is left alone.
     */
    public boolean excludesAll() {
        for (VersionSpecifier other : others) {
            Optional<Version> asked =
                    other.operator() == Operator.ARBITRARY ? Version.tryParse(other.version()) : Optional.empty();
            if (asked.isPresent()) {
                return !contains(asked.get());
            }
        }
        return interval.without(Arrays.stream(others)
                        .filter(other -> other.operator() == Operator.NOT_EQUAL)
                        .map(VersionSpecifier::interval)
                        .toList())
                .isEmpty();
    }

    private static boolean isRun(VersionSpecifier specifier) {
        return specifier.operator() != Operator.NOT_EQUAL && specifier.operator() != Operator.ARBITRARY;
    }

    /**
     * {@return whether the version fulfils every condition and the rule for pre-releases}
     *
     * @param version the version to hold against them
     * @param preReleases the rule for pre-releases
     */
    public boolean contains(Version version, PreReleases preReleases) {
        return !(preReleases == PreReleases.REFUSE && version.isPrerelease()) && contains(version);
    }

    /**
     * {@return the versions that fulfil every condition, in the order given} By {@link PreReleases#DEFAULT},
     * pre-releases are among them only where a condition names one or where no other version fits.
     *
     * @param versions the versions to choose from
     * @param preReleases the rule for pre-releases
     */
    public List<Version> filter(Collection<Version> versions, PreReleases preReleases) {
        List<Version> fitting = versions.stream().filter(this::contains).toList();
        List<Version> finals =
                fitting.stream().filter(version -> !version.isPrerelease()).toList();
        return switch (preReleases) {
            case ALLOW -> fitting;
            case REFUSE -> finals;
            case DEFAULT -> allowsPrereleases || finals.isEmpty() ? fitting : finals;
        };
    }

    /** {@return whether a condition names a pre-release, and so asks for them} */
    public boolean allowsPrereleases() {
        return allowsPrereleases;
    }

    /** {@return the conditions, sorted} */
    public List<VersionSpecifier> specifiers() {
        return specifiers;
    }

    /**
     * {@return the set of the conditions of both}
     *
     * @param other the other conditions
     */
    public VersionSpecifiers and(VersionSpecifiers other) {
        return of(Stream.concat(specifiers.stream(), other.specifiers.stream()).toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionSpecifiers that && specifiers.equals(that.specifiers);
    }

    @Override
    public int hashCode() {
        return specifiers.hashCode();
    }

    /** The conditions, sorted and separated by commas without space. */
    @Override
    public String toString() {
        return specifiers.stream().map(VersionSpecifier::toString).collect(Collectors.joining(","));
    }
}
