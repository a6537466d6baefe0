// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

/**
 * Where something stands.
 *
 * @param file the name of the file
 * @param line counted from one
 */
record Place(String file, int line) {
    /** Whether a tool wrote it, so that it is not edited by hand. */
    boolean isInLock() {
        return file.endsWith(".lock") || file.startsWith("pylock.") || file.contains("conda-lock.");
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
