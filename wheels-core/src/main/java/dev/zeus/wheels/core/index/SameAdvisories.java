// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.AdvisoryId;
import dev.zeus.wheels.python.Version;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Brings together what several databases say of one vulnerability: the advisories that share an id or an alias. */
final class SameAdvisories {
    /** Each id with another one of the same vulnerability; the last of such a chain is itself. */
    private final Map<AdvisoryId, AdvisoryId> next = new HashMap<>();

    private SameAdvisories() {}

    /** One advisory a vulnerability, by id. */
    static List<Advisory> merged(Collection<Advisory> advisories) {
        SameAdvisories same = new SameAdvisories();
        advisories.forEach(one -> one.aliases().forEach(alias -> same.next.put(same.last(one.id()), same.last(alias))));
        SortedMap<AdvisoryId, List<Advisory>> groups = advisories.stream()
                .sorted()
                .collect(Collectors.groupingBy(one -> same.last(one.id()), TreeMap::new, Collectors.toList()));
        return groups.values().stream().map(SameAdvisories::one).sorted().toList();
    }

    private AdvisoryId last(AdvisoryId id) {
        AdvisoryId last = id;
        for (AdvisoryId after = next.getOrDefault(last, last); !after.equals(last); ) {
            // Halves the path for the next query.
            AdvisoryId further = next.getOrDefault(after, after);
            next.put(last, further);
            last = after;
            after = further;
        }
        return last;
    }

    /** By the first id; with the first summary there is, and every alias and fixed version. */
    private static Advisory one(List<Advisory> group) {
        SortedSet<AdvisoryId> ids = new TreeSet<>();
        SortedSet<Version> fixedIn = new TreeSet<>();
        for (Advisory one : group) {
            ids.add(one.id());
            ids.addAll(one.aliases());
            fixedIn.addAll(one.fixedIn());
        }
        String summary = group.stream()
                .map(Advisory::summary)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return new Advisory(group.get(0).id(), ids, fixedIn, summary);
    }
}
