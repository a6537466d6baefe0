package dev.zeus.wheels.core;

import dev.zeus.wheels.WheelSetDeclaration;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a run of {@link Verify} is asked to do.
 *
 * @param set the declarations
 * @param outputDirectory the generated directory
 * @param resultFile where the machine-readable outcome goes
 * @param allTargets whether wheels of targets that cannot run here are checked, too
 * @param pythons where host Pythons are, besides the {@code PATH}
 * @param flake the flake that Nix checks; none where there is none
 * @param nixInputs inputs of the flake to replace, by name
 * @param access how the indexes are reached
 */
public record VerifyRequest(
        WheelSetDeclaration set,
        Path outputDirectory,
        Path resultFile,
        boolean allTargets,
        String pythons,
        Optional<Path> flake,
        Map<String, String> nixInputs,
        IndexAccess access) {
    public VerifyRequest {
        nixInputs = Map.copyOf(nixInputs);
    }
}
