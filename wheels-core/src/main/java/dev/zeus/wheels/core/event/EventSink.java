// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.event;

/** Takes events from any thread; must return quickly. */
@FunctionalInterface
public interface EventSink {
    /** A sink that forgets everything. */
    EventSink SILENT = event -> {};

    void accept(WheelsEvent event);
}
