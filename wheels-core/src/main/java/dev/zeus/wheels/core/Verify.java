// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.FlakeChecks;
import dev.zeus.wheels.core.check.HostSystem;
import dev.zeus.wheels.core.check.NixFlake;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.question.NeededBy;
import dev.zeus.wheels.core.report.ResultPlace;
import dev.zeus.wheels.core.report.RunRecord;
import dev.zeus.wheels.core.report.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Proves what was generated: that it is what the lock renders to, that the locked wheels are what they say, that they
 * can be imported here, and, where Nix is present, that it builds them.
 */
public final class Verify {
    private static final String TASK = "record imports";

    private final VerifyRequest request;
    private final EventSink events;

    private Verify(VerifyRequest request, EventSink events) {
        this.request = request;
        this.events = events;
    }

    /**
     * Runs all checks.
     *
     * @return the answers, and what could not be asked
     * @throws WheelsException C101 where files or lock are out of date; what its checks fail with is in the answers
     */
    public static VerifyOutcome run(VerifyRequest request, EventSink events) {
        RunRecord record = new RunRecord(events);
        try {
            ResultPlace.requireOwn(request.resultFile());
            VerifyOutcome outcome = new Verify(request, record).run();
            RunResult result = outcome.problems().isEmpty()
                    ? RunResult.ok("check")
                    : RunResult.failed("check", outcome.problems());
            result.with(outcome.results(), outcome.failed(), outcome.nix())
                    .with(record)
                    .write(request.resultFile(), events);
            return outcome;
        } catch (WheelsException e) {
            throw RunResult.failed("check", e, record, request.resultFile());
        }
    }

    private VerifyOutcome run() {
        Lock lock = request.wheels().lock(events);
        NeededBy chains = new NeededBy(request.wheels().set(), lock, request.sources());
        List<CheckResult> results = request.wheels().check(lock, events).stream()
                .map(result -> chained(result, chains))
                .toList();
        List<Target> others = new ArrayList<>(lock.targets());
        others.removeAll(request.wheels().targets(lock));
        List<String> recorded = request.recordsImports() ? recorded(lock, results) : List.of();
        String nix = nix(lock, recorded);
        VerifyOutcome outcome = new VerifyOutcome(results, others, nix, request.allowsUnasked(), recorded);
        Stream.concat(outcome.gaps().stream(), outcome.nothing().stream())
                .forEach(problem -> events.accept(new WheelsEvent.Warned(problem)));
        return outcome;
    }

    /** What becomes of the checks by Nix; where they fail, the lines of what was recorded, and so written, are told. */
    private String nix(Lock lock, List<String> recorded) {
        try {
            return NixFlake.check(
                            request.flake(),
                            request.nixInputs(),
                            HostSystem.name(),
                            FlakeChecks.names(request.wheels().set(), lock, HostSystem.name()),
                            events)
                    .map(reason -> "nix: not run: " + reason)
                    .orElse("nix: passed");
        } catch (WheelsException e) {
            recorded.forEach(line -> events.accept(new WheelsEvent.Finished(TASK, line)));
            throw e;
        }
    }

    /** Nothing is recorded of wheels with which something is wrong; Nix then builds what was recorded. */
    private List<String> recorded(Lock lock, List<CheckResult> results) {
        return new VerifyOutcome(results, List.of(), "", request.allowsUnasked())
                        .problems()
                        .isEmpty()
                ? new ImportRecording(request.wheels(), request.sources(), events).record(lock)
                : List.of("not recorded  which modules import alone: checks failed");
    }

    private static CheckResult chained(CheckResult result, NeededBy chains) {
        if (!(result.outcome() instanceof Outcome.Failed failed)) {
            return result;
        }
        Problem ended = chains.end(
                failed.problem(), result.name(), result.target(), result.check().title());
        return new CheckResult(result.name(), result.check(), result.target(), new Outcome.Failed(ended));
    }
}
