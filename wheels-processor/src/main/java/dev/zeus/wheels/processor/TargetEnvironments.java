// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.MarkerEnvironment;
import dev.zeus.wheels.python.MarkerEvaluationException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All targets of a wheel set as markers see them; where a marker holds is a set of their indexes.
 *
 * <p>A set whose targets cannot all be read has none, and its markers are not checked.
 */
final class TargetEnvironments {
    private final List<MarkerEnvironment> environments;

    private TargetEnvironments(List<MarkerEnvironment> environments) {
        this.environments = List.copyOf(environments);
    }

    static TargetEnvironments of(WrittenSet set) {
        List<MarkerEnvironment> found = new ArrayList<>();
        if (set.pythons().complete() && set.targets().complete()) {
            for (String python : new TreeSet<>(set.pythons().values())) {
                for (Platform platform : new TreeSet<>(set.platforms())) {
                    if (PythonRules.isPython(python) && platform != Platform.UNIVERSAL) {
                        found.add(MarkerEnvironment.ofCPython(python, platform.isLinux(), machine(platform)));
                    }
                }
            }
        }
        return new TargetEnvironments(found);
    }

    private static String machine(Platform platform) {
        return switch (platform) {
            case AARCH64_DARWIN -> "arm64";
            case AARCH64_LINUX, AARCH64_LINUX_MUSL -> "aarch64";
            default -> "x86_64";
        };
    }

    boolean isEmpty() {
        return environments.isEmpty();
    }

    /** All targets; one that stands for them where they are not known. */
    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, Math.max(1, environments.size()));
        return all;
    }

    /**
     * Where a marker holds; everywhere where it asks for what no target is known to be, such as the kernel.
     *
     * @throws MarkerEvaluationException if it compares what cannot be compared
     */
    BitSet where(EnvironmentMarker marker) {
        String text = marker.toString();
        if (text.contains("platform_release") || text.contains("platform_version")) {
            return all();
        }
        if (environments.isEmpty()) {
            return all();
        }
        BitSet holds = new BitSet();
        for (int i = 0; i < environments.size(); i++) {
            holds.set(i, marker.evaluate(environments.get(i)));
        }
        return holds;
    }

    /** Where a marker holds; nowhere where it has no answer, which is told elsewhere. */
    BitSet whereOrNowhere(EnvironmentMarker marker) {
        try {
            return where(marker);
        } catch (MarkerEvaluationException e) {
            return new BitSet();
        }
    }

    /** What the targets have for a variable. */
    Collection<String> values(String variable) {
        Set<String> values = new TreeSet<>();
        environments.forEach(environment -> {
            if (environment.values().containsKey(variable)) {
                values.add(environment.get(variable));
            }
        });
        return values;
    }
}
