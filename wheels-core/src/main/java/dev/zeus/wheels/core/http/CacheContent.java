// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.disk.ProcessLock;
import dev.zeus.wheels.core.event.EventSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
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
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("http", "pages"),
            Map.entry("listing", "file lists"),
            Map.entry("new", "unfinished"),
            Map.entry("unchanged", "up-to-date marks"),
            Map.entry("classes", "class archives"));

    private final CacheDirectory directory;

    public CacheContent(Path directory) {
        this.directory = new CacheDirectory(directory);
    }

    /**
     * Whether the directory says of itself that it is a cache of this program, and not another's, or a home directory.
     *
     * @throws UncheckedIOException if its tag cannot be read
     */
    public boolean isCache() {
        try {
            return directory.isOurs();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The files that builds have put there, by path; empty if there is no cache. A file whose name the cache would not
     * give is left out.
     *
     * @throws UncheckedIOException if the directory cannot be read
     */
    public List<CacheItem> items() {
        List<CacheItem> items = new ArrayList<>();
        if (!isCache()) {
            return items;
        }
        forEachFormat(format -> Files.walkFileTree(format, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && CacheLayout.isEntry(format.relativize(file))) {
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
        }));
        items.sort((one, other) -> one.path().compareTo(other.path()));
        return items;
    }

    /** What is done with the directory of one format. */
    private interface Visit {
        void to(Path format) throws IOException;
    }

    private void forEachFormat(Visit visit) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory.path(), CacheLayout::isFormat)) {
            for (Path format : all) {
                visit.to(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException(e.getCause());
        }
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
     * Removes items, and directories of the cache that are empty then.
     *
     * @throws UncheckedIOException if one cannot be removed
     */
    public void remove(Collection<CacheItem> items) {
        try {
            for (CacheItem item : items) {
                Files.deleteIfExists(item.path());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        forEachFormat(format -> Files.walkFileTree(format, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure) throws IOException {
                boolean ours = each.equals(format) || CacheLayout.isDirectory(format.relativize(each));
                if (ours && isEmpty(each)) {
                    Files.delete(each);
                }
                return FileVisitResult.CONTINUE;
            }
        }));
    }

    private static boolean isEmpty(Path each) throws IOException {
        try (var entries = Files.list(each)) {
            return entries.findAny().isEmpty();
        }
    }
}
