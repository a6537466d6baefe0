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

/**
 * A source distribution as the page of its project lists it.
 *
 * <p>Few are ever built: what only those are asked for is read when it is asked for, as that of a {@link WheelFile}.
 */
public final class SdistFile implements IndexFile {
    private final SdistFilename filename;
    private final Optional<VersionSpecifiers> requiresPython;
    private final OptionalLong size;
    private final Optional<String> yanked;
    private final LateFacts late;

    SdistFile(
            SdistFilename filename,
            Optional<VersionSpecifiers> requiresPython,
            OptionalLong size,
            Optional<String> yanked,
            LateFacts late) {
        this.filename = filename;
        this.requiresPython = requiresPython;
        this.size = size;
        this.yanked = yanked;
        this.late = late;
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
    public URI url() {
        return late.url();
    }

    @Override
    public Optional<Sha256> sha256() {
        return late.sha256();
    }

    @Override
    public Optional<VersionSpecifiers> requiresPython() {
        return requiresPython;
    }

    @Override
    public OptionalLong size() {
        return size;
    }

    @Override
    public Optional<Instant> uploadTime() {
        return late.uploadTime();
    }

    @Override
    public Optional<String> yanked() {
        return yanked;
    }

    @Override
    public String toString() {
        return name();
    }
}
