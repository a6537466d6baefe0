// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** A file of a project as its page lists it: a wheel, or a source distribution. */
public sealed interface IndexFile permits WheelFile, SdistFile {
    /** The file name as written. */
    String name();

    /** The version that the file name says. */
    Version version();

    /** Where it is. */
    URI url();

    /** Its digest; absent where the index does not say. */
    Optional<Sha256> sha256();

    /** The Python versions it wants. */
    Optional<VersionSpecifiers> requiresPython();

    /** Its size in bytes. */
    OptionalLong size();

    /** When it was uploaded. */
    Optional<Instant> uploadTime();

    /** Why it was yanked (PEP 592), empty text for no reason; absent if it was not. */
    Optional<String> yanked();
}
