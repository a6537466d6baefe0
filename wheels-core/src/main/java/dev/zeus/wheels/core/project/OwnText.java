// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import dev.zeus.wheels.core.disk.PlainFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The text of a file of the user's own source. */
final class OwnText {
    private OwnText() {}

    /**
     * Reads a file.
     *
     * @param root the directory that it belongs to: a build would not have what a link leads to elsewhere, and that may
     *     be private
     * @throws FileSystemException with a reason, if it is elsewhere, no regular file or too large
     */
    static String read(Path root, String file, int most) throws IOException {
        Path path = root.resolve(file);
        if (!path.toRealPath().startsWith(root.toRealPath())) {
            throw new FileSystemException(file, null, "a link leads out of its directory");
        }
        return PlainFile.readString(path, most);
    }
}
