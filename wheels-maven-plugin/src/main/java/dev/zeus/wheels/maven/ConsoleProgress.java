package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsListener;
import dev.zeus.wheels.core.report.RunRecord;
import dev.zeus.wheels.core.text.Printable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/**
 * Draws events for people: one moving line on a terminal, one line per finished task elsewhere.
 *
 * <p>The moving line goes to the terminal only where nothing else reads it: not in batch mode, not in CI, not where
 * output is redirected.
 */
final class ConsoleProgress implements WheelsListener, AutoCloseable {
    private static final String ERASE_LINE = "\r\u001b[2K";
    private static final int LONGEST = 200;

    private final Log log;
    private final RunRecord record;
    private final boolean interactive;
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();
    private volatile String doing = "";
    private boolean drawn;

    private ConsoleProgress(Log log, RunRecord record, boolean interactive) {
        this.log = log;
        this.record = record;
        this.interactive = interactive;
    }

    static ConsoleProgress of(MavenSession session, Log log, RunRecord record) {
        boolean interactive = session.getRequest().isInteractiveMode()
                && System.console() != null
                && System.getenv("CI") == null
                && System.getenv("NO_COLOR") == null
                && !"dumb".equals(System.getenv("TERM"))
                && log.isInfoEnabled();
        return new ConsoleProgress(log, record, interactive);
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
    }

    @Override
    public void finished(WheelsEvent.Finished event) {
        tasks.remove(event.task());
        say(() -> log.info(event.summary()));
    }

    @Override
    public void fetched(WheelsEvent.Fetched event) {}

    @Override
    public void warned(WheelsEvent.Warned event) {
        say(() -> log.warn(event.problem().toString()));
    }

    @Override
    public void noted(WheelsEvent.Noted event) {
        log.debug(event.note());
    }

    /** What was begun last, for a message about what went wrong then. */
    String doing() {
        return doing;
    }

    @Override
    public void close() {
        say(() -> {});
    }

    @Override
    public void advanced(WheelsEvent.Advanced advanced) {
        Task task = tasks.get(advanced.task());
        if (task == null) {
            return;
        }
        int done = task.done().incrementAndGet();
        if (!interactive) {
            log.debug(advanced.task() + ": " + advanced.what());
            return;
        }
        String count = task.total() == 0 ? Integer.toString(done) : done + "/" + task.total();
        print(ERASE_LINE + Printable.of(advanced.task() + " " + count + " " + advanced.what(), LONGEST));
    }

    private synchronized void say(Runnable line) {
        if (drawn) {
            System.err.print(ERASE_LINE);
            System.err.flush();
            drawn = false;
        }
        line.run();
    }

    private synchronized void print(String line) {
        System.err.print(line);
        System.err.flush();
        drawn = true;
    }

    private record Task(int total, AtomicInteger done) {
        Task(int total) {
            this(total, new AtomicInteger());
        }
    }
}
