// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.disk;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A lock that holds between processes and between the threads of this one, on a file made for it.
 *
 * <p>The system frees it when its holder dies, however it dies. Who has to wait is told once, with the holder's process
 * number. Where a file cannot be locked, as on some network file systems, there is one warning and work goes on
 * without: only other processes are then not kept out.
 *
 * <p>The threads of this process share one channel a file: the system drops the lock of a whole process as soon as any
 * channel of it on that file is closed.
 */
public final class ProcessLock implements AutoCloseable {
    /** More permits than a process can have threads, so that readers never wait for each other. */
    private static final int ALL = 1 << 20;

    private static final Map<Path, Local> LOCALS = new ConcurrentHashMap<>();

    private final Local local;
    private final Kind kind;
    private boolean open = true;

    private ProcessLock(Local local, Kind kind) {
        this.local = local;
        this.kind = kind;
    }

    /** Who may hold a lock at the same time. */
    public enum Kind {
        /** Any number, as long as all hold it so. */
        SHARED(1),
        /** One, alone. */
        EXCLUSIVE(ALL);

        private final int permits;

        Kind(int permits) {
            this.permits = permits;
        }
    }

    /**
     * What is locked, and for how long a taker waits.
     *
     * @param file made by the first who locks it
     * @param passing whether the file is removed when an exclusive holder is done
     * @param what is locked, for messages, such as {@code "the generated directory"}
     * @param patience how long to wait for other holders
     */
    public record Target(Path file, boolean passing, String what, Duration patience) {}

    /** What the threads of this process share. */
    private static final class Local {
        final Semaphore permits = new Semaphore(ALL, true);
        private @Nullable LockFile file;
        private int users;

        synchronized void enter(Target target, Kind kind, EventSink events) throws InterruptedException {
            if (users == 0) {
                file = LockFile.lock(target, kind == Kind.SHARED, events);
            }
            users++;
        }

        synchronized void leave() {
            users--;
            if (users == 0 && file != null) {
                file.close();
                file = null;
            }
        }
    }

    /**
     * Takes the lock, and waits for it where it has to.
     *
     * @throws WheelsException E112 where it is still held at the end of the taker's patience, E113 if interrupted
     */
    public static ProcessLock take(Target target, Kind kind, EventSink events) {
        Local local = LOCALS.computeIfAbsent(canonical(target.file()), path -> new Local());
        try {
            if (!local.permits.tryAcquire(kind.permits)) {
                events.accept(new WheelsEvent.Warned(waiting(target, "another thread of this build")));
                if (!local.permits.tryAcquire(kind.permits, target.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                    throw tooLong(target, "another thread of this build");
                }
            }
            boolean entered = false;
            try {
                local.enter(target, kind, events);
                entered = true;
                return new ProcessLock(local, kind);
            } finally {
                if (!entered) {
                    local.permits.release(kind.permits);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WheelsException(
                    ProcessLockProblem.WAIT_INTERRUPTED,
                    "interrupted while waiting for " + target.what(),
                    "run it again");
        }
    }

    static Problem waiting(Target target, String holder) {
        return new Problem(
                ProcessLockProblem.WAITING,
                "waiting for " + holder + ", which uses " + target.what() + " (\"" + target.file() + "\")",
                "nothing to do: this run continues when the other one finishes");
    }

    static WheelsException tooLong(Target target, String holder) {
        return new WheelsException(
                ProcessLockProblem.WAITED_TOO_LONG,
                holder + " has used " + target.what() + " for "
                        + target.patience().toSeconds() + " s (\"" + target.file() + "\")",
                "check whether it hangs; the lock is released when it ends");
    }

    /** One name for a file that can be reached by several. */
    private static Path canonical(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            return absolute.resolveSibling("").toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            return absolute;
        }
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            local.leave();
            local.permits.release(kind.permits);
        }
    }
}
