// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.SdistFilename;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The source distribution that a locked package is built from, on all of its targets.
 *
 * @param filename its name
 * @param buildRequires what building it needs (PEP 518), in the order of its authors
 */
public record LockedSdist(
        SdistFilename filename,
        URI url,
        Sha256 sha256,
        OptionalLong size,
        Optional<Instant> uploadTime,
        List<Requirement> buildRequires)
        implements LockedFile {
    public LockedSdist {
        uploadTime = LockedFile.writable(uploadTime);
        buildRequires = List.copyOf(buildRequires);
    }

    @Override
    public String name() {
        return filename.text();
    }
}
