// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.program.HostProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The {@code nix} of the path.
 *
 * @param version its version, such as {@code 2.26.3}; empty where it does not run
 * @param said what it said instead
 * @param hasFlakes whether flakes are switched on for its user
 */
public record NixProgram(Optional<String> version, String said, boolean hasFlakes) {
    /** Nix answers in a fraction of a second; the rest is for busy machines and cold disks. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /**
     * The first one on the PATH; empty if there is none.
     *
     * @param path the directories where programs are, separated as the {@code PATH} is
     */
    public static Optional<NixProgram> find(String path) {
        return HostProgram.find("nix", path).map(nix -> ask(nix.toString()));
    }

    private static NixProgram ask(String nix) {
        try {
            Path directory = Path.of(System.getProperty("java.io.tmpdir", "."));
            Subprocess.Result said = Subprocess.run(List.of(nix, "--version"), directory, LIMIT);
            if (!said.succeeded()) {
                return new NixProgram(Optional.empty(), said.lastLine(), false);
            }
            String line = said.lastLine();
            String version = line.substring(line.lastIndexOf(' ') + 1);
            return new NixProgram(Optional.of(version), line, hasFlakes(nix));
        } catch (IOException e) {
            return new NixProgram(Optional.empty(), "it cannot be started", false);
        }
    }

    /** Asked as the user would: with their own configuration, which another home would hide. */
    private static boolean hasFlakes(String nix) throws IOException {
        return HostProgram.run(
                        List.of(nix, "config", "show", "experimental-features"),
                        Path.of("").toAbsolutePath(),
                        LIMIT)
                .filter(ended -> ended.exit() == 0)
                .filter(ended -> ended.output().contains("flakes"))
                .isPresent();
    }
}
