// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.time.Duration;

/** Waits between two tries. */
@FunctionalInterface
interface Pause {
    /** Really waits. */
    Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

    void of(Duration duration) throws InterruptedException;
}
