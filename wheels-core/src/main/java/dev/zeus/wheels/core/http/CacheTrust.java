// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.disk.PlainFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a cache may be believed: what is in it could otherwise have been put there by another user of the machine.
 *
 * <p>It must belong to this user or to root, who can do anything anyway, and no other user may write to it.
 */
final class CacheTrust {
    private static final Integer ROOT = 0;

    /** The bits of the mode of a file by which its group or all others may write to it. */
    private static final int WRITTEN_BY_OTHERS = 0022;

    private CacheTrust() {}

    /** Why it is not trusted, as the rest of a sentence; empty if it is trusted, or does not exist. */
    static Optional<String> doubt(Path content) {
        if (!Files.isDirectory(content)
                || !content.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        try {
            // In one look, and by numbers: names of users and groups would have to be looked up.
            Map<String, Object> unix = Files.readAttributes(content, "unix:uid,mode");
            Object owner = unix.getOrDefault("uid", "unknown");
            if (!owner.equals(ROOT) && !owner.equals(me(content))) {
                return Optional.of("belongs to another user (" + owner + "), who could put anything there");
            }
            boolean open = !(unix.get("mode") instanceof Integer mode) || (mode & WRITTEN_BY_OTHERS) != 0;
            return open
                    ? Optional.of("can be written by other users ("
                            + PosixFilePermissions.toString(Files.getPosixFilePermissions(content)) + ")")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("cannot be looked at (" + PlainFile.reason(e) + ")");
        }
    }

    /** The number of this user, as the file system of the cache sees it where possible. */
    private static Object me(Path content) throws IOException {
        Path probe;
        try {
            probe = CacheDirectory.unfinished(content);
        } catch (IOException e) {
            probe = Files.createTempFile("wheels-", ".who");
        }
        try {
            return Files.getAttribute(probe, "unix:uid");
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
