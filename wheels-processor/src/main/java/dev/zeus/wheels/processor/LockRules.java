// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.Provider;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.NearName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.PreReleases;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the lock must still hold for what is declared. */
final class LockRules {
    private static final int MOST_SHOWN = 5;

    private final Findings findings;
    private final Lock lock;

    LockRules(Findings findings, Lock lock) {
        this.findings = findings;
        this.lock = lock;
    }

    void check(WrittenSet set, List<Named> declarations) {
        if (!lock.isPresent()) {
            return;
        }
        Map<String, Long> declared =
                declarations.stream().collect(Collectors.groupingBy(Named::project, Collectors.counting()));
        for (Named named : declarations) {
            if (named.declaration() instanceof WrittenDeclaration.Wheel wheel
                    && wheel.provider().value() != Provider.NIXPKGS) {
                check(wheel, named.project(), declared.getOrDefault(named.project(), 1L) > 1);
            }
        }
        new LockedRecipeRules(findings, lock).check(set, declarations);
        set.resolution().constraints().items().forEach(this::checkConstraint);
        set.resolution().overrides().items().forEach(this::checkConstraint);
    }

    /** What is declared apart for several platforms has entries of its own, which its source tells. */
    private void check(WrittenDeclaration.Wheel wheel, String project, boolean byPlatform) {
        String source = wheel.source().value();
        List<LockEntry> locked = lock.of(project).stream()
                .filter(entry -> !byPlatform
                        || entry.source().isEmpty()
                        || entry.source().equals(source))
                .toList();
        if (locked.isEmpty()) {
            findings.add(Mistake.NOT_LOCKED, wheel.site(), Quoted.text(project));
            return;
        }
        if (!byPlatform) {
            checkVersion(wheel.version(), wheel.version().value(), project);
        } else if (locked.size() == 1) {
            checkVersion(wheel.version(), wheel.version().value(), project, locked);
        }
        locked.forEach(entry -> checkStanding(wheel, project, entry));
        wheel.extras().items().forEach(extra -> checkExtra(extra, project, locked));
        locked.stream()
                .map(LockEntry::source)
                .filter(from -> !from.isEmpty() && !from.equals(source))
                .findFirst()
                .ifPresent(from -> findings.add(
                        Mistake.LOCKED_ELSEWHERE,
                        wheel.source().site(),
                        Quoted.text(project),
                        Quoted.text(from),
                        Quoted.text(source)));
    }

    /** An extra that no locked version knows adds nothing, which is mostly a misspelling. */
    private void checkExtra(Written<String> written, String project, List<LockEntry> locked) {
        Optional<String> extra =
                LockEntry.parsed(written.value(), ExtraName::parse).map(ExtraName::value);
        boolean idle = extra.isPresent()
                && locked.stream().noneMatch(entry -> entry.extras().getOrDefault(extra.get(), false));
        if (!idle) {
            return;
        }
        boolean asked = locked.stream().anyMatch(entry -> entry.extras().containsKey(extra.get()));
        Set<String> useful = new TreeSet<>();
        locked.forEach(entry -> entry.extras().forEach((name, adds) -> {
            if (adds) {
                useful.add(name);
            }
        }));
        findings.add(
                Suspicion.UNLOCKED_EXTRA,
                written.site(),
                Quoted.text(project) + " " + locked.get(0).version(),
                Quoted.text(extra.get()),
                asked ? "adds nothing to it on any target" : "is not locked with it",
                Hints.near(
                        NearName.among(useful, extra.get()),
                        asked
                                ? "remove it, or correct it: the project's page shows its extras"
                                : "run mvn wheels:generate"));
    }

    /** A version that was withdrawn is the version's fault, a vulnerable one a fact about the declaration. */
    private void checkStanding(WrittenDeclaration.Wheel wheel, String project, LockEntry locked) {
        Written<String> version = wheel.version();
        locked.yanked()
                .ifPresent(reason -> findings.add(
                        Mistake.LOCKED_YANKED,
                        version.given() ? version.site() : wheel.site(),
                        Quoted.text(project),
                        locked.version(),
                        reason.isEmpty() ? "" : ": " + Quoted.text(reason),
                        (version.value().contains("==") ? "declare another version, then run " : "run ")
                                + upgrade(project)));
        List<LockEntry.Vulnerability> known = locked.vulnerabilities();
        if (!known.isEmpty()) {
            String shown = known.stream()
                    .limit(MOST_SHOWN)
                    .map(LockEntry.Vulnerability::toString)
                    .collect(Collectors.joining(", "));
            findings.add(
                    Mistake.LOCKED_VULNERABLE,
                    wheel.site(),
                    Quoted.text(project),
                    locked.version(),
                    known.size() > MOST_SHOWN ? shown + " and " + (known.size() - MOST_SHOWN) + " more" : shown,
                    upgrade(project));
        }
    }

    private static String upgrade(String project) {
        return "mvn wheels:generate -Dwheels.upgrade=" + project;
    }

    /** Markers are left alone: which targets they mean is the resolver's business. */
    private void checkConstraint(Written<String> written) {
        try {
            Requirement constraint = Requirement.parse(written.value());
            if (constraint.marker().isEmpty() && constraint.url().isEmpty()) {
                checkVersion(
                        written,
                        constraint.specifiers().toString(),
                        constraint.name().value());
            }
        } catch (PackagingParseException e) {
            // Reported as a malformed requirement.
        }
    }

    private void checkVersion(Written<String> written, String specifiers, String project) {
        checkVersion(written, specifiers, project, lock.of(project));
    }

    private void checkVersion(Written<String> written, String specifiers, String project, List<LockEntry> locked) {
        try {
            VersionSpecifiers allowed = VersionSpecifiers.parse(specifiers);
            locked.stream()
                    .map(LockEntry::version)
                    .filter(version -> !allowed.contains(version, PreReleases.ALLOW))
                    .map(Version::toString)
                    .findFirst()
                    .ifPresent(version -> findings.add(
                            Mistake.LOCK_OUTGROWN,
                            written.site(),
                            Quoted.text(project),
                            version,
                            Quoted.text(written.value())));
        } catch (PackagingParseException e) {
            // Reported as a malformed specifier.
        }
    }
}
