package dev.zeus.wheels.python;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One line of a RECORD file.
 *
 * @param path the file's path in the wheel, with {@code /}
 * @param algorithm the hash algorithm, such as {@code sha256}; none for RECORD itself and its signatures
 * @param digest the hash in URL-safe base64 without padding
 * @param size the file's size in bytes
 */
public record RecordEntry(String path, Optional<String> algorithm, Optional<String> digest, OptionalLong size) {}
