// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.event;

/**
 * A sink with a method for each kind of event: a kind that is added is heard by every listener, or none compiles.
 *
 * <p>Example: {@code new WheelsListener() { public void warned(WheelsEvent.Warned event) { log.warn(event.problem()); }
 * … }}.
 */
public interface WheelsListener extends EventSink {
    @Override
    default void accept(WheelsEvent event) {
        event.tell(this);
    }

    /** A piece of work began. */
    void started(WheelsEvent.Started event);

    /** A step of it was done. */
    void advanced(WheelsEvent.Advanced event);

    /** It ended. */
    void finished(WheelsEvent.Finished event);

    /** A server has answered. */
    void fetched(WheelsEvent.Fetched event);

    /** There is something that the user should know. */
    void warned(WheelsEvent.Warned event);

    /** There is something for a verbose log. */
    void noted(WheelsEvent.Noted event);
}
