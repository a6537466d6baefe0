// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.disk.ByteCount;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.OnceEach;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.generated.DeclaredFiles;
import dev.zeus.wheels.core.generated.ForeignLock;
import dev.zeus.wheels.core.generated.FormerDeclarations;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.generated.Unchanged;
import dev.zeus.wheels.core.lock.FileHosts;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.locking.ApplicationCommands;
import dev.zeus.wheels.core.locking.FilePlaces;
import dev.zeus.wheels.core.locking.LockStep;
import dev.zeus.wheels.core.locking.LockingProblem;
import dev.zeus.wheels.core.locking.PresentLock;
import dev.zeus.wheels.core.locking.Publishers;
import dev.zeus.wheels.core.output.FileChanges;
import dev.zeus.wheels.core.output.GeneratedDirectory;
import dev.zeus.wheels.core.output.Reservation;
import dev.zeus.wheels.core.output.SourceChange;
import dev.zeus.wheels.core.project.OwnSources;
import dev.zeus.wheels.core.question.HeldBack;
import dev.zeus.wheels.core.question.LockQuery;
import dev.zeus.wheels.core.render.MissingLibraries;
import dev.zeus.wheels.core.render.ToolSources;
import dev.zeus.wheels.core.report.LockChange;
import dev.zeus.wheels.core.report.NothingDone;
import dev.zeus.wheels.core.report.ResultPlace;
import dev.zeus.wheels.core.report.RunRecord;
import dev.zeus.wheels.core.report.RunResult;
import dev.zeus.wheels.core.text.Counted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The main job: resolves what is not locked, and writes the lock and everything rendered from it as one change.
 *
 * <p>Where the lock already answers the declarations, nothing is resolved and no network is used.
 */
public final class Generate {
    private static final String ENVIRONMENTS = "environments.nix";

    private final GenerateRequest request;
    private final RunRecord events;

    private Generate(GenerateRequest request, RunRecord events) {
        this.request = request;
        this.events = events;
    }

    /**
     * Runs the job.
     *
     * @throws WheelsException where it cannot be done; the generated directory is then as it was
     */
    public static GenerateOutcome run(GenerateRequest request, EventSink events) {
        return run(request, SourceChange.none(), events);
    }

    /**
     * The same, for declarations of which the sources are to change with the generated files, all at once.
     *
     * @throws WheelsException where it cannot be done; sources and generated directory are then as they were
     */
    static GenerateOutcome run(GenerateRequest request, SourceChange sources, EventSink events) {
        Optional<GenerateOutcome> nothing = sources.isEmpty() ? atOnce(request, events) : Optional.empty();
        return nothing.isPresent() ? nothing.get() : looking(request, sources, events);
    }

    /**
     * The same for one who has found that there may be something to do: {@link #atOnce}.
     *
     * @throws WheelsException where it cannot be done; sources and generated directory are then as they were
     */
    static GenerateOutcome looking(GenerateRequest request, SourceChange sources, EventSink events) {
        RunRecord record = new RunRecord(events);
        try {
            ResultPlace.requireOwn(request.resultFile());
            GenerateOutcome outcome = new Generate(request, record).run(sources);
            RunResult result = RunResult.ok("generate")
                    .with(outcome.packages(), outcome.files())
                    .with(record);
            if (request.dryRun()) {
                result.dry().write(request.resultFile(), events);
            } else {
                result.write(request.resultFile());
            }
            return outcome;
        } catch (WheelsException e) {
            throw RunResult.failed("generate", e, record, request.resultFile());
        }
    }

    /**
     * The outcome of a run that knows at once that there is nothing to do; empty where one has to look, and where
     * anything is wrong, which is left to it to say.
     *
     * <p>What is there was written as one change, and is read as of one moment: nothing is reserved for it. It is by
     * far the most frequent run, in a JVM that is new, so that what it does not need is not even loaded.
     */
    static Optional<GenerateOutcome> atOnce(GenerateRequest request, EventSink events) {
        if (request.dryRun() || !request.update().keepsAnAnswer()) {
            return Optional.empty();
        }
        RunRecord record = new RunRecord(events);
        try {
            ResultPlace.requireOwn(request.resultFile());
            GeneratedDirectory directory = GeneratedFiles.in(request.outputDirectory());
            DeclaredFiles.require(request.set(), directory.path(), request.sources());
            if (directory.isBeingReplaced()
                    || !new Unchanged(request.lock(), directory.path()).isKnown(directory.readBytes())) {
                return Optional.empty();
            }
            ResultPlace.write(request.resultFile(), NothingDone.text("generate", record));
            return Optional.of(nothingDone(directory));
        } catch (WheelsException e) {
            return Optional.empty();
        }
    }

    private GenerateOutcome run(SourceChange sources) {
        GeneratedDirectory directory = GeneratedFiles.in(request.outputDirectory());
        DeclaredFiles.require(request.set(), directory.path(), request.sources());
        if (request.dryRun()) {
            SortedMap<String, String> present = directory.read();
            return run(directory, present, Optional.empty(), files -> FileChanges.between(present, files));
        }
        // Reserved before the lock is read: of two runs at once, the second starts from what the first has written.
        try (Reservation mine = directory.reserve(events)) {
            SortedMap<String, String> present = directory.read();
            Unchanged unchanged = new Unchanged(request.lock(), directory.path());
            unchanged.begin();
            boolean nothingToDo = sources.isEmpty() && unchanged.isKnown(present);
            return nothingToDo
                    ? nothingDone(directory)
                    : run(directory, present, Optional.of(unchanged), files -> mine.replace(files, sources));
        }
    }

