// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.setup.IndexAccess;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An index of what is locked, as files.
 *
 * @param set the declarations
 * @param outputDirectory the generated directory
 * @param directory where the files go
 * @param since the lock whose files are left out: a file, a directory that holds one, or a revision of git
 * @param access how the indexes are reached
 */
public record MirrorRequest(
        WheelSetDeclaration set, Path outputDirectory, Path directory, Optional<String> since, IndexAccess access) {}
