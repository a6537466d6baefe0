// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.index.OsvDatabase;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.output.FileChanges;
import dev.zeus.wheels.core.question.NeededBy;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.PreReleases;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run of {@link Audit} found.
 *
 * @param set the declarations
 * @param lock the lock with what is known of its packages now
 * @param sources where the declarations are written
 * @param answered of how many packages it was said what is known
 * @param allowsUnknown whether it passes where that is not so of all
 * @param suspects the projects that their index has quarantined or does not have any more
 * @param consulted the database that was asked in place of the sources, if any
 * @param stands whether the sources were asked how their projects stand
 * @param files the generated files that differ from those before: the lock, or none
 */
public record AuditOutcome(
        WheelSetDeclaration set,
        Lock lock,
        SourceRoots sources,
        int answered,
        boolean allowsUnknown,
        List<Suspect> suspects,
        Optional<Consulted> consulted,
        boolean stands,
        FileChanges files) {
    private static final int SHOWN = 20;

    /**
     * A package whose project is not as it was when it was locked.
     *
     * @param locked the package
     * @param problem what its index says
     */
    public record Suspect(LockedPackage locked, Problem problem) {}

    /**
     * A database of advisories that was asked.
     *
     * @param size how many advisories it has
     * @param newest the day on which the latest of them was changed; empty where none says so
     */
    public record Consulted(int size, Optional<LocalDate> newest) {
        static Consulted of(OsvDatabase database) {
            return new Consulted(database.size(), database.newest());
        }

        @Override
        public String toString() {
            return Counted.of(size, "advisory")
                    + newest.map(day -> " up to " + day).orElse("");
        }
    }

    /** The packages with known vulnerabilities. */
    public List<LockedPackage> vulnerable() {
        return lock.packages().stream()
                .filter(locked -> !locked.standing().vulnerabilities().isEmpty())
                .toList();
    }

    /**
     * What ends the build: that there are known vulnerabilities, that a project is quarantined or gone, or that nothing
     * is known of some packages, which says nothing of vulnerabilities; and the way out.
     */
    public Optional<Problem> problem() {
        List<LockedPackage> vulnerable = vulnerable();
        if (vulnerable.isEmpty()) {
            return suspects.stream()
                    .map(Suspect::problem)
                    .findFirst()
                    .or(() -> isUnknown() && !allowsUnknown ? Optional.of(unknown()) : Optional.empty());
        }
        String fixable = vulnerable.stream()
                .filter(locked -> locked.standing().vulnerabilities().stream()
                        .anyMatch(one -> !one.fixedIn().isEmpty()))
                .map(locked -> locked.name().value())
                .distinct()
                .collect(Collectors.joining(","));
        String ignore = "to ignore what does not concern you, -Dwheels.audit.ignore="
                + vulnerable.get(0).standing().vulnerabilities().get(0).id() + ",…";
        return Optional.of(new Problem(
                AuditProblem.VULNERABLE,
                "known vulnerabilities in "
                        + shown(vulnerable.stream()
                                .map(locked -> "\"" + locked.name() + "\" " + locked.version())
                                .toList()),
                (fixable.isEmpty() ? "" : "mvn wheels:generate -Dwheels.upgrade=" + fixable + "; ") + ignore));
    }

    /** What ends the build, package by package and vulnerability by vulnerability. */
    public List<Problem> findings() {
        NeededBy chains = new NeededBy(set, lock, sources);
        List<Problem> findings = new ArrayList<>();
        for (LockedPackage locked : vulnerable()) {
            for (Advisory advisory : locked.standing().vulnerabilities()) {
                findings.add(chains.end(
                        new Problem(
                                AuditProblem.VULNERABLE,
                                "\"" + locked.name() + "\" " + locked.version() + " has " + advisory.id()
                                        + (advisory.summary().isEmpty() ? "" : ": " + advisory.summary()),
                                advisory.fixedIn().isEmpty()
                                        ? "no known version fixes it; if it does not concern you, give"
                                                + " -Dwheels.audit.ignore=" + advisory.id()
                                        : joined(advisory.fixedIn())
                                                + " fixes it: mvn wheels:generate -Dwheels.upgrade=" + locked.name()),
                        locked.name()));
            }
        }
        suspects.forEach(
                one -> findings.add(chains.end(one.problem(), one.locked().name())));
        return findings.isEmpty() ? problem().stream().toList() : findings;
    }

    private boolean isUnknown() {
        return answered < lock.packages().size();
    }

    private Problem unknown() {
        int all = lock.packages().size();
        if (answered > 0) {
            return new Problem(
                    AuditProblem.PARTLY_AUDITED,
                    "nothing is known about " + (all - answered) + " of the " + all + " locked packages",
                    "give a database of advisories with -Dwheels.audit.database=FILE; or let it pass with"
                            + " -Dwheels.audit.allowUnknown=true and look for them elsewhere");
        }
        String source = lock.packages().get(0).source();
        return new Problem(
                AuditProblem.NOTHING_AUDITED,
                "no source publishes advisories for "
                        + (all == 1 ? "the locked package" : "the " + all + " locked packages")
                        + ", so nothing was audited",
                "give a database of advisories with -Dwheels.audit.database=FILE; or an address that publishes them"
                        + " with -Dwheels.index." + source
                        + "=…; or let it pass with -Dwheels.audit.allowUnknown=true and look for them elsewhere");
    }

    private String found(long found) {
        if (lock.packages().isEmpty()) {
            return "nothing is locked that could be audited";
        }
        if (found > 0) {
            return Counted.of(found, "known vulnerability");
        }
        return answered == 0 ? "nothing is known" : "no known vulnerability";
    }

    /** The outcome for people, one line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        vulnerable().forEach(locked -> lines.addAll(lines(locked)));
        long found = vulnerable().stream()
                .mapToLong(locked -> locked.standing().vulnerabilities().size())
                .sum();
        int all = lock.packages().size();
        suspects.forEach(one -> lines.add(one.problem().message()));
        lines.add("Audited " + (answered == all ? "" : answered + " of ") + Counted.of(all, "package")
                + consulted.map(database -> " against " + database).orElse("") + ": " + found(found));
        if (!stands) {
            lines.add("Offline: did not check whether projects are quarantined, archived or deprecated");
        }
        if (!files.isEmpty()) {
            lines.add("Wrote " + String.join(", ", files.changed()));
        }
        return lines;
    }

    private List<String> lines(LockedPackage locked) {
        List<Advisory> advisories = locked.standing().vulnerabilities();
        List<String> lines = new ArrayList<>();
        lines.add(locked.name() + " " + locked.version() + " has "
                + Counted.of(advisories.size(), "known vulnerability") + ":");
        for (Advisory advisory : advisories) {
            lines.add("- " + advisory.id() + (advisory.summary().isEmpty() ? "" : ": " + advisory.summary()));
            lines.add(
                    advisory.fixedIn().isEmpty()
                            ? "  No version is known that fixes it"
                            : "  Fixed in: " + joined(advisory.fixedIn()) + allowed(locked, advisory.fixedIn()));
        }
        lines.addAll(needed(locked));
        return lines;
    }

    /**
     * The versions that the declared specifier of a package allows; empty if it allows all, or the package is not
     * declared.
     */
    private String allowed(LockedPackage locked, Collection<Version> versions) {
        return declared(locked)
                .map(WheelDeclaration::version)
                .filter(specifiers -> !specifiers.isEmpty())
                .map(specifiers -> {
                    VersionSpecifiers declared = VersionSpecifiers.parse(specifiers);
                    List<Version> inside = versions.stream()
                            .filter(version -> declared.contains(version, PreReleases.ALLOW))
                            .toList();
                    return " (\"" + specifiers + "\" allows " + (inside.isEmpty() ? "none" : joined(inside)) + ")";
                })
                .orElse("");
    }

    private Optional<WheelDeclaration> declared(LockedPackage locked) {
        return set.wheels().stream()
                .filter(wheel -> wheel.name().equals(locked.name().value()))
                .min(Comparator.comparing(wheel -> !wheel.source().equals(locked.source())));
    }

    /** The path from a declaration; a package without one is needed for another reason. */
    private List<String> needed(LockedPackage locked) {
        if (declared(locked).isPresent()) {
            return List.of();
        }
        return new NeededBy(set, lock, sources)
                .way(locked.name())
                .map(way -> List.of("  N" + way.substring(1)))
                .orElseGet(() -> List.of("  Needed by: " + shown(needing(locked))));
    }

    private List<String> needing(LockedPackage needed) {
        return lock.packages().stream()
                .filter(locked ->
                        locked.allDependencies().map(LockedDependency::name).anyMatch(needed.name()::equals))
                .map(locked -> locked.name() + " " + locked.version())
                .toList();
    }

    private static String joined(Collection<Version> versions) {
        return versions.stream().map(Version::toString).collect(Collectors.joining(", "));
    }

    private static String shown(List<String> names) {
        return Counted.first(SHOWN, names);
    }
}
