// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.nix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Nix counts while it evaluates; the same on every machine.
 *
 * @param calls of functions
 * @param thunks values that were put off
 * @param result what the expression is
 */
record Cost(long calls, long thunks, String result) {
    /** Evaluates an expression wholly, with nothing built on the way. */
    static Cost of(String expression, Path work) throws IOException, InterruptedException {
        Path statistics = work.resolve("statistics.json");
        Path said = work.resolve("said.txt");
        ProcessBuilder nix = new ProcessBuilder(
                        "nix-instantiate",
                        "--eval",
                        "--strict",
                        "--option",
                        "allow-import-from-derivation",
                        "false",
                        "--expr",
                        expression)
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        nix.environment().put("NIX_SHOW_STATS", "1");
        nix.environment().put("NIX_SHOW_STATS_PATH", statistics.toString());
        if (nix.start().waitFor() != 0) {
            throw new IllegalStateException("Nix does not evaluate " + expression);
        }
        JsonNode counted = new ObjectMapper().readTree(statistics.toFile());
        return new Cost(
                counted.get("nrFunctionCalls").asLong(),
                counted.get("nrThunks").asLong(),
                Files.readString(said).strip());
    }

    /** What this one costs beyond another, for each of some packages. */
    String beyond(Cost other, int packages) {
        return Math.round((double) (calls - other.calls) / packages) + " / "
                + Math.round((double) (thunks - other.thunks) / packages);
    }
}
