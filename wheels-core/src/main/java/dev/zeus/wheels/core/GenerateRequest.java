// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.locking.LockRequest;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run of {@link Generate} is asked to do.
 *
 * @param set the declarations
 * @param outputDirectory where the generated files go
 * @param resultFile where the machine-readable outcome goes
 * @param update how far the lock may move
 * @param excludeNewer how old files must be, in place of what the set declares
 * @param dryRun whether to report only, and write nothing
 * @param sources where the declarations are written
 * @param access how the indexes are reached
 * @param snapshot the file of the versions in nixpkgs, which need not be there
 */
public record GenerateRequest(
        WheelSetDeclaration set,
        Path outputDirectory,
        Path resultFile,
        LockUpdate update,
        Optional<String> excludeNewer,
        boolean dryRun,
        SourceRoots sources,
        IndexAccess access,
        Optional<Path> snapshot) {

    /** A request of a project that has no snapshot of nixpkgs. */
    public GenerateRequest(
            WheelSetDeclaration set,
            Path outputDirectory,
            Path resultFile,
            LockUpdate update,
            Optional<String> excludeNewer,
            boolean dryRun,
            SourceRoots sources,
            IndexAccess access) {
        this(set, outputDirectory, resultFile, update, excludeNewer, dryRun, sources, access, Optional.empty());
    }

    /** The part of it that the lock is made from. */
    LockRequest lock() {
        return new LockRequest(set, outputDirectory, update, excludeNewer, sources, access, snapshot);
    }
}
