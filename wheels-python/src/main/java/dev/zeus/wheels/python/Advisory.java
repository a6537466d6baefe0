// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A known vulnerability of a version of a project, as an index publishes it.
 *
 * <p>For example, {@code PYSEC-2024-60} of idna 3.6, which is {@code CVE-2024-3651} too and is fixed in 3.7.
 *
 * @param id the id that it is spoken of by
 * @param aliases its ids in other databases
 * @param fixedIn the versions that do not have it any more, oldest first; empty if it has not been fixed
 * @param summary one line for people; empty if there is none
 * @see <a href="https://docs.pypi.org/api/json/#known-vulnerabilities">known vulnerabilities in the JSON API</a>
 */
public record Advisory(AdvisoryId id, SortedSet<AdvisoryId> aliases, SortedSet<Version> fixedIn, String summary)
        implements Comparable<Advisory> {
    private static final int LONGEST_SUMMARY = 2_000;

    /**
     * Takes the parts.
     *
     * @param id the id that it is spoken of by
     * @param aliases its ids in other databases
     * @param fixedIn the versions that do not have it any more, oldest first; empty if it has not been fixed
     * @param summary one line for people; empty if there is none
     * @throws PackagingParseException if the summary is not one line of at most 2,000 visible characters
     */
    public Advisory {
        SortedSet<AdvisoryId> others = new TreeSet<>(aliases);
        others.remove(id);
        aliases = Collections.unmodifiableSortedSet(others);
        fixedIn = Collections.unmodifiableSortedSet(new TreeSet<>(fixedIn));
        Chars.requireLine("summary", summary, LONGEST_SUMMARY);
    }

    /**
     * {@return whether it goes by an id, be it an alias}
     *
     * @param name the id or alias
     */
    public boolean isCalled(AdvisoryId name) {
        return id.equals(name) || aliases.contains(name);
    }

    @Override
    public int compareTo(Advisory other) {
        return id.compareTo(other.id);
    }
}
