// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import dev.zeus.wheels.core.http.CacheDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/**
 * As whom this process makes files, found out by making one.
 *
 * @param user the number of the user, as the file system sees it
 * @param group the number of the group
 * @param mode what the process's umask leaves of the permissions of a file
 * @param principal the user
 */
record FileMaker(int user, int group, int mode, UserPrincipal principal) {
    private static final int PERMISSIONS = 0777;
    private static final int OF_OTHERS = 0077;

    /**
     * Makes a file where a cache has its unfinished ones, and removes it.
     *
     * @throws IOException where it cannot be made
     */
    static FileMaker in(CacheDirectory cache) throws IOException {
        Path probe = CacheDirectory.unfinished(cache.content());
        // Made anew: the cache gives its files their permissions itself.
        Files.delete(probe);
        Files.createFile(probe);
        try {
            return new FileMaker(
                    number(probe, "uid"),
                    number(probe, "gid"),
                    number(probe, "mode") & PERMISSIONS,
                    Files.getOwner(probe, LinkOption.NOFOLLOW_LINKS));
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** Whether a file is this user's, and nobody else can do anything with it. */
    boolean alone(Path file) throws IOException {
        return number(file, "uid") == user && (number(file, "mode") & OF_OTHERS) == 0;
    }

    private static int number(Path file, String name) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
    }
}
