// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.python.Advisory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an audit could not learn of a source.
 *
 * @param source its name
 * @param packages the packages it publishes no advisories about
 * @param whole whether these are all that are locked from it
 */
record Silence(String source, List<LockedPackage> packages, boolean whole) {
    private static final int SHOWN = 10;

    Silence {
        packages = List.copyOf(packages);
    }

    /** The silences in the answers to questions about some packages, by source. */
    static List<Silence> of(List<LockedPackage> asked, List<Optional<List<Advisory>>> answers) {
        SortedMap<String, List<LockedPackage>> silent = new TreeMap<>();
        for (int i = 0; i < asked.size(); i++) {
            if (answers.get(i).isEmpty()) {
                silent.computeIfAbsent(asked.get(i).source(), name -> new ArrayList<>())
                        .add(asked.get(i));
            }
        }
        List<Silence> silences = new ArrayList<>();
        silent.forEach((source, packages) -> silences.add(new Silence(
                source,
                packages,
                asked.stream().filter(one -> one.source().equals(source)).count() == packages.size())));
        return silences;
    }

    @Override
    public String toString() {
        if (whole) {
            return "the source \"" + source + "\" publishes no advisories; nothing is known about its "
                    + Counted.of(packages.size(), "package");
        }
        List<String> names = packages.stream()
                .map(locked -> locked.name() + " " + locked.version())
                .toList();
        return "the source \"" + source + "\" publishes no advisories about " + Counted.first(SHOWN, names);
    }
}
