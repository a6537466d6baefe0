package dev.zeus.wheels.processor;

import dev.zeus.wheels.Provider;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.PreReleases;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.List;

/** What the lock must still hold for what is declared. */
final class LockRules {
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
        for (Named named : declarations) {
            if (named.declaration() instanceof WrittenDeclaration.Wheel wheel
                    && wheel.provider().value() != Provider.NIXPKGS) {
                check(wheel, named.project());
            }
        }
        set.resolution().constraints().items().forEach(this::checkConstraint);
        set.resolution().overrides().items().forEach(this::checkConstraint);
    }

    private void check(WrittenDeclaration.Wheel wheel, String project) {
        List<Lock.Entry> locked = lock.of(project);
        if (locked.isEmpty()) {
            findings.add(Mistake.NOT_LOCKED, wheel.site(), Quoted.text(project));
            return;
        }
        checkVersion(wheel.version(), wheel.version().value(), project);
        String source = wheel.source().value();
        locked.stream()
                .map(Lock.Entry::source)
                .filter(from -> !from.isEmpty() && !from.equals(source))
                .findFirst()
                .ifPresent(from -> findings.add(
                        Mistake.LOCKED_ELSEWHERE,
                        wheel.source().site(),
                        Quoted.text(project),
                        Quoted.text(from),
                        Quoted.text(source)));
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
            // Reported as a requirement that is none.
        }
    }

    private void checkVersion(Written<String> written, String specifiers, String project) {
        try {
            VersionSpecifiers allowed = VersionSpecifiers.parse(specifiers);
            lock.of(project).stream()
                    .map(Lock.Entry::version)
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
            // Reported as a specifier that is none.
        }
    }
}
