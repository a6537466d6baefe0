// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One file of a loopback index, with what its page says of it.
 *
 * @param project the project whose page lists it
 * @param filename its name
 * @param bytes its content
 * @param sha256 the digest that the page names, right or wrong
 * @param requiresPython the specifier that the page names
 * @param yanked the reason, empty text for a yank without one
 * @param uploadTime the moment in ISO 8601
 * @param metadata what {@code .metadata} beside it holds; absent answers 404
 * @param announced whether the page announces the metadata file
 */
public record ServedFile(
        String project,
        String filename,
        byte[] bytes,
        Optional<String> sha256,
        Optional<String> requiresPython,
        Optional<String> yanked,
        Optional<String> uploadTime,
        Optional<byte[]> metadata,
        boolean announced) {

    /** A wheel with its digest, its Python requirement and an announced metadata file. */
    public static ServedFile of(BuiltWheel wheel) {
        return new ServedFile(
                wheel.project(),
                wheel.filename(),
                wheel.bytes(),
                Optional.of(wheel.sha256()),
                Optional.of(wheel.requiresPython()).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(wheel.metadata().getBytes(StandardCharsets.UTF_8)),
                true);
    }

    /** A file with a digest and nothing else, such as a source archive. */
    public static ServedFile of(String project, String filename, byte[] bytes) {
        return new ServedFile(
                project,
                filename,
                bytes,
                Optional.of(BuiltWheel.sha256(bytes)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** This file with another digest on the page, or none. */
    public ServedFile sha256(Optional<String> value) {
        return new ServedFile(project, filename, bytes, value, requiresPython, yanked, uploadTime, metadata, announced);
    }

    /** This file, yanked. */
    public ServedFile yanked(String reason) {
        return new ServedFile(
                project, filename, bytes, sha256, requiresPython, Optional.of(reason), uploadTime, metadata, announced);
    }

    /** This file, uploaded at a moment. */
    public ServedFile uploaded(String instant) {
        return new ServedFile(
                project, filename, bytes, sha256, requiresPython, yanked, Optional.of(instant), metadata, announced);
    }

    /** This file, its metadata file served but not announced. */
    public ServedFile unannounced() {
        return new ServedFile(project, filename, bytes, sha256, requiresPython, yanked, uploadTime, metadata, false);
    }

    /** This file without a metadata file beside it. */
    public ServedFile withoutMetadata() {
        return new ServedFile(
                project, filename, bytes, sha256, requiresPython, yanked, uploadTime, Optional.empty(), false);
    }

    /** This file with another metadata file beside it, announced with the digest of that. */
    public ServedFile metadata(String text) {
        return new ServedFile(
                project,
                filename,
                bytes,
                sha256,
                requiresPython,
                yanked,
                uploadTime,
                Optional.of(text.getBytes(StandardCharsets.UTF_8)),
                true);
    }
}
