// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.processor.hint.CutoffHint;
import dev.zeus.wheels.processor.hint.NameHint;
import dev.zeus.wheels.python.NamedCutoff;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.UploadCutoff;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** What must hold for a wheel set's cooldown: it is one, and keeps some files out and lets some in. */
final class CutoffRules {
    /** Before that no index told when files came. */
    private static final Instant FIRST_UPLOADS = Instant.parse("2005-01-01T00:00:00Z");

    private final Findings findings;
    private final Clock clock;

    CutoffRules(Findings findings, Clock clock) {
        this.findings = findings;
        this.clock = clock;
    }

    void check(Written<String> cutoff) {
        if (!cutoff.given()) {
            return;
        }
        try {
            checkSense(cutoff, UploadCutoff.parse(cutoff.value()));
        } catch (PackagingParseException e) {
            findings.add(
                    Mistake.BAD_CUTOFF,
                    cutoff.site(),
                    Quoted.text(cutoff.value()),
                    e.expected(),
                    Hints.or(CutoffHint.of(cutoff.value()), "write for instance excludeNewer = \"7 days\""));
        }
    }

    /** What must hold for the cooldowns of single packages and sources. */
    void checkOwn(WrittenSet set) {
        WrittenSet.Resolution resolution = set.resolution();
        Seen<String> packages = new Seen<>();
        for (Written<String> written : resolution.excludeNewerPackages().items()) {
            name(written)
                    .ifPresent(name -> parsed(written)
                            .ifPresent(own -> checkOwn(written, own, packages.put(name, written.site()), set)));
        }
        Seen<String> sources = new Seen<>();
        SourceRules known = new SourceRules(findings);
        for (Written<String> written : resolution.excludeNewerSources().items()) {
            parsed(written).ifPresent(own -> {
                known.checkUse(new Written<>(own.name(), written.site(), true), set);
                checkOwn(written, own, sources.put(own.name(), written.site()), set);
            });
        }
    }

    /** The package that is named, whatever follows. */
    private Optional<String> name(Written<String> written) {
        String name = written.value().split("=", 2)[0].strip();
        try {
            return Optional.of(PackageName.parse(name).value());
        } catch (PackagingParseException e) {
            findings.add(
                    Mistake.BAD_NAME,
                    written.site(),
                    Quoted.text(name),
                    "at character " + (e.position() + 1) + ", expected " + e.expected(),
                    Hints.or(NameHint.of(name), "write for instance \"numpy=2 days\""));
            return Optional.empty();
        }
    }

    private void checkOwn(Written<String> written, NamedCutoff own, Optional<String> before, WrittenSet set) {
        if (before.isPresent()) {
            idle(written, "is said already at " + before.get(), "remove one");
        } else if (own.cutoff().isPresent()) {
            checkSense(written, own.cutoff().get());
        } else if (!set.resolution().excludeNewer().given()) {
            idle(written, "exempts from nothing: the wheel set has no excludeNewer", "remove it, or add excludeNewer");
        }
    }

    private Optional<NamedCutoff> parsed(Written<String> written) {
        try {
            return Optional.of(NamedCutoff.parse(written.value()));
        } catch (PackagingParseException e) {
            String cutoff =
                    written.value().substring(written.value().indexOf('=') + 1).strip();
            findings.add(
                    Mistake.BAD_CUTOFF,
                    written.site(),
                    Quoted.text(cutoff),
                    e.expected(),
                    Hints.or(CutoffHint.of(cutoff), "write for instance \"numpy=2 days\", or \"numpy\" for any age"));
            return Optional.empty();
        }
    }

    private void checkSense(Written<String> cutoff, UploadCutoff parsed) {
        Instant now = clock.instant();
        boolean age = parsed instanceof UploadCutoff.Ago;
        if (!moment(parsed, now).isBefore(now)) {
            idle(
                    cutoff,
                    age ? "holds nothing back: it is no time at all" : "holds nothing back: it is yet to come",
                    age
                            ? "remove it, or write for instance \"7 days\""
                            : "write a day that has passed, or an age such as \"7 days\"");
        } else if (moment(parsed, now).isBefore(FIRST_UPLOADS)) {
            idle(cutoff, "holds everything back: no index has files so old", "write a later day, or a shorter age");
        }
    }

    private static Instant moment(UploadCutoff cutoff, Instant now) {
        try {
            return cutoff.instant(now);
        } catch (DateTimeException | ArithmeticException e) {
            // Longer ago than time is counted.
            return Instant.MIN;
        }
    }

    private void idle(Written<String> cutoff, String reason, String hint) {
        findings.add(Suspicion.IDLE_CUTOFF, cutoff.site(), Quoted.text(cutoff.value()), reason, hint);
    }
}
