package dev.zeus.wheels.core;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;

/** Passes events on, and knows whether one of them was a warning. */
final class WarningWatch implements EventSink {
    private final EventSink events;
    private volatile boolean warned;

    WarningWatch(EventSink events) {
        this.events = events;
    }

    @Override
    public void accept(WheelsEvent event) {
        warned |= event instanceof WheelsEvent.Warned;
        events.accept(event);
    }

    boolean haveWarned() {
        return warned;
    }
}
