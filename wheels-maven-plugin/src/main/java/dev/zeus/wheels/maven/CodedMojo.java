// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.report.RunRecord;
import dev.zeus.wheels.core.text.Printable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The one place that every goal ends in: what it logs and what it fails with goes through the printer of terminals, and
 * unexpected failures get a code. Maven prints the messages of causes, so that the failure has none; the stack trace is
 * printed with {@code -e} and {@code -X}.
 */
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
abstract class CodedMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final RunRecord record = new RunRecord(EventSink.SILENT);

    /** The codes whose page has been named. */
    private final Set<String> linked = ConcurrentHashMap.newKeySet();

    private @Nullable ConsoleProgress progress;
    private boolean skipped;

    /** Does the goal's work. */
    abstract void perform() throws MojoFailureException;

    /** Where the result is noted for machines, unless a use case does; empty for a goal that has none. */
    abstract Optional<Path> failureFile();

    /** Whether the goal only answers a question. */
    boolean isAnswer() {
        return false;
    }

    /** Notes that the goal was told to do nothing. */
    final void skipped() {
        skipped = true;
    }

    @Override
    public final VisibleLog getLog() {
        return new VisibleLog(super.getLog(), linked);
    }

    @Override
    public final void execute() throws MojoFailureException {
        ResultFile result;
        try {
            result = new ResultFile(goal(), failureFile(), isAnswer());
        } catch (InvalidPathException e) {
            throw failure(WheelsException.unexpected(doing(), e));
        }
        try {
            result.begin();
            GivenOptions.require(session, execution);
            perform();
            result.end(skipped, record);
        } catch (WheelsException e) {
            result.end(e, record);
            throw failure(e);
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            WheelsException unexpected = WheelsException.unexpected(doing(), e);
            result.end(unexpected, record);
            throw failure(unexpected);
        }
    }

    /** The goal as results name it: its twin for a phase is the same. */
    final String goal() {
        return execution.getGoal().replace("-no-fork", "");
    }

    private MojoFailureException failure(WheelsException e) {
        if (session.getRequest().isShowErrors()) {
            getLog().error(e);
        } else {
            getLog().debug(e);
        }
        return new MojoFailureException(Printable.text(getLog().linked(ProblemText.of(e.problem()))));
    }

    private String doing() {
        String goal = "wheels:" + execution.getGoal();
        return progress == null ? goal : goal + progress.doing();
    }

    /** What a work gives whose progress is drawn. It is said only after it, where no row is left to write into. */
    final <T> T watched(Function<ConsoleProgress, T> work) {
        try (ConsoleProgress begun = ConsoleProgress.of(session, getLog(), record)) {
            progress = begun;
            return work.apply(begun);
        }
    }

    /** The same of a work that gives nothing. */
    final void watch(Consumer<ConsoleProgress> work) {
        watched(begun -> {
            work.accept(begun);
            return begun;
        });
    }

    /** What is remembered of this run. */
    final RunRecord record() {
        return record;
    }

    final MavenSession session() {
        return session;
    }
}
