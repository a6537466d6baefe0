// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.SdistFilename;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** A source distribution as the page of its project lists it. */
public final class SdistFile extends IndexFile {
    private final SdistFilename filename;

    SdistFile(
            SdistFilename filename,
            Optional<VersionSpecifiers> requiresPython,
            OptionalLong size,
            Optional<String> yanked,
            LateFacts late) {
        super(requiresPython, size, yanked, late);
        this.filename = filename;
    }

    /**
     * A source distribution of which everything is known.
     *
     * @param filename its file name, taken apart
     * @param url where it is
     * @param sha256 its digest; absent where the index does not say
     * @param requiresPython the Python versions it wants
     * @param size its size in bytes
     * @param uploadTime when it was uploaded
     * @param yanked why it was yanked (PEP 592), empty text for no reason; absent if it was not
     */
    public SdistFile(
            SdistFilename filename,
            URI url,
            Optional<Sha256> sha256,
            Optional<VersionSpecifiers> requiresPython,
            OptionalLong size,
            Optional<Instant> uploadTime,
            Optional<String> yanked) {
        this(filename, requiresPython, size, yanked, new LateFacts.Known(url, sha256, uploadTime, Optional.empty()));
    }

    /** Its file name, taken apart. */
    public SdistFilename filename() {
        return filename;
    }

    @Override
    public String name() {
        return filename.text();
    }

    @Override
    public Version version() {
        return filename.version();
    }

    @Override
    public String toString() {
        return name();
    }
}
