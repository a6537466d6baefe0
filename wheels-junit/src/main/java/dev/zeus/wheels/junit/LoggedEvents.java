package dev.zeus.wheels.junit;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.text.Printable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Logs what a user should know; the progress of a test run is the runner's to show. */
final class LoggedEvents implements EventSink {
    private static final Logger LOGGER = System.getLogger("dev.zeus.wheels");

    @Override
    public void accept(WheelsEvent event) {
        if (event instanceof WheelsEvent.Warned warned) {
            LOGGER.log(Level.WARNING, Printable.text(warned.problem().toString()));
        } else if (event instanceof WheelsEvent.Noted noted) {
            LOGGER.log(Level.DEBUG, Printable.text(noted.note()));
        }
    }
}
