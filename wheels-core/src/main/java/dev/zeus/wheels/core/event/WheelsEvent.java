// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.event;

import java.time.Instant;
import java.util.Optional;

/** One thing that happened during a run; a front end draws progress from these, the core never prints. */
public sealed interface WheelsEvent {
    /** Calls the method of a listener for this kind of event. */
    void tell(WheelsListener listener);

    /** A named piece of work began; {@code total} is its number of steps, 0 where unknown. */
    record Started(String task, int total) implements WheelsEvent {
        @Override
        public void tell(WheelsListener listener) {
            listener.started(this);
        }
    }

    /** One step of a task was done; {@code what} names it, such as a package. */
    record Advanced(String task, String what) implements WheelsEvent {
        @Override
        public void tell(WheelsListener listener) {
            listener.advanced(this);
        }
    }

    /** A task ended; the summary is empty where another task says what came of it. */
    record Finished(String task, String summary) implements WheelsEvent {
        @Override
        public void tell(WheelsListener listener) {
            listener.finished(this);
        }
    }

    /**
     * A server has answered.
     *
     * @param bytes how long the body was that came over the wire
     * @param date what time it is there; empty where it does not say, or says what a cache on the way has kept
     */
    record Fetched(long bytes, Optional<Instant> date) implements WheelsEvent {
        @Override
        public void tell(WheelsListener listener) {
            listener.fetched(this);
        }
    }

    /** Something the user should know, though the run goes on. */
    record Warned(Problem problem) implements WheelsEvent {
        @Override
        public void tell(WheelsListener listener) {
            listener.warned(this);
        }
    }

    /** Something odd that needs no attention; for a verbose log. */
    record Noted(String note) implements WheelsEvent {
        @Override
        public void tell(WheelsListener listener) {
            listener.noted(this);
        }
    }
}
