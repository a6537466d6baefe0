package dev.zeus.wheels.core;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a run of {@link Verify} is asked to do.
 *
 * @param wheels the locked wheels
 * @param resultFile where the machine-readable outcome goes
 * @param flake the flake that Nix checks; none where there is none
 * @param nixInputs inputs of the flake to replace, by name
 */
public record VerifyRequest(LockedWheels wheels, Path resultFile, Optional<Path> flake, Map<String, String> nixInputs) {
    public VerifyRequest {
        nixInputs = Map.copyOf(nixInputs);
    }
}
