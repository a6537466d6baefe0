// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/**
 * Whether this JVM may have compiled the program by now, so that a run in it is faster than one in a JVM of its own: it
 * was there well before this build, as that of mvnd or of an editor.
 *
 * <p>Modules that are built side by side share one JVM, too: each in one of its own would take as much memory again.
 */
final class WarmJvm {
    /** From the start of Maven's JVM to that of its build it takes no such time. */
    private static final Duration START = Duration.ofSeconds(30);

    private WarmJvm() {}

    static boolean is(MavenSession session) {
        return session.getRequest().getDegreeOfConcurrency() > 1
                || is(
                        ProcessHandle.current().info().startInstant(),
                        Optional.ofNullable(session.getRequest().getStartTime()).map(Date::toInstant));
    }

    /** Whether a JVM of this age was there before a build that began then. */
    static boolean is(Optional<Instant> jvm, Optional<Instant> build) {
        return jvm.isEmpty()
                || build.isEmpty()
                || Duration.between(jvm.get(), build.get()).compareTo(START) > 0;
    }
}
