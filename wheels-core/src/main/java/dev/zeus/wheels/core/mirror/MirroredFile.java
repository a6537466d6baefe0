// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.mirror;

import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.Optional;

/**
 * A file of an index that is not a server.
 *
 * @param file what is locked
 * @param version the version that it is of
 * @param size in bytes
 * @param requiresPython the Pythons that it says it runs on
 * @param metadata the hash of its metadata, which lies beside it; none for a source distribution
 */
public record MirroredFile(
        LockedFile file,
        Version version,
        long size,
        Optional<VersionSpecifiers> requiresPython,
        Optional<Sha256> metadata) {}
