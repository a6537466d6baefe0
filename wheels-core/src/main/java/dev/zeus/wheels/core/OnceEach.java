package dev.zeus.wheels.core;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes warnings and notes on once, though every target of a set says them, and all else as it comes. */
final class OnceEach implements EventSink {
    private final EventSink sink;
    private final Set<WheelsEvent> said = ConcurrentHashMap.newKeySet();

    OnceEach(EventSink sink) {
        this.sink = sink;
    }

    @Override
    public void accept(WheelsEvent event) {
        boolean isSaidOnce = event instanceof WheelsEvent.Warned || event instanceof WheelsEvent.Noted;
        if (!isSaidOnce || said.add(event)) {
            sink.accept(event);
        }
    }
}
