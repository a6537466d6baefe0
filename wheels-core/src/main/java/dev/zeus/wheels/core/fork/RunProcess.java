// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.io.IOException;

/** A process in which a run takes place, as the build that asks for it sees it; the run ends when this is closed. */
public sealed interface RunProcess extends AutoCloseable permits ChildProcess, DaemonProcess {
    /** By which it is talked to. */
    ForkChannel channel();

    /**
     * Whether it answers to what it was asked, or ends; false if it does neither in the time that it may take.
     *
     * @throws IOException where it has gone
     */
    boolean begins() throws IOException;

    /** How it ended, and the last that it said, for a message; waits for its end. */
    String end();

    /** Lets it stay if it is to, since its run is over. */
    void leave();

    /** The same after a run that has done its work; waits for what it has to do then. */
    void finish();

    @Override
    void close();
}
