// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import dev.zeus.wheels.core.disk.FileState;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.CacheDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The JVM's archive of the classes of a run, by which the next one need not read and verify them.
 *
 * <p>It is kept in the cache, one for each JDK and class path. The first run writes it beside its place when it ends,
 * and it is renamed once it is whole. The JVM looks by itself whether an archive fits, and goes on without one that
 * does not.
 *
 * <p>Standard: class data sharing, JEP 350.
 */
final class ClassArchive {
    private static final String BUCKET = "classes";

    /** Enough for the JDKs and releases that one machine uses in turn; each has tens of megabytes. */
    private static final int KEPT = 4;

    private static final int MAGIC = 4;

    /** The properties that tell one JVM from another. */
    static final List<String> OF_THE_JVM =
            List.of("java.home", "java.vm.name", "java.vm.version", "java.runtime.version");

    private final Path file;
    private final Optional<Path> unfinished;

    private ClassArchive(Path file, Optional<Path> unfinished) {
        this.file = file;
        this.unfinished = unfinished;
    }

    /**
     * The archive for a class path; empty if there can be none, for instance if classes are in directories or the cache
     * is not trusted: code in an archive is executed.
     */
    static Optional<ClassArchive> of(Path cache, List<Path> classPath) {
        try {
            for (Path element : classPath) {
                if (!Files.isRegularFile(element)) {
                    return Optional.empty();
                }
            }
            CacheDirectory directory = new CacheDirectory(cache);
            directory.make();
            if (directory.odd().isPresent()) {
                return Optional.empty();
            }
            Path file = directory.file(BUCKET, key(classPath));
            if (Files.isRegularFile(file)) {
                CacheDirectory.touch(file);
                return Optional.of(new ClassArchive(file, Optional.empty()));
            }
            return Optional.of(new ClassArchive(file, Optional.of(CacheDirectory.unfinished(directory.content()))));
        } catch (IOException | WheelsException e) {
            // The one who needs the cache reports what is wrong with it.
            return Optional.empty();
        }
    }

    /** Another JDK or other jars have another archive; the JVM compares times of jars, too. */
    private static String key(List<Path> classPath) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String property : OF_THE_JVM) {
            text.append(System.getProperty(property, "")).append('\n');
        }
        for (Path jar : classPath) {
            text.append(jar).append(' ').append(FileState.of(jar).text()).append('\n');
        }
        return text.toString();
    }

    /** Whether it is still to be written. */
    boolean isMissing() {
        return unfinished.isPresent();
    }

    /** The flag that makes a JVM use it, or write it at its end. */
    String flag() {
        return unfinished.isPresent()
                ? "-XX:ArchiveClassesAtExit=" + unfinished.get()
                : "-XX:SharedArchiveFile=" + file;
    }

    /** Puts it in its place where the JVM that was to write it has done so, and removes what is left else. */
    void finish() {
        if (unfinished.isEmpty()) {
            return;
        }
        Path written = unfinished.get();
        try {
            if (isWhole(written)) {
                CacheDirectory.create(file.resolveSibling(""));
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                prune(file.resolveSibling("").resolveSibling(""));
            }
            Files.deleteIfExists(written);
        } catch (IOException e) {
            // The next run writes it.
        }
    }

    /** The JVM writes the head of an archive, which begins with a number that is not zero, after all the rest. */
    private static boolean isWhole(Path written) throws IOException {
        try (InputStream in = Files.newInputStream(written)) {
            byte[] magic = in.readNBytes(MAGIC);
            for (byte each : magic) {
                if (each != 0) {
                    return magic.length == MAGIC;
                }
            }
            return false;
        }
    }

    /** An archive is large, and each update of a JDK or of this program leaves one behind. */
    private static void prune(Path bucket) throws IOException {
        Map<Path, FileTime> used = new TreeMap<>();
        try (Stream<Path> all = Files.walk(bucket)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                used.put(each, Files.getLastModifiedTime(each));
            }
        }
        List<Path> oldest = used.entrySet().stream()
                .sorted(Map.Entry.<Path, FileTime>comparingByValue(Comparator.reverseOrder()))
                .skip(KEPT)
                .map(Map.Entry::getKey)
                .toList();
        for (Path each : oldest) {
            Files.deleteIfExists(each);
        }
    }
}
