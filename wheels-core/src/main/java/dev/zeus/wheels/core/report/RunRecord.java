// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.report;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is remembered of a run while it goes on: its warnings, how long its tasks took, and what it asked of servers.
 *
 * <p>It passes every event on.
 */
public final class RunRecord implements EventSink {
    /** An index in trouble may cause a warning for each of its files. */
    private static final int WARNINGS = 1000;

    private final EventSink next;
    private final long begun = System.nanoTime();
    private final Map<String, Long> open = new ConcurrentHashMap<>();
    private final Map<String, Duration> times = new LinkedHashMap<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /** The record of a run that begins now. */
    public RunRecord(EventSink next) {
        this.next = next;
    }

    @Override
    public void accept(WheelsEvent event) {
        remember(event);
        next.accept(event);
    }

    private void remember(WheelsEvent event) {
        if (event instanceof WheelsEvent.Started started) {
            open.put(started.task(), System.nanoTime());
        } else if (event instanceof WheelsEvent.Finished finished) {
            Long since = open.remove(finished.task());
            if (since != null) {
                synchronized (times) {
                    times.put(finished.task(), Duration.ofNanos(System.nanoTime() - since));
                }
            }
        } else if (event instanceof WheelsEvent.Fetched fetched) {
            requests.incrementAndGet();
            bytes.addAndGet(fetched.bytes());
        } else if (event instanceof WheelsEvent.Warned warned) {
            synchronized (warnings) {
                if (warnings.size() < WARNINGS) {
                    warnings.add(warned.problem());
                }
            }
        }
    }

    /** The warnings, the first of them where there are very many. */
    public List<Problem> warnings() {
        synchronized (warnings) {
            return List.copyOf(warnings);
        }
    }

    /** How long each task took that has ended, in the order of their ends. */
    public Map<String, Duration> times() {
        synchronized (times) {
            return new LinkedHashMap<>(times);
        }
    }

    /** How long the run took up to now. */
    public Duration time() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** How many answers servers gave. */
    public long requests() {
        return requests.get();
    }

    /** How many bytes their bodies had. */
    public long bytes() {
        return bytes.get();
    }
}
