// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A file of a project as its page lists it: a wheel, or a source distribution.
 *
 * <p>Of the thousands on a page a few are chosen: what only those are asked for is read when it is asked for.
 */
@SuppressWarnings("NullableOptional") // null is a time that has not been read yet
public abstract sealed class IndexFile permits WheelFile, SdistFile {
    private final Optional<VersionSpecifiers> requiresPython;
    private final OptionalLong size;
    private final Optional<String> yanked;
    private final LateFacts late;
    private volatile @Nullable Optional<Instant> uploadTime;

    IndexFile(Optional<VersionSpecifiers> requiresPython, OptionalLong size, Optional<String> yanked, LateFacts late) {
        this.requiresPython = requiresPython;
        this.size = size;
        this.yanked = yanked;
        this.late = late;
    }

    /** The file name as written. */
    public abstract String name();

    /** The version that the file name says. */
    public abstract Version version();

    /** Where it is. */
    public final URI url() {
        return late.url();
    }

    /** Its digest; absent where the index does not say. */
    public final Optional<Sha256> sha256() {
        return late.sha256();
    }

    /** The Python versions it wants. */
    public final Optional<VersionSpecifiers> requiresPython() {
        return requiresPython;
    }

    /** Its size in bytes. */
    public final OptionalLong size() {
        return size;
    }

    /** When it was uploaded. */
    public final Optional<Instant> uploadTime() {
        @Nullable Optional<Instant> read = uploadTime;
        if (read == null) {
            read = late.uploadTime();
            uploadTime = read;
        }
        return read;
    }

    /** Why it was yanked (PEP 592), empty text for no reason; absent if it was not. */
    public final Optional<String> yanked() {
        return yanked;
    }

    final LateFacts late() {
        return late;
    }
}
