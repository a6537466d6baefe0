package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.report.RunResult;
import dev.zeus.wheels.core.text.Printable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The one place that every goal ends in: what it logs and what it fails with goes through the printer of terminals, and
 * whatever nobody expected gets a code. Maven prints the messages of causes, so that the failure has none; the stack
 * trace is printed with {@code -e} and {@code -X}.
 */
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
abstract class CodedMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private @Nullable ConsoleProgress progress;

    /** Does the goal's work. */
    abstract void perform() throws MojoFailureException;

    /** Where a failure that no use case has noted is noted for machines. */
    abstract Optional<Path> failureFile();

    @Override
    public final Log getLog() {
        return new VisibleLog(super.getLog());
    }

    @Override
    public final void execute() throws MojoFailureException {
        try {
            result().ifPresent(RunResult::remove);
            GivenOptions.require(session, execution);
            perform();
        } catch (WheelsException e) {
            result().filter(file -> !Files.exists(file))
                    .ifPresent(file -> RunResult.failed(execution.getGoal(), e, file));
            throw failure(e);
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            WheelsException unexpected = WheelsException.unexpected(doing(), e);
            failureFile().ifPresent(file -> RunResult.failed(execution.getGoal(), unexpected, file));
            throw failure(unexpected);
        }
    }

    /** The file of the result, for the goals that have one: what is in it is never an older run's. */
    private Optional<Path> result() {
        String goal = execution.getGoal();
        return failureFile()
                .filter(file -> goal.startsWith("generate") || goal.equals("check") || goal.equals("audit"));
    }

    private MojoFailureException failure(WheelsException e) {
        if (session.getRequest().isShowErrors()) {
            getLog().error(e);
        } else {
            getLog().debug(e);
        }
        return new MojoFailureException(Printable.text(String.valueOf(e.getMessage())));
    }

    private String doing() {
        String goal = "wheels:" + execution.getGoal();
        return progress == null ? goal : goal + progress.doing();
    }

    /** The progress of this run, drawn until it is closed. */
    final ConsoleProgress progress() {
        ConsoleProgress begun = ConsoleProgress.of(session, getLog());
        progress = begun;
        return begun;
    }

    final MavenSession session() {
        return session;
    }
}
