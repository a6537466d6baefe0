// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.fork.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a run takes place.
 *
 * <p>Example: {@code RunPlace.of(true, true)} is a process of its own, which stays for a while.
 *
 * @param java the program that runs a process of its own; empty for a run in this process
 * @param idle for how long that process stays for the next run; zero if it ends with its own, and none is looked for
 */
public record RunPlace(Optional<Path> java, Duration idle) {
    /**
     * From one look at what was generated to the next change it takes minutes, not hours; a process that stays holds as
     * much memory as a browser's tab.
     */
    private static final Duration IDLE = Duration.ofMinutes(10);

    /** In this process. */
    public static final RunPlace HERE = new RunPlace(Optional.empty(), Duration.ZERO);

    /** In a process that ends with the run. */
    public static RunPlace forked() {
        return staying(Duration.ZERO);
    }

    /** In a process that stays for this long. */
    public static RunPlace staying(Duration idle) {
        return new RunPlace(Optional.of(ChildProcess.ownJava()), idle);
    }

    /**
     * That of a build.
     *
     * @param fork whether it may be another process
     * @param daemon whether that stays
     */
    public static RunPlace of(boolean fork, boolean daemon) {
        return !fork ? HERE : daemon ? staying(IDLE) : forked();
    }
}
