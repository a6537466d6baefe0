// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.setup.SourceRoots;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a run of {@link Verify} is asked to do.
 *
 * @param wheels the locked wheels
 * @param resultFile where the machine-readable outcome goes
 * @param flake the flake that Nix checks, if there is one
 * @param nixInputs inputs of the flake to replace, by name
 * @param sources where the declarations are written
 * @param allowsUnasked whether files whose hash could not be asked are let pass
 * @param recordsImports whether the lock is to say which modules import alone
 */
public record VerifyRequest(
        LockedWheels wheels,
        Path resultFile,
        Optional<Path> flake,
        Map<String, String> nixInputs,
        SourceRoots sources,
        boolean allowsUnasked,
        boolean recordsImports) {
    public VerifyRequest {
        nixInputs = Map.copyOf(nixInputs);
    }

    /** One that only looks. */
    public VerifyRequest(
            LockedWheels wheels,
            Path resultFile,
            Optional<Path> flake,
            Map<String, String> nixInputs,
            SourceRoots sources,
            boolean allowsUnasked) {
        this(wheels, resultFile, flake, nixInputs, sources, allowsUnasked, false);
    }

    /** One that knows no sources, and lets no file pass whose hash could not be asked. */
    public VerifyRequest(LockedWheels wheels, Path resultFile, Optional<Path> flake, Map<String, String> nixInputs) {
        this(wheels, resultFile, flake, nixInputs, SourceRoots.none(), false);
    }
}
