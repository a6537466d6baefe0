// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.event;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes warnings and notes on once, though every target of a set says them, and all else as it comes. */
public final class OnceEach implements EventSink {
    private final EventSink sink;
    private final Set<WheelsEvent> said = ConcurrentHashMap.newKeySet();

    public OnceEach(EventSink sink) {
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
