package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.SdistFilename;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A source archive as the page of its project lists it; nothing is built from it, but an error may name it.
 *
 * @param filename its file name, taken apart
 * @param url where it is
 * @param sha256 its digest; absent where the index does not say
 * @param requiresPython the Python versions it wants
 * @param uploadTime when it was uploaded
 * @param yanked why it was yanked, empty text for no reason; absent if it was not
 */
public record SdistFile(
        SdistFilename filename,
        URI url,
        Optional<Sha256> sha256,
        Optional<VersionSpecifiers> requiresPython,
        Optional<Instant> uploadTime,
        Optional<String> yanked) {}
