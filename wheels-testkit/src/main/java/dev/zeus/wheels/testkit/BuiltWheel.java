// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A wheel made by a {@link WheelBuilder}.
 *
 * @param project the name as written in the file name
 * @param version the version
 * @param filename the file name, such as {@code demo-1.0-py3-none-any.whl}
 * @param bytes the archive
 * @param metadata the text of its {@code METADATA}
 * @param requiresPython the specifier of its {@code Requires-Python}, empty for none
 */
public record BuiltWheel(
        String project, String version, String filename, byte[] bytes, String metadata, String requiresPython) {
    /** The SHA-256 of the archive in lower-case hexadecimal. */
    public String sha256() {
        return sha256(bytes);
    }

    /** The SHA-256 of {@code METADATA} in lower-case hexadecimal. */
    public String metadataSha256() {
        return sha256(metadata.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
