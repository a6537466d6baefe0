// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import dev.zeus.wheels.core.disk.PlainFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * What a source distribution says of itself: the texts in it that are read, and the paths of all files.
 *
 * <p>Paths are below the archive's one directory: {@code PKG-INFO}, {@code src/foo/__init__.py}. Nothing is unpacked to
 * disk, and nothing is run.
 *
 * <p>Standard: source distribution format (PEP 625), {@code .zip} of old, too.
 *
 * @param paths the files, in the archive's order
 * @param texts those of them that say what the package is: {@code PKG-INFO}, {@code pyproject.toml} and what setuptools
 *     puts into {@code *.egg-info}
 */
public record SdistArchive(List<String> paths, Map<String, String> texts) {
    /** As many as a wheel may have (docs/limits.md). */
    private static final int MOST_ENTRIES = 200_000;

    /** PKG-INFO contains the project's README; the largest have some hundred kilobytes. */
    private static final int LONGEST_TEXT = 4 << 20;

    /** The archive is unpacked in a stream, without a disk; only a bomb has more (docs/limits.md). */
    private static final long LARGEST = 4L << 30;

    private static final WheelProblem BROKEN = WheelProblem.UNSOUND_SDIST;

    public SdistArchive {
        paths = List.copyOf(paths);
        texts = Map.copyOf(texts);
    }

    /** The text at a path, if there is one. */
    public Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    /** A text of setuptools' own directory, which may be anywhere; the shortest way there wins. */
    public Optional<String> eggInfo(String name) {
        return texts.keySet().stream()
                .filter(path -> path.endsWith(".egg-info/" + name))
                .min((a, b) -> a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length()))
                .flatMap(this::text);
    }

    /**
     * Reads an archive.
     *
     * @throws BrokenWheelException {@code X508} if it is not an archive, or is too large
     */
    public static SdistArchive read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            if (name.endsWith(".zip")) {
                return read(name, new ZipArchiveInputStream(bytes));
            }
            return read(
                    name,
                    new TarArchiveInputStream(GzipCompressorInputStream.builder()
                            .setInputStream(bytes)
                            .setDecompressConcatenated(true)
                            .get()));
        } catch (IOException | IllegalArgumentException e) {
            throw broken(name, "cannot be read: " + PlainFile.reason(e));
        }
    }

    private static SdistArchive read(String name, ArchiveInputStream<?> archive) throws IOException {
        List<String> paths = new ArrayList<>();
        Map<String, String> texts = new TreeMap<>();
        for (ArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            if (archive.getBytesRead() > LARGEST || paths.size() >= MOST_ENTRIES) {
                throw broken(name, "has more than " + MOST_ENTRIES + " files or more than 4 GiB");
            }
            String path = entry.getName().startsWith("./") ? entry.getName().substring(2) : entry.getName();
            int slash = path.indexOf('/');
            if (entry.isDirectory() || slash < 0) {
                continue;
            }
            String inside = path.substring(slash + 1);
            paths.add(inside);
            if (isRead(inside)) {
                texts.put(inside, text(name, inside, archive));
            }
        }
        return new SdistArchive(paths, texts);
    }

    private static boolean isRead(String path) {
        return path.equals("PKG-INFO")
                || path.equals("pyproject.toml")
                || path.endsWith(".egg-info/requires.txt")
                || path.endsWith(".egg-info/top_level.txt");
    }

    private static String text(String name, String path, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LONGEST_TEXT + 1);
        if (bytes.length > LONGEST_TEXT) {
            throw broken(name, "has a \"" + path + "\" of more than 4 MiB");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static BrokenWheelException broken(String name, String why) {
        return new BrokenWheelException(
                BROKEN, "the source distribution \"" + name + "\" " + why, "use another version, and tell its authors");
    }
}
