// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import java.io.Console;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** Whether somebody sits before the build, who sees it move and is likely to start the next one. */
final class Terminal {
    private Terminal() {}

    /** Whether the build may ask, is at a terminal, and not on a CI, which sets a variable of that name. */
    static boolean isAttended(MavenSession session) {
        return session.getRequest().isInteractiveMode() && isTerminal() && System.getenv("CI") == null;
    }

    /**
     * Whether standard input and output are a terminal's. Some JDKs have a console even if they are not, and say so in
     * a method that Java 17 does not have.
     *
     * @see <a href="https://docs.oracle.com/en/java/javase/22/docs/api/java.base/java/io/Console.html">Console</a>
     */
    @SuppressWarnings("SystemConsoleNull") // the console itself is asked as well
    private static boolean isTerminal() {
        @Nullable Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
