// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One run in a process that stays, and all threads that it starts: none of them may go on with what it knows when the
 * next run begins.
 */
final class RunThreads {
    /** What a run that is done still has to close. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ThreadGroup group = new ThreadGroup("wheels-run");
    private final Thread first;
    private volatile boolean isAnswered;
    private volatile boolean wentWell;

    private RunThreads(Predicate<Runnable> run) {
        first = new Thread(group, () -> wentWell = run.test(() -> isAnswered = true), "wheels-run");
    }

    /** Begins a run, which tells when it is about to answer, and then whether another one may follow. */
    static RunThreads start(Predicate<Runnable> run) {
        RunThreads threads = new RunThreads(run);
        threads.first.start();
        return threads;
    }

    /** Whether its answer is still to come. */
    boolean isBusy() {
        return !isAnswered && first.isAlive();
    }

    /** Waits for its end, and for that of its threads for a while; whether another run may follow. */
    boolean end() {
        try {
            first.join();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            for (Thread each = any(); each != null; each = any()) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                each.join(left);
            }
            return wentWell;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private @Nullable Thread any() {
        Thread[] found = new Thread[1];
        group.enumerate(found);
        return found[0];
    }
}
