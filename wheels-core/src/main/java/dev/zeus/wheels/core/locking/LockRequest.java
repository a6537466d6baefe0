// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a lock is made from.
 *
 * @param set the declarations
 * @param directory where the lock is; addresses of sources may be relative to it
 * @param update how far the lock may move
 * @param excludeNewer how old files must be, in place of what the set declares
 * @param sources where the declarations are written
 * @param access how the indexes are reached
 * @param snapshot the file of the versions in nixpkgs, which need not be there
 */
public record LockRequest(
        WheelSetDeclaration set,
        Path directory,
        LockUpdate update,
        Optional<String> excludeNewer,
        SourceRoots sources,
        IndexAccess access,
        Optional<Path> snapshot) {}
