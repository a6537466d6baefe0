// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.text.Printable;

/** What is wrong with a file of the user's own source. */
final class OwnProblems {
    private static final int SHOWN = 200;

    private OwnProblems() {}

    static WheelsException unreadable(String file, Exception cause) {
        return new WheelsException(
                OwnProblem.UNREADABLE,
                "cannot read \"" + file + "\": " + PlainFile.reason(cause),
                "correct the path in the declaration; it is relative to the directory that contains generated/",
                cause);
    }

    static WheelsException malformed(String place, String why, String hint) {
        return new WheelsException(OwnProblem.MALFORMED, place + ": " + Printable.of(why, SHOWN), hint);
    }
}
