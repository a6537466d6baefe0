// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import dev.zeus.wheels.core.disk.ByteCount;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.nio.file.Path;

/** How it is said that files cannot be written. */
final class Unwritable {
    private Unwritable() {}

    /**
     * The problem, with the room that is left; to be asked for before anything staged is removed again.
     *
     * @param path what was to be written
     * @param needed how many bytes it takes
     */
    static WheelsException of(Path path, long needed, IOException cause) {
        String room = needed == 0 ? "" : " (" + new ByteCount(needed) + " to write, " + ByteCount.free(path) + ")";
        return new WheelsException(
                OutputProblem.UNWRITABLE,
                "cannot write \"" + path + "\": " + PlainFile.reason(cause) + room
                        + "; the previous files are unchanged",
                "check that the directory is writable and the disk has room, or choose another with"
                        + " -Dwheels.outputDirectory=…",
                cause);
    }
}
