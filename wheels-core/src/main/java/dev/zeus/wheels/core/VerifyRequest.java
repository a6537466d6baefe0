package dev.zeus.wheels.core;

import dev.zeus.wheels.WheelInspection;
import dev.zeus.wheels.WheelSetDeclaration;
import java.nio.file.Path;
import java.util.List;
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
 * @param inspections the user's own checks
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
        List<WheelInspection> inspections,
        IndexAccess access) {
    public VerifyRequest {
        nixInputs = Map.copyOf(nixInputs);
        inspections = List.copyOf(inspections);
    }
}
