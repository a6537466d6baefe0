// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.OnceEach;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.index.IndexProblem;
import dev.zeus.wheels.core.index.NoSuchProjectException;
import dev.zeus.wheels.core.index.OsvDatabase;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.output.FileChanges;
import dev.zeus.wheels.core.output.GeneratedDirectory;
import dev.zeus.wheels.core.output.Reservation;
import dev.zeus.wheels.core.report.ResultPlace;
import dev.zeus.wheels.core.report.RunRecord;
import dev.zeus.wheels.core.report.RunResult;
import dev.zeus.wheels.core.setup.GoalProblem;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.AdvisoryId;
import dev.zeus.wheels.python.PackageName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * Asks the indexes, or a database of advisories, which vulnerabilities of the locked versions are known, and writes
 * them into the lock, from which the annotation processor warns of them.
 *
 * <p>Nothing else in the lock changes, and no other generated file.
 */
public final class Audit {
    private static final String TASK = "audit";

    private final AuditRequest request;
    private final EventSink events;
    private final SortedSet<AdvisoryId> unmatched;
    private final SortedMap<PackageName, AuditOutcome.Suspect> suspects = new ConcurrentSkipListMap<>();

    private Audit(AuditRequest request, EventSink events) {
        this.request = request;
        this.events = new OnceEach(events);
        this.unmatched = new TreeSet<>(request.ignored());
    }

    /**
     * Runs the audit.
     *
     * @return what is known; vulnerabilities are no exception but its {@link AuditOutcome#problem}
     * @throws WheelsException C101 where there is no lock, or one that this release would write differently; C602
     *     offline without a database; C608 where the database cannot be used; what the index or writing fails with
     */
    public static AuditOutcome run(AuditRequest request, EventSink events) {
        RunRecord record = new RunRecord(events);
        try {
            ResultPlace.requireOwn(request.resultFile());
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
        if (request.access().offline() && request.database().isEmpty()) {
            throw new WheelsException(
                    AuditProblem.OFFLINE_AUDIT,
                    "an audit asks the indexes for current advisories, and this run is offline",
                    "run it without -o; or give it a database of advisories with -Dwheels.audit.database=FILE");
        }
        GeneratedDirectory directory = GeneratedFiles.in(request.outputDirectory());
        try (Reservation mine = directory.reserve(events)) {
            SortedMap<String, String> files = new TreeMap<>(directory.read());
            Lock before = lock(Optional.ofNullable(files.get(GeneratedFiles.LOCK_FILE)));
            Optional<OsvDatabase> database = request.database().map(file -> read(file, before));
            List<Optional<List<Advisory>>> answers = ask(before, database);
            Lock after = before.with(audited(before.packages(), answers));
            unmatched.forEach(this::warnOfUnmatched);

            files.put(GeneratedFiles.LOCK_FILE, after.toToml());
            FileChanges changes = mine.replace(files);
            Silence.of(before.packages(), answers).forEach(this::warnOfSilence);
            int answered = (int) answers.stream().filter(Optional::isPresent).count();
            return new AuditOutcome(
                    request.set(),
                    after,
                    request.sources(),
                    answered,
                    request.allowsUnknown(),
                    List.copyOf(suspects.values()),
                    database.map(AuditOutcome.Consulted::of),
                    !request.access().offline(),
                    changes);
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

    private OsvDatabase read(Path file, Lock lock) {
        String task = "advisories";
        events.accept(new WheelsEvent.Started(task, 1));
        Set<PackageName> names =
                lock.packages().stream().map(LockedPackage::name).collect(Collectors.toSet());
        try {
            OsvDatabase database = OsvDatabase.read(file, names);
            events.accept(new WheelsEvent.Finished(task, "Read " + Counted.of(database.size(), "advisory")));
            return database;
        } catch (OsvDatabase.UnreadableException e) {
            throw new WheelsException(
                    AuditProblem.BAD_DATABASE,
                    "wheels.audit.database is \"" + file + "\", which cannot be used: " + e.getMessage(),
                    "give the path of a complete zip from osv.dev: all.zip of the PyPI ecosystem",
                    e);
        }
    }

    /** What the database or the indexes answer, package by package; on the way, what the indexes say of projects. */
    private List<Optional<List<Advisory>>> ask(Lock lock, Optional<OsvDatabase> database) {
        events.accept(new WheelsEvent.Started(TASK, lock.packages().size()));
        try (PackageIndexes indexes =
                request.access().open(request.set().sources(), request.outputDirectory(), events)) {
            List<CompletableFuture<Optional<List<Advisory>>>> asked = new ArrayList<>();
            for (LockedPackage locked : lock.packages()) {
                CompletableFuture<Optional<List<Advisory>>> known = database.map(all ->
                                CompletableFuture.completedFuture(Optional.of(all.of(locked.name(), locked.version()))))
                        .orElseGet(() -> indexes.of(locked.source()).advisories(locked.name(), locked.version()));
                asked.add(known.thenCombine(stands(indexes, locked), (answer, done) -> {
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

    /**
     * Looks at the page of a project: that it is left behind is warned of; that it is quarantined, or there no more, is
     * kept. Offline nothing is asked.
     */
    private CompletableFuture<?> stands(PackageIndexes indexes, LockedPackage locked) {
        if (request.access().offline()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return indexes.of(locked.source()).page(locked.name()).handle((page, failure) -> {
            if (failure != null) {
                suspects.put(locked.name(), suspect(locked, WheelsException.of(failure)));
            } else {
                page.unmaintained().ifPresent(problem -> events.accept(new WheelsEvent.Warned(problem)));
            }
            return Optional.empty();
        });
    }

    private static AuditOutcome.Suspect suspect(LockedPackage locked, RuntimeException failure) {
        if (failure instanceof WheelsException why
                && (why.problem().is(IndexProblem.QUARANTINED) || why instanceof NoSuchProjectException)) {
            return new AuditOutcome.Suspect(locked, why.problem());
        }
        throw failure;
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
                "look for them in a database of advisories with -Dwheels.audit.database=FILE; or give it an address"
                        + " that publishes them with -Dwheels.index." + silence.source() + "=…")));
    }

    private void warnOfUnmatched(AdvisoryId id) {
        events.accept(new WheelsEvent.Warned(new Problem(
                AuditProblem.IDLE_IGNORE,
                "wheels.audit.ignore names \"" + id + "\", which no locked package has",
                "remove it")));
    }
}
