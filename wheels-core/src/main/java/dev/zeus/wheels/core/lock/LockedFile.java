// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.core.wheel.Sha256;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/** A file of a locked package: a wheel, or the source distribution that it is built from. */
public sealed interface LockedFile permits LockedWheel, LockedSdist {
    /** Its file name. */
    String name();

    /** Where it is; for a file below the directory that holds the generated files a path relative to the lock. */
    URI url();

    /** Its hash. */
    Sha256 sha256();

    /** In bytes, where the index says so. */
    OptionalLong size();

    /** When it was uploaded, where the index says so. */
    Optional<Instant> uploadTime();

    /** The place it comes from: a scheme with its host and port, or a dot for a file beside the lock. */
    default String place() {
        return FileHosts.place(url());
    }

    /** Whether it is a file beside the lock, and not one of an index. */
    default boolean isLocal() {
        return !url().isAbsolute();
    }

    /** An upload time that can be written: TOML has four digits for a year, and an index may claim any. */
    static Optional<Instant> writable(Optional<Instant> uploadTime) {
        return uploadTime.filter(time -> {
            int year = time.atOffset(ZoneOffset.UTC).getYear();
            return year >= 0 && year <= 9999;
        });
    }
}
