// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.junit;

import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsListener;
import dev.zeus.wheels.core.text.Printable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Logs what a user should know; the progress of a test run is the runner's to show. */
final class LoggedEvents implements WheelsListener {
    private static final Logger LOGGER = System.getLogger("dev.zeus.wheels");

    @Override
    public void started(WheelsEvent.Started event) {}

    @Override
    public void advanced(WheelsEvent.Advanced event) {}

    @Override
    public void finished(WheelsEvent.Finished event) {}

    @Override
    public void fetched(WheelsEvent.Fetched event) {}

    @Override
    public void warned(WheelsEvent.Warned event) {
        LOGGER.log(Level.WARNING, Printable.text(event.problem().toString()));
    }

    @Override
    public void noted(WheelsEvent.Noted event) {
        LOGGER.log(Level.DEBUG, Printable.text(event.note()));
    }
}
