// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who published a file, as the index vouches that it came by a Trusted Publisher.
 *
 * <p>For example, {@code GitHub} with the claims {@code repository}, {@code workflow} and {@code environment}.
 *
 * <p>Standard: <a href="https://peps.python.org/pep-0740/">PEP 740</a>, and {@code packages.attestation-identities} of
 * <a href="https://peps.python.org/pep-0751/">PEP 751</a>.
 *
 * @param kind what it publishes with, such as {@code GitHub}
 * @param claims what tells it from others of that kind, by name
 */
public record Publisher(String kind, SortedMap<String, String> claims) implements Comparable<Publisher> {
    private static final int LONGEST_KIND = 100;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_VALUE = 500;
    private static final int MOST = 20;
    private static final Comparator<Publisher> ORDER =
            Comparator.comparing(Publisher::kind).thenComparing(publisher -> publisher.claims.toString());

    /**
     * Takes the parts.
     *
     * @param kind what it publishes with, such as {@code GitHub}
     * @param claims what tells it from others of that kind, by name
     * @throws PackagingParseException if there is no kind, a name is not of lower-case letters, digits, hyphens and
     *     underscores, a text is not one line of visible characters, or one is too long or there are too many
     */
    public Publisher {
        if (kind.isBlank()) {
            throw new PackagingParseException("kind of publisher", kind, 0, "a text");
        }
        Chars.requireLine("kind of publisher", kind, LONGEST_KIND);
        claims = Collections.unmodifiableSortedMap(new TreeMap<>(claims));
        if (claims.size() > MOST) {
            throw new PackagingParseException("publisher", claims.firstKey(), 0, "at most " + MOST + " claims");
        }
        claims.forEach(Publisher::requireClaim);
    }

    private static void requireClaim(String name, String value) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean lower = c >= 'a' && c <= 'z';
            boolean inner = Chars.isDigit(c) || c == '_' || c == '-';
            if (i >= LONGEST_NAME || !(lower || (i > 0 && inner))) {
                throw new PackagingParseException("claim of a publisher", name, i, "a short lower-case name");
            }
        }
        if (name.isEmpty() || name.equals("kind")) {
            throw new PackagingParseException("claim of a publisher", name, 0, "a name other than \"kind\"");
        }
        Chars.requireLine("claim of a publisher", value, LONGEST_VALUE);
    }

    @Override
    public int compareTo(Publisher other) {
        return ORDER.compare(this, other);
    }

    /**
     * The kind and the claims that say anything, such as {@code GitHub (repository acme/demo, workflow release.yml)}.
     */
    @Override
    public String toString() {
        String said = claims.entrySet().stream()
                .filter(claim -> !claim.getValue().isEmpty())
                .map(claim -> claim.getKey() + " " + claim.getValue())
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? kind : kind + " (" + said + ")";
    }
}
