package dev.zeus.wheels.processor;

import dev.zeus.wheels.processor.hint.CutoffHint;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.UploadCutoff;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;

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
