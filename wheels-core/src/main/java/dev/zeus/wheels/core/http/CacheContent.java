package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.disk.ProcessLock;
import dev.zeus.wheels.core.event.EventSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a cache holds, of this release's format and of others'. */
public final class CacheContent {
    private static final Map<String, String> KINDS =
            Map.of("http", "pages", "listing", "file lists", "new", "unfinished");

    private final CacheDirectory directory;

    public CacheContent(Path directory) {
        this.directory = new CacheDirectory(directory);
    }

    /** Whether the directory says of itself that it is a cache, and not somebody's home. */
    public boolean isCache() {
        return Files.isRegularFile(directory.tag());
    }

    /**
     * The files, by path; none where there is no cache.
     *
     * @throws UncheckedIOException if the directory cannot be read
     */
    public List<CacheItem> items() {
        List<CacheItem> items = new ArrayList<>();
        if (!isCache()) {
            return items;
        }
        try {
            Files.walkFileTree(directory.path(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!directory.isFrame(file)) {
                        items.add(new CacheItem(
                                kind(file),
                                file,
                                attributes.size(),
                                attributes.lastModifiedTime().toInstant()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    // Removed by a build while this looks.
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        items.sort((one, other) -> one.path().compareTo(other.path()));
        return items;
    }

    private String kind(Path file) {
        if (!file.startsWith(directory.content())) {
            return "of other releases";
        }
        String name = directory.content().relativize(file).getName(0).toString();
        return KINDS.getOrDefault(name, name);
    }

    /** Keeps all builds from using the cache, and waits for those that do, until it is closed. */
    public ProcessLock lock(EventSink events) {
        return directory.lock(ProcessLock.Kind.EXCLUSIVE, events);
    }

    /**
     * Removes items, and directories that are empty then.
     *
     * @throws UncheckedIOException if one cannot be removed
     */
    public void remove(Collection<CacheItem> items) {
        try {
            for (CacheItem item : items) {
                Files.deleteIfExists(item.path());
            }
            removeEmptyDirectories();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeEmptyDirectories() throws IOException {
        Files.walkFileTree(directory.path(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure) throws IOException {
                boolean empty;
                try (var entries = Files.list(each)) {
                    empty = entries.findAny().isEmpty();
                }
                if (empty) {
                    Files.delete(each);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