    private GenerateOutcome run(
            GeneratedDirectory directory,
            SortedMap<String, String> present,
            Optional<Unchanged> unchanged,
            Function<SortedMap<String, String>, FileChanges> writing) {
        ForeignLock.refuse(directory.path().resolve(GeneratedFiles.LOCK_FILE));
        PresentLock found =
                PresentLock.of(Optional.ofNullable(present.get(GeneratedFiles.LOCK_FILE)), request.update(), events);
        FilePlaces places = new FilePlaces(request.set(), directory.path(), request.access(), events);
        PresentLock before =
                found.believed(places, request.update(), present.getOrDefault(GeneratedFiles.LOCK_FILE, ""), events);
        EventSink once = new OnceEach(events);
        LockStep step = new LockStep(request.lock(), once);
        Lock after = step.lock(before);

        OwnSources own = GeneratedFiles.own(request.set(), directory.path());
        SortedMap<String, String> files = GeneratedFiles.of(request.set(), own, after, request.sources());
        boolean isResolved = !before.lock().equals(Optional.of(after));
        // What is there was held against the wheels when it was written.
        if (isResolved || !Objects.equals(files.get(ENVIRONMENTS), present.get(ENVIRONMENTS))) {
            new ApplicationCommands(request.lock(), once).check(after, own);
        }
        FileChanges changes = writing.apply(files);
        List<LockChange> packages = LockChange.between(before.lock(), after);
        HeldBack held = isResolved ? HeldBack.of(query(), request.access(), after, packages) : HeldBack.NOTHING;
        warnOfDowngrades(packages, held);
        before.lock().ifPresent(old -> {
            warnOfPlaces(old, after);
            if (request.set().attestations()) {
                Publishers.moved(old, after).forEach(problem -> events.accept(new WheelsEvent.Warned(problem)));
            }
        });
        ToolSources.of(request.set(), after, own).forEach(problem -> events.accept(new WheelsEvent.Warned(problem)));
        MissingLibraries.of(request.set(), after).forEach(problem -> events.accept(new WheelsEvent.Warned(problem)));
        GenerateOutcome outcome = new GenerateOutcome(
                directory.path(),
                FormerDeclarations.undeclared(present, files),
                packages,
                changes,
                held,
                cost(after),
                request.dryRun());
        if (events.warnings().isEmpty() && step.isAnsweredBy(after) && places.areDeclared(after)) {
            // A run that finds these files keeps the lock, renders the same, and has nothing to ask or to say.
            unchanged.ifPresent(each -> each.remember(files));
        }
        return outcome;
    }

    private LockQuery query() {
        return new LockQuery(request.set(), request.outputDirectory(), request.sources());
    }

    private static GenerateOutcome nothingDone(GeneratedDirectory directory) {
        FileChanges none = new FileChanges(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        return new GenerateOutcome(directory.path(), List.of(), List.of(), none, HeldBack.NOTHING, "", false);
    }

    /** The server of a source's files decides what is installed. */
    private void warnOfPlaces(Lock before, Lock after) {
        SortedMap<String, SortedSet<String>> old = FileHosts.of(before.packages());
        FileHosts.of(after.packages()).forEach((source, places) -> {
            SortedSet<String> usual = old.getOrDefault(source, new TreeSet<>());
            SortedSet<String> news = new TreeSet<>(places);
            news.removeAll(usual);
            if (!news.isEmpty() && !usual.isEmpty()) {
                events.accept(new WheelsEvent.Warned(new Problem(
                        LockingProblem.NEW_HOST,
                        "files of the source \"" + source + "\" come from " + String.join(", ", news)
                                + " now, and came from " + String.join(", ", usual),
                        "confirm with the operators of the index that this is intended before you commit the lock")));
            }
        });
    }

    /** What the run took; nothing where no server was asked. */
    private String cost(Lock lock) {
        if (events.requests() == 0) {
            return "";
        }
        BigDecimal seconds = BigDecimal.valueOf(events.time().toMillis(), 3).setScale(1, RoundingMode.HALF_UP);
        return Counted.of(lock.packages().size(), "package") + " for "
                + Counted.of(lock.targets().size(), "target") + " in " + seconds + " s: "
                + Counted.of(events.requests(), "request") + ", " + new ByteCount(events.bytes());
    }

    /**
     * An index that hides its newest files looks just like this; versions that a bound or the cutoff excludes are no
     * sign of it.
     */
    private void warnOfDowngrades(List<LockChange> packages, HeldBack held) {
        List<LockChange> odd = packages.stream()
                .filter(LockChange::isDowngrade)
                .filter(change ->
                        held.downgrades().getOrDefault(change.name(), List.of()).isEmpty())
                .toList();
        if (odd.isEmpty()) {
            return;
        }
        String list = odd.stream()
                .map(change -> "\"" + change.name() + "\" is downgraded from "
                        + change.before().last() + " to " + change.after().last())
                .collect(Collectors.joining(", "));
        events.accept(new WheelsEvent.Warned(new Problem(
                LockingProblem.DOWNGRADE,
                list,
                "if none of your declarations requires it, find out why the index offers no newer one before you commit"
                        + " this lock")));
    }
}
