package dev.zeus.wheels.core.report;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsListener;
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
public final class RunRecord implements WheelsListener {
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
    public void started(WheelsEvent.Started event) {
        open.put(event.task(), System.nanoTime());
        next.accept(event);
    }

    @Override
    public void advanced(WheelsEvent.Advanced event) {
        next.accept(event);
    }

    @Override
    public void finished(WheelsEvent.Finished event) {
        Long since = open.remove(event.task());
        if (since != null) {
            synchronized (times) {
                times.put(event.task(), Duration.ofNanos(System.nanoTime() - since));
            }
        }
        next.accept(event);
    }

    @Override
    public void fetched(WheelsEvent.Fetched event) {
        requests.incrementAndGet();
        bytes.addAndGet(event.bytes());
        next.accept(event);
    }

    @Override
    public void warned(WheelsEvent.Warned event) {
        synchronized (warnings) {
            if (warnings.size() < WARNINGS) {
                warnings.add(event.problem());
            }
        }
        next.accept(event);
    }

    @Override
    public void noted(WheelsEvent.Noted event) {
        next.accept(event);
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
