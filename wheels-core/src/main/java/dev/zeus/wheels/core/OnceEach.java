package dev.zeus.wheels.core;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes warnings and notes on once, though every target of a set says them. */
final class OnceEach implements WheelsListener {
    private final EventSink sink;
    private final Set<WheelsEvent> said = ConcurrentHashMap.newKeySet();

    OnceEach(EventSink sink) {
        this.sink = sink;
    }

    @Override
    public void started(WheelsEvent.Started event) {
        sink.accept(event);
    }

    @Override
    public void advanced(WheelsEvent.Advanced event) {
        sink.accept(event);
    }

    @Override
    public void finished(WheelsEvent.Finished event) {
        sink.accept(event);
    }

    @Override
    public void fetched(WheelsEvent.Fetched event) {
        sink.accept(event);
    }

    @Override
    public void warned(WheelsEvent.Warned event) {
        once(event);
    }

    @Override
    public void noted(WheelsEvent.Noted event) {
        once(event);
    }

    private void once(WheelsEvent event) {
        if (said.add(event)) {
            sink.accept(event);
        }
    }
}
