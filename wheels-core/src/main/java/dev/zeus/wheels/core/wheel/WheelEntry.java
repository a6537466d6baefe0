// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

/**
 * One file of a wheel, as the archive's central directory has it.
 *
 * @param path the path with forward slashes; never absolute, never with {@code ..}
 * @param size the size once inflated
 * @param compressedSize the size in the archive
 * @param method 0 for stored, 8 for deflated
 * @param crc the CRC-32 of the content
 * @param offset where its local header begins
 */
public record WheelEntry(String path, long size, long compressedSize, int method, long crc, long offset) {
    /** Whether it stands for a directory. */
    public boolean isDirectory() {
        return path.endsWith("/");
    }
}
