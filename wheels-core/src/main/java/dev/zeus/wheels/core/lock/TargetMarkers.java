// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.python.DeclaredEnvironments;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.MarkerEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Some targets as environments, each told from the others by the shortest marker that does it (PEP 508).
 *
 * <p>Of Linux and macOS with Python 3.11 to 3.13, those with 3.12 and 3.13 are {@code python_version >= "3.12"}. Such a
 * marker says nothing of environments that no target is; the lock's {@code environments} keeps those out.
 */
public final class TargetMarkers {
    private final Map<MarkerEnvironment, String> ids = new LinkedHashMap<>();
    private final DeclaredEnvironments environments;
    private final Map<SortedSet<String>, Optional<EnvironmentMarker>> markers = new HashMap<>();
    private final Map<String, SortedSet<String>> targets = new HashMap<>();

    /** The markers among these targets. */
    public TargetMarkers(Collection<Target> targets) {
        targets.forEach(target -> ids.put(target.environment(), target.id()));
        this.environments = DeclaredEnvironments.of(ids.keySet());
    }

    /** The marker of exactly one target, whatever others there are. */
    static String of(Target target) {
        return "python_version == \"" + target.python() + "\" and " + of(target.platform());
    }

    /** The marker of a platform, whatever the Python. */
    public static String of(Platform platform) {
        return "sys_platform == \"" + Target.sysPlatform(platform) + "\" and platform_machine == \""
                + Target.machine(platform) + '"';
    }

    /** The marker that holds for the targets of these ids and for no other; none where they are all. */
    public Optional<EnvironmentMarker> of(SortedSet<String> chosen) {
        return markers.computeIfAbsent(
                chosen,
                key -> environments.marker(environments.environments().stream()
                        .filter(environment -> key.contains(ids.get(environment)))
                        .toList()));
    }

    /**
     * The ids of the targets that a marker holds for.
     *
     * @throws IllegalArgumentException if it is not a marker or holds for none
     */
    SortedSet<String> where(String marker) {
        return targets.computeIfAbsent(marker, this::found);
    }

    private SortedSet<String> found(String marker) {
        SortedSet<String> found = new TreeSet<>();
        environments.where(EnvironmentMarker.parse(marker)).stream()
                .map(environment -> Optional.ofNullable(ids.get(environment)).orElseThrow())
                .forEach(found::add);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("holds for no target");
        }
        return found;
    }
}
