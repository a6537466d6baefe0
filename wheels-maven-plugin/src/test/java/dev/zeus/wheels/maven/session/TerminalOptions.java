// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven.session;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** That what a user says of the terminal is heeded: silence, no progress, no colours, modules side by side. */
final class TerminalOptions {
    private static final PseudoTerminal TERMINAL = new PseudoTerminal(80);

    /** How the moving row begins, whatever it shows. */
    private static final String ROW = "\u001b[?7l";

    private final Shop shop;

    TerminalOptions(Shop shop) {
        this.shop = shop;
    }

    void hold() throws IOException {
        draws("mvn wheels:generate", Map.of(), true);
        draws("mvn -ntp wheels:generate", Map.of(), false);
        draws("mvn -B wheels:generate", Map.of(), false);
        draws("mvn wheels:generate", Map.of("CI", "true"), false);
        draws("mvn wheels:generate", Map.of("NO_COLOR", "1"), false);
        draws("mvn wheels:generate", Map.of("TERM", "dumb"), false);
        // Maven itself sets the colours back at its end, which shows nothing.
        String quiet = String.join("", Screen.rows(draws("mvn -q wheels:generate", Map.of(), false), 80));
        Sessions.equal("", quiet, "mvn -q wheels:generate is silent");
        draws("mvn wheels:generate 2> errors.txt", Map.of(), true);
        String errors = Files.readString(shop.file("errors.txt"));
        if (errors.contains(ROW)) {
            throw new AssertionError("progress goes to the terminal, and to no file:\n" + errors);
        }
        String parallel = draws("mvn -T 2 wheels:generate", Map.of(), false);
        if (!parallel.contains("shop: Resolved 10 packages for 2 targets")) {
            throw new AssertionError("with -T each line of progress names its module:\n" + parallel);
        }
    }

    private String draws(String command, Map<String, String> environment, boolean drawn) throws IOException {
        shop.forget();
        String written = shop.written(command, TERMINAL, environment);
        if (written.contains(ROW) != drawn) {
            throw new AssertionError((drawn ? "draws no progress: " : "draws progress: ") + command + " " + environment
                    + "\n" + written);
        }
        if (!drawn && written.replace("\r\n", "").contains("\r")) {
            throw new AssertionError("moves the cursor: " + command + " " + environment + "\n" + written);
        }
        return written;
    }
}
