// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.ProblemKind;

/** A problem of a wheel that only its authors can mend. */
final class WheelFault {
    private WheelFault() {}

    /** That of a wheel, such as {@code demo-1.0-py3-none-any.whl}, of which {@code what} says what it has or lacks. */
    static Problem of(ProblemKind kind, String wheel, String what) {
        return new Problem(
                kind, "\"" + wheel + "\" " + what, "use another version of the package, and tell its authors");
    }
}
