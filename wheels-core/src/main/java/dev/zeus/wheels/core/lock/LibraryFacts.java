// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which libraries the compiled Linux wheels of a package need and have, as their files say.
 *
 * <p>It depends on the files of the package alone: where a library comes from is found beside the other packages.
 *
 * @param needed the names in {@code DT_NEEDED} of what is neither in them nor of the C library
 * @param provided the names of what they have for other wheels
 */
public record LibraryFacts(SortedSet<String> needed, SortedSet<String> provided) {
    public LibraryFacts {
        needed = Collections.unmodifiableSortedSet(new TreeSet<>(needed));
        provided = Collections.unmodifiableSortedSet(new TreeSet<>(provided));
    }

    /** What several wheels of a package need and have together. */
    public static LibraryFacts union(Collection<LibraryFacts> wheels) {
        SortedSet<String> needed = new TreeSet<>();
        SortedSet<String> provided = new TreeSet<>();
        wheels.forEach(each -> {
            needed.addAll(each.needed());
            provided.addAll(each.provided());
        });
        return new LibraryFacts(needed, provided);
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof LibraryFacts that && needed.equals(that.needed) && provided.equals(that.provided);
    }

    @Override
    public int hashCode() {
        return 31 * needed.hashCode() + provided.hashCode();
    }
}
