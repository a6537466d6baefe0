// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PreReleases;
import dev.zeus.wheels.python.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether a locked package could be newer, and what holds it back.
 *
 * @param locked the package
 * @param newest the newest release of its index; empty where the locked one is
 * @param holds what keeps the newest one out; empty where nothing does that is known
 * @param allowed the newest release that nothing known keeps out; empty where that is the locked one
 */
public record Outlook(LockedPackage locked, Optional<Version> newest, List<String> holds, Optional<Version> allowed) {
    public Outlook {
        holds = List.copyOf(holds);
    }

    /**
     * What speaks for and against the releases of a package.
     *
     * @param bounds who bounds it
     * @param policies what else keeps it where it is, whatever is out
     * @param cooldown the cutoff of the lock
     * @param targets the targets of the lock
     */
    public static Outlook of(
            LockedPackage locked,
            List<Release> releases,
            List<Bound> bounds,
            List<String> policies,
            Optional<Cooldown> cooldown,
            List<Target> targets) {
        Optional<Version> newest = Optional.empty();
        Optional<Version> allowed = Optional.empty();
        List<String> holds = List.of();
        for (Release release : releases) {
            if (release.version().compareTo(locked.version()) <= 0
                    || (release.version().isPrerelease() && !locked.version().isPrerelease())) {
                continue;
            }
            List<String> here = new ArrayList<>(policies);
            here.addAll(holds(locked, release, bounds, cooldown, targets));
            if (newest.filter(version -> version.compareTo(release.version()) > 0)
                    .isEmpty()) {
                newest = Optional.of(release.version());
                holds = here;
            }
            if (here.isEmpty()
                    && allowed.filter(version -> version.compareTo(release.version()) > 0)
                            .isEmpty()) {
                allowed = Optional.of(release.version());
            }
        }
        return new Outlook(locked, newest, holds, allowed);
    }

    /** What speaks against one release of a package. */
    public static List<String> against(
            LockedPackage locked,
            Release release,
            List<Bound> bounds,
            Optional<Cooldown> cooldown,
            List<Target> targets) {
        return holds(locked, release, bounds, cooldown, targets);
    }

    private static List<String> holds(
            LockedPackage locked,
            Release release,
            List<Bound> bounds,
            Optional<Cooldown> cooldown,
            List<Target> targets) {
        List<String> holds = new ArrayList<>();
        bounds.stream()
                .filter(bound -> !bound.versions().contains(release.version(), PreReleases.ALLOW))
                .map(Bound::toString)
                .forEach(holds::add);
        SortedSet<String> without = new TreeSet<>(locked.targets());
        without.removeAll(release.fits());
        if (!without.isEmpty()) {
            holds.add("that no file of it fits " + new TargetPhrase(targets).of(without));
        }
        if (release.isYanked()) {
            holds.add("that it was yanked");
        }
        cooldown.filter(cutoff -> !without.equals(locked.targets()))
                .filter(cutoff -> release.uploaded()
                        .filter(time -> time.isBefore(cutoff.before()))
                        .isEmpty())
                .ifPresent(cutoff -> holds.add(cutoff.against(release)));
        return holds;
    }

    /** What holds the newest one, or that nothing does, as the end of a sentence. */
    public String why() {
        if (newest.isEmpty()) {
            return "it is the newest";
        }
        String out = newest.get() + " is out; ";
        if (allowed.equals(newest)) {
            return out + "nothing that is known here holds it back: mvn wheels:generate -Dwheels.upgrade="
                    + locked.name();
        }
        return out
                + (holds.size() == 1 ? "what holds it is " : "what holds it are ")
                + String.join(", and ", holds)
                + allowed.map(version ->
                                "; " + version + " is allowed: mvn wheels:generate -Dwheels.upgrade=" + locked.name())
                        .orElse("");
    }
}
