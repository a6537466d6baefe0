// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.http.Login;
import java.util.List;
import java.util.Optional;

/** What a run in a process of its own and the one that started it say to each other once the run is asked for. */
public sealed interface ForkMessage {
    /**
     * A process that has stayed after an earlier run waits for what is asked.
     *
     * @param pid its number
     */
    record Ready(long pid) implements ForkMessage {}

    /** The run has understood what is asked and begins; before this it has done nothing. */
    record Begun() implements ForkMessage {}

    /** Something happened. */
    record Happened(WheelsEvent event) implements ForkMessage {}

    /**
     * The run needs a login, which only the process that started it can find.
     *
     * @param proxy whether it is that of a proxy
     * @param name the name of the source, or the scheme that the proxy is for
     */
    record LoginNeeded(boolean proxy, String name) implements ForkMessage {}

    /**
     * The answer to the last {@link LoginNeeded}.
     *
     * @param refused why there can be none, as where it cannot be decrypted
     */
    record LoginFound(Optional<Login> login, Optional<Problem> refused) implements ForkMessage {}

    /**
     * The run is done.
     *
     * @param lines what is to be said of it
     */
    record Done(List<String> lines) implements ForkMessage {}

    /**
     * The run cannot be done.
     *
     * @param trace where that was found, for a log
     */
    record Failed(Problem problem, String trace) implements ForkMessage {}

    /**
     * The run ended unexpectedly.
     *
     * @param outOfMemory whether memory ran out
     */
    record Broke(boolean outOfMemory, String trace) implements ForkMessage {}
}
