// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

/** Bytes that can be read from any offset: a file, or a file on a server that answers ranges. */
public interface ByteSource {
    /** How a message names it, such as the file name of a wheel. */
    String name();

    /** The number of bytes. */
    long size();

    /** Exactly {@code length} bytes from {@code offset}, both within the size. */
    byte[] read(long offset, int length);
}
