// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit.disk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/**
 * A path of a troubled disk; the names in it are those of the real path.
 *
 * @param fileSystem the disk's file system
 * @param real the path that it stands for
 */
record TroubledPath(TroubledFileSystem fileSystem, Path real) implements Path {
    /** The real path behind any path. */
    static Path real(Path path) {
        return path instanceof TroubledPath troubled ? troubled.real : path;
    }

    private TroubledPath on(Path path) {
        return new TroubledPath(fileSystem, path);
    }

    private @Nullable Path orNone(@Nullable Path path) {
        return path == null ? null : on(path);
    }

    @Override
    public FileSystem getFileSystem() {
        return fileSystem;
    }

    @Override
    public boolean isAbsolute() {
        return real.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return orNone(real.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return orNone(real.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return orNone(real.getParent());
    }

    @Override
    public int getNameCount() {
        return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return on(real.getName(index));
    }

    @Override
    public Path subpath(int begin, int end) {
        return on(real.subpath(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return real.startsWith(real(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return real.endsWith(real(other));
    }

    @Override
    public Path normalize() {
        return on(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return on(real.resolve(real(other)));
    }

    @Override
    public Path relativize(Path other) {
        return on(real.relativize(real(other)));
    }

    @Override
    public URI toUri() {
        return real.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return on(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return on(real.toRealPath(options));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("a troubled disk is not watched");
    }

    @Override
    public int compareTo(Path other) {
        return real.compareTo(real(other));
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
