package dev.zeus.wheels.core.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the cache of a user lives, and how its directories are made. */
public final class CacheDirectory {
    private CacheDirectory() {}

    /**
     * {@code $XDG_CACHE_HOME/zeus-wheels} where that is absolute, {@code .cache/zeus-wheels} under the home else.
     *
     * @param environment the environment variables
     * @param home the user's home
     */
    public static Path standard(Map<String, String> environment, Path home) {
        @Nullable String configured = environment.get("XDG_CACHE_HOME");
        boolean usable = configured != null
                && !configured.isEmpty()
                && Path.of(configured).isAbsolute();
        return (usable ? Path.of(String.valueOf(configured)) : home.resolve(".cache")).resolve("zeus-wheels");
    }

    /** Makes a directory and its parents, readable by their owner only where the file system can say so. */
    public static void create(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(directory);
        }
    }
}
