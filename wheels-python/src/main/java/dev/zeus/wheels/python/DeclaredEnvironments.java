// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The environments that are declared, and the algebra of markers over them.
 *
 * <pre>{@code
 * DeclaredEnvironments targets = DeclaredEnvironments.of(List.of(linux311, linux312, mac312));
 * targets.marker(List.of(linux311, linux312)); // sys_platform == "linux"
 * targets.disjoint(first, second);             // whether no declared environment fulfils both
 * }</pre>
 *
 * <p>Over all environments that could be, most questions about markers have no exact answer: comparison of text and
 * versions mix, and markers know no {@code not}. Over those declared, every marker is the set of environments that it
 * holds in, and each question has one.
 */
public final class DeclaredEnvironments {
    private final List<MarkerEnvironment> environments;

    private DeclaredEnvironments(List<MarkerEnvironment> environments) {
        this.environments = environments;
    }

    /**
     * {@return the environments in the order given, each once}
     *
     * @param environments the environments that are declared
     */
    public static DeclaredEnvironments of(Collection<MarkerEnvironment> environments) {
        return new DeclaredEnvironments(List.copyOf(new LinkedHashSet<>(environments)));
    }

    /** {@return the environments, each once} */
    public List<MarkerEnvironment> environments() {
        return environments;
    }

    /**
     * {@return the environments that the marker holds in}
     *
     * @param marker the marker to look at
     * @throws MarkerEvaluationException if it has no answer in one of them
     */
    public Set<MarkerEnvironment> where(EnvironmentMarker marker) {
        Set<MarkerEnvironment> found = new LinkedHashSet<>();
        for (MarkerEnvironment environment : environments) {
            if (marker.evaluate(environment)) {
                found.add(environment);
            }
        }
        return found;
    }

    /**
     * {@return whether no declared environment fulfils both markers}
     *
     * @param first one marker
     * @param second the other marker
     * @throws MarkerEvaluationException if one has no answer in a declared environment
     */
    @SuppressWarnings("ShortCircuitBoolean") // the second is asked as well, since it may have no answer
    public boolean disjoint(EnvironmentMarker first, EnvironmentMarker second) {
        return environments.stream()
                .noneMatch(environment -> first.evaluate(environment) & second.evaluate(environment));
    }

    /**
     * {@return a short marker that holds in these declared environments and in no other; empty if they are all of them}
     *
     * @param selected some of the declared environments
     * @throws IllegalArgumentException if there are none, one is not declared, or nothing tells one apart from another
     */
    public Optional<EnvironmentMarker> marker(Collection<MarkerEnvironment> selected) {
        BitSet chosen = new BitSet();
        for (MarkerEnvironment environment : selected) {
            int index = environments.indexOf(environment);
            if (index < 0) {
                throw new IllegalArgumentException("an environment that is not declared: " + environment);
            }
            chosen.set(index);
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no marker holds in none of the declared environments");
        }
        if (chosen.cardinality() == environments.size()) {
            return Optional.empty();
        }
        return Optional.of(new EnvironmentMarker(new MarkerSelection(environments, chosen).node()));
    }

    /**
     * {@return a short marker with the same answers; empty if it holds in every declared environment} A marker that
     * holds in none is returned as it is.
     *
     * @param marker the marker to look at
     * @throws MarkerEvaluationException if the marker has no answer in a declared environment
     */
    public Optional<EnvironmentMarker> simplify(EnvironmentMarker marker) {
        Set<MarkerEnvironment> found = where(marker);
        return found.isEmpty() ? Optional.of(marker) : marker(found);
    }

    /**
     * {@return a short marker that holds where this one does not; empty if it holds nowhere declared}
     *
     * @param marker the marker to look at
     * @throws MarkerEvaluationException if the marker has no answer in a declared environment
     * @throws IllegalArgumentException if it holds everywhere, as nothing says "nowhere"
     */
    public Optional<EnvironmentMarker> not(EnvironmentMarker marker) {
        List<MarkerEnvironment> others = new ArrayList<>(environments);
        others.removeAll(where(marker));
        return marker(others);
    }
}
