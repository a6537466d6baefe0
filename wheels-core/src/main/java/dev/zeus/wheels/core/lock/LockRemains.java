// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.core.text.Valid;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names and versions in a text that was a lock, so that writing it anew moves nothing that need not move.
 *
 * <p>After a merge these are the versions of both sides. They are wishes only: what is resolved from them is checked as
 * anything else, and files and hashes come from the index.
 *
 * @param versions the versions of each name, newest first, each with the marker of the targets it is for; empty for all
 */
public record LockRemains(SortedMap<PackageName, SortedMap<Version, Optional<EnvironmentMarker>>> versions) {
    public LockRemains {
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /** The versions in a text, whatever else it holds; each for all targets, since markers of a cut lock mislead. */
    public static LockRemains of(String text) {
        return of(text, false);
    }

    /** The versions that {@link ImportedLock} has printed, each for the targets that it says. */
    public static LockRemains ofImported(String text) {
        return of(text, true);
    }

    private static LockRemains of(String text, boolean marked) {
        SortedMap<PackageName, SortedMap<Version, Optional<EnvironmentMarker>>> versions = new TreeMap<>();
        Optional<PackageName> name = Optional.empty();
        Optional<Version> last = Optional.empty();
        for (String line : text.lines().toList()) {
            if (line.startsWith("name = ")) {
                name = value(line).flatMap(value -> Valid.of(value, PackageName::new));
                last = Optional.empty();
            } else if (line.startsWith("version = ") && name.isPresent()) {
                // Two sides of a merge may have a version each after one name.
                SortedMap<Version, Optional<EnvironmentMarker>> found =
                        versions.computeIfAbsent(name.get(), key -> new TreeMap<>(Comparator.reverseOrder()));
                last = value(line).flatMap(value -> Valid.of(value, Version::parse));
                last.ifPresent(version -> found.put(version, Optional.empty()));
            } else if (marked && line.startsWith("marker = ") && name.isPresent() && last.isPresent()) {
                versions.getOrDefault(name.get(), new TreeMap<>())
                        .put(last.get(), value(line).flatMap(value -> Valid.of(value, EnvironmentMarker::parse)));
            }
        }
        return new LockRemains(versions);
    }

    private static Optional<String> value(String line) {
        // A cut text may end after the equals sign.
        String value = line.substring(line.indexOf('=') + 1).strip();
        boolean quoted = value.startsWith("\"") || value.startsWith("'");
        int end = quoted ? value.lastIndexOf(value.charAt(0)) : 0;
        return end > 0 ? Optional.of(value.substring(1, end)) : Optional.empty();
    }

    /** The versions of each name that are for a target, newest first. */
    public SortedMap<PackageName, List<Version>> on(Target target) {
        SortedMap<PackageName, List<Version>> on = new TreeMap<>();
        versions.forEach((name, found) -> on.put(
                name,
                found.entrySet().stream()
                        .filter(each -> holds(each.getValue(), target))
                        .map(Map.Entry::getKey)
                        .toList()));
        return on;
    }

    private static boolean holds(Optional<EnvironmentMarker> marker, Target target) {
        try {
            return marker.map(each -> each.evaluate(target.environment())).orElse(true);
        } catch (MarkerEvaluationException e) {
            // It was edited: an entry that cannot be understood is ignored.
            return false;
        }
    }
}
