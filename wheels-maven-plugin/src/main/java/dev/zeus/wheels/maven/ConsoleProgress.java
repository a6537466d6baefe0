// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.disk.ByteCount;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsListener;
import dev.zeus.wheels.core.report.RunRecord;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Draws events for people: one moving row on a terminal, one line per finished task elsewhere.
 *
 * <p>The moving row goes to the terminal only if nothing else reads it and the user has not asked for silence: not in
 * batch mode, not with {@code -ntp}, not in CI, not where output is redirected, not where modules are built side by
 * side.
 */
final class ConsoleProgress implements WheelsListener, AutoCloseable {
    /** In nanoseconds: ten drawings a second look steady. */
    private static final long PAUSE = 100_000_000;

    private final Log log;
    private final RunRecord record;
    private final Optional<MovingRow> row;
    private final String module;
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();
    private final AtomicLong lastDrawn = new AtomicLong();
    private volatile String doing = "";
    private volatile String latest = "";

    ConsoleProgress(Log log, RunRecord record, Optional<MovingRow> row, String module) {
        this.log = log;
        this.record = record;
        this.row = row;
        this.module = module;
    }

    static ConsoleProgress of(MavenSession session, Log log, RunRecord record) {
        MavenExecutionRequest request = session.getRequest();
        boolean alone = request.getDegreeOfConcurrency() <= 1;
        boolean interactive = alone
                && Terminal.isAttended(session)
                && !isQuiet(request)
                && System.getenv("NO_COLOR") == null
                && !"dumb".equals(System.getenv("TERM"))
                && log.isInfoEnabled();
        String module = alone
                ? ""
                : Optional.ofNullable(session.getCurrentProject())
                        .map(MavenProject::getArtifactId)
                        .map(name -> name + ": ")
                        .orElse("");
        return new ConsoleProgress(
                log,
                record,
                interactive
                        ? Optional.of(new MovingRow(System.out, MovingRow.columns(System.getenv())))
                        : Optional.empty(),
                module);
    }

    /**
     * Whether progress is switched off with {@code -ntp}, which Maven itself tells its listeners only by their kind.
     */
    private static boolean isQuiet(MavenExecutionRequest request) {
        return Optional.ofNullable(request.getTransferListener())
                .filter(listener -> listener.getClass().getSimpleName().startsWith("Quiet"))
                .isPresent();
    }

    @Override
    public void accept(WheelsEvent event) {
        record.accept(event);
        event.tell(this);
    }

    @Override
    public void started(WheelsEvent.Started event) {
        tasks.put(event.task(), new Task(event.total()));
        doing = ", at \"" + event.task() + "\"";
        latest = event.task();
        draw(latest);
    }

    @Override
    public void finished(WheelsEvent.Finished event) {
        tasks.remove(event.task());
        if (!event.summary().isEmpty()) {
            say(() -> log.info(module + event.summary()));
        }
    }

    @Override
    public void fetched(WheelsEvent.Fetched event) {
        long now = System.nanoTime();
        long before = lastDrawn.get();
        if (row.isPresent() && now - before > PAUSE && lastDrawn.compareAndSet(before, now)) {
            draw(latest);
        }
    }

    @Override
    public void warned(WheelsEvent.Warned event) {
        say(() -> log.warn(module + ProblemText.of(event.problem())));
    }

    @Override
    public void noted(WheelsEvent.Noted event) {
        log.debug(event.note());
    }

    @Override
    public void advanced(WheelsEvent.Advanced advanced) {
        Task task = tasks.get(advanced.task());
        if (task == null) {
            return;
        }
        int done = task.done().incrementAndGet();
        if (row.isEmpty()) {
            log.debug(advanced.task() + ": " + advanced.what());
            return;
        }
        String count = task.total() == 0 ? Integer.toString(done) : done + "/" + task.total();
        latest = advanced.task() + " " + count + " " + advanced.what();
        draw(latest);
    }

    /** What was begun last, for a message about what went wrong then. */
    String doing() {
        return doing;
    }

    @Override
    public void close() {
        if (row.isPresent()) {
            say(() -> {});
        }
    }

    private void say(Runnable line) {
        row.ifPresentOrElse(moving -> moving.without(line), line);
    }

    /** What is being done, and what came over the network for it. */
    private void draw(String what) {
        row.ifPresent(moving -> moving.draw(
                record.requests() == 0
                        ? what
                        : what + " (" + record.requests() + " requests, " + new ByteCount(record.bytes()) + ")"));
    }

    private record Task(int total, AtomicInteger done) {
        Task(int total) {
            this(total, new AtomicInteger());
        }
    }
}
