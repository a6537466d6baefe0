package dev.zeus.wheels.core;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.output.FileChanges;
import dev.zeus.wheels.core.output.GeneratedDirectory;
import dev.zeus.wheels.core.output.Reservation;
import dev.zeus.wheels.core.report.RunRecord;
import dev.zeus.wheels.core.report.RunResult;
import dev.zeus.wheels.core.setup.GoalProblem;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.AdvisoryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Asks the indexes which vulnerabilities of the locked versions are known, and writes them into the lock, from which
 * the annotation processor warns of them.
 *
 * <p>Nothing else in the lock changes, and no other generated file.
 */
public final class Audit {
    private static final String TASK = "audit";

    private final AuditRequest request;
    private final EventSink events;
    private final SortedSet<AdvisoryId> unmatched;

    private Audit(AuditRequest request, EventSink events) {
        this.request = request;
        this.events = events;
        this.unmatched = new TreeSet<>(request.ignored());
    }

    /**
     * Runs the audit.
     *
     * @return what is known; vulnerabilities are no exception but its {@link AuditOutcome#problem}
     * @throws WheelsException C101 where there is no lock, or one that this release would write differently; C602
     *     offline; what the index or writing fails with
     */
    public static AuditOutcome run(AuditRequest request, EventSink events) {
        RunRecord record = new RunRecord(events);
        try {
            RunResult.requireOwn(request.resultFile());
            AuditOutcome outcome = new Audit(request, record).run();
            RunResult result =
                    outcome.problem().isEmpty() ? RunResult.ok("audit") : RunResult.failed("audit", outcome.findings());
            result.with(List.of(), outcome.files())
                    .withVulnerabilities(outcome.vulnerable())
                    .with(record)
                    .write(request.resultFile());
            return outcome;
        } catch (WheelsException e) {
            throw RunResult.failed("audit", e, record, request.resultFile());
        }
    }

    private AuditOutcome run() {
        if (request.access().offline()) {
            throw new WheelsException(
                    AuditProblem.OFFLINE_AUDIT,
                    "an audit asks the indexes what is known now, and this run is offline",
                    "run it without -o");
        }
        GeneratedDirectory directory = GeneratedFiles.in(request.outputDirectory());
        try (Reservation mine = directory.reserve(events)) {
            SortedMap<String, String> files = new TreeMap<>(directory.read());
            Lock before = lock(Optional.ofNullable(files.get(GeneratedFiles.LOCK_FILE)));
            List<Optional<List<Advisory>>> answers = ask(before);
            Lock after = before.with(audited(before.packages(), answers));
            unmatched.forEach(this::warnOfUnmatched);

            files.put(GeneratedFiles.LOCK_FILE, after.toToml());
            FileChanges changes = mine.replace(files);
            Silence.of(before.packages(), answers).forEach(this::warnOfSilence);
            int answered = (int) answers.stream().filter(Optional::isPresent).count();
            return new AuditOutcome(
                    request.set(), after, request.sources(), answered, request.allowsUnknown(), changes);
        }
    }

    private static Lock lock(Optional<String> text) {
        Lock lock = text.map(Lock::parse).orElseThrow(() -> outdated("there is no pylock.toml to audit"));
        if (!text.equals(Optional.of(lock.toToml()))) {
            throw outdated("pylock.toml is not as this release of Zeus Wheels writes it");
        }
        return lock;
    }

    private static WheelsException outdated(String message) {
        return new WheelsException(GoalProblem.OUT_OF_DATE, message, "run: mvn wheels:generate");
    }

    /** What the indexes answer, package by package. */
    private List<Optional<List<Advisory>>> ask(Lock lock) {
        events.accept(new WheelsEvent.Started(TASK, lock.packages().size()));
        try (PackageIndexes indexes =
                request.access().open(request.set().sources(), request.outputDirectory(), events)) {
            List<CompletableFuture<Optional<List<Advisory>>>> asked = new ArrayList<>();
            for (LockedPackage locked : lock.packages()) {
                asked.add(indexes.of(locked.source())
                        .advisories(locked.name(), locked.version())
                        .thenApply(answer -> {
                            events.accept(new WheelsEvent.Advanced(TASK, locked.name() + " " + locked.version()));
                            return answer;
                        }));
            }
            List<Optional<List<Advisory>>> answers =
                    asked.stream().map(CompletableFuture::join).toList();
            events.accept(new WheelsEvent.Finished(TASK, "Asked of " + Counted.of(answers.size(), "package")));
            return answers;
        } catch (CompletionException e) {
            throw WheelsException.of(e);
        }
    }

    /** The packages with what is known now; where an index was silent, with what was known before. */
    private List<LockedPackage> audited(List<LockedPackage> packages, List<Optional<List<Advisory>>> answers) {
        List<LockedPackage> audited = new ArrayList<>();
        for (int i = 0; i < packages.size(); i++) {
            LockedPackage locked = packages.get(i);
            List<Advisory> known = answers.get(i).orElse(locked.standing().vulnerabilities());
            audited.add(locked.with(locked.standing()
                    .with(known.stream().filter(one -> !isIgnored(one)).toList())));
        }
        return audited;
    }

    private boolean isIgnored(Advisory advisory) {
        List<AdvisoryId> by =
                request.ignored().stream().filter(advisory::isCalled).toList();
        unmatched.removeAll(by);
        return !by.isEmpty();
    }

    private void warnOfSilence(Silence silence) {
        events.accept(new WheelsEvent.Warned(new Problem(
                AuditProblem.UNAUDITED,
                silence.toString(),
                "look for them elsewhere, or give it an address that publishes them with -Dwheels.index."
                        + silence.source() + "=…")));
    }

    private void warnOfUnmatched(AdvisoryId id) {
        events.accept(new WheelsEvent.Warned(new Problem(
                AuditProblem.IDLE_IGNORE,
                "wheels.audit.ignore names \"" + id + "\", which no locked package has",
                "remove it")));
    }
}
