// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.python.WheelFilename;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A wheel as the page of its project lists it. */
public final class WheelFile extends IndexFile {
    private final WheelFilename filename;
    private final boolean announcesMetadata;

    WheelFile(
            WheelFilename filename,
            Optional<VersionSpecifiers> requiresPython,
            OptionalLong size,
            Optional<String> yanked,
            boolean announcesMetadata,
            LateFacts late) {
        super(requiresPython, size, yanked, late);
        this.filename = filename;
        this.announcesMetadata = announcesMetadata;
    }

    /**
     * A wheel of which everything is known.
     *
     * @param filename its file name, taken apart
     * @param url where it is
     * @param sha256 its digest; absent where the index does not say
     * @param requiresPython the Python versions it wants
     * @param size its size in bytes
     * @param uploadTime when it was uploaded
     * @param yanked why it was yanked (PEP 592), empty text for no reason; absent if it was not
     * @param announcesMetadata whether the page announces a metadata file beside it (PEP 658)
     * @param metadataSha256 the digest of that file
     */
    public WheelFile(
            WheelFilename filename,
            URI url,
            Optional<Sha256> sha256,
            Optional<VersionSpecifiers> requiresPython,
            OptionalLong size,
            Optional<Instant> uploadTime,
            Optional<String> yanked,
            boolean announcesMetadata,
            Optional<Sha256> metadataSha256) {
        this(
                filename,
                requiresPython,
                size,
                yanked,
                announcesMetadata,
                new LateFacts.Known(url, sha256, uploadTime, metadataSha256));
    }

    /** Its file name, taken apart. */
    public WheelFilename filename() {
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

    /** Whether the page announces a metadata file beside it (PEP 658). */
    public boolean announcesMetadata() {
        return announcesMetadata;
    }

    /** The digest of that file. */
    public Optional<Sha256> metadataSha256() {
        return late().metadataSha256();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WheelFile that
                && filename.equals(that.filename)
                && url().equals(that.url())
                && sha256().equals(that.sha256())
                && requiresPython().equals(that.requiresPython())
                && size().equals(that.size())
                && uploadTime().equals(that.uploadTime())
                && yanked().equals(that.yanked())
                && announcesMetadata == that.announcesMetadata
                && metadataSha256().equals(that.metadataSha256());
    }

    @Override
    public int hashCode() {
        return Objects.hash(filename, yanked());
    }

    @Override
    public String toString() {
        return "WheelFile[" + filename + "]";
    }
}
