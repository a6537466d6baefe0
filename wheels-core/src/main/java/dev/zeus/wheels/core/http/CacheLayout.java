// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.text.Printable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The names that a cache of this program has in it, which distinguish its files from everything else.
 *
 * <p>Only what has such a name is ever removed, whatever else a user, or another program, has put there.
 */
final class CacheLayout {
    private static final Set<String> KEYED = Set.of("http", "listing", "metadata", "unchanged", "classes");
    private static final Set<String> BUCKETS =
            Set.of("http", "listing", "metadata", "unchanged", "classes", "wheels", "imports", "new", "daemon");
    private static final List<String> ARCHIVES = List.of(".whl", ".tar.gz", ".zip");
    private static final String FINDINGS = ".findings";
    private static final String PART = ".part";

    /** The longest file name of common file systems (NAME_MAX). */
    private static final int LONGEST_NAME = 255;

    private static final String TAG = "CACHEDIR.TAG";

    /** A tag has a few lines. */
    private static final int LARGEST_TAG = 4096;

    private CacheLayout() {}

    /** The text of a tag; empty if there is none, or if it is not a file of the kind that a cache has. */
    static Optional<String> tag(Path tag) throws IOException {
        if (!Files.isRegularFile(tag, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return Optional.of(PlainFile.readString(tag, LARGEST_TAG));
    }

    /** Whether this is the directory of one format, and not a link to another place. */
    static boolean isFormat(Path directory) {
        String name = name(directory);
        return name.startsWith("v")
                && isDigits(name.substring(1), 6)
                && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isUnfinished(Path file) {
        return isUnfinished(name(file));
    }

    /** Whether a path below the directory of a format is that of an entry. */
    static boolean isEntry(Path relative) {
        List<String> names = names(relative);
        String last = names.get(names.size() - 1);
        return switch (names.size()) {
            case 2 -> names.get(0).equals("new") && isUnfinished(last);
            case 3 ->
                isHex(names.get(1), 2)
                        && ((KEYED.contains(names.get(0)) && isHex(last, 62))
                                || (names.get(0).equals("imports") && isHex(last, 64)));
            case 4 ->
                names.get(0).equals("wheels")
                        && isHex(names.get(1), 2)
                        && isHex(names.get(2), 64)
                        && (isUnfinished(last) || isArchive(last));
            default -> false;
        };
    }

    /** Whether a path below the directory of a format is that of a directory of entries. */
    static boolean isDirectory(Path relative) {
        List<String> names = names(relative);
        return BUCKETS.contains(names.get(0))
                && (names.size() < 2 || isHex(names.get(1), 2))
                && (names.size() < 3 || isHex(names.get(2), 64))
                && names.size() < 4;
    }

    /**
     * What keeps a place from becoming a cache, as the rest of a sentence: whatever is there but the remains of a cache
     * whose making was cut short.
     *
     * @param tag the text of a whole tag, of which a cut one is the beginning
     */
    static Optional<String> foreign(Path path, String tag) throws IOException {
        if (!Files.isDirectory(path)) {
            // Made by who calls, or said by the system when that is tried; opening a FIFO would wait for ever.
            return Optional.empty();
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                if (name(entry).equals(TAG) && !tag.startsWith(tag(entry).orElse("-"))) {
                    return Optional.of("its CACHEDIR.TAG says that another program made it");
                }
                if (!isFrame(entry)) {
                    return Optional.of("it has no CACHEDIR.TAG of Zeus Wheels, and contains \""
                            + Printable.of(name(entry), 80) + "\"");
                }
            }
            return Optional.empty();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isFrame(Path entry) throws IOException {
        String name = name(entry);
        return name.equals(TAG)
                || name.equals(".lock")
                || (name.startsWith("." + TAG + ".") && name.endsWith(".new"))
                || (isFormat(entry) && holdsBuckets(entry));
    }

    /** What other releases have is not known here. */
    private static boolean holdsBuckets(Path format) throws IOException {
        if (!name(format).equals(CacheDirectory.FORMAT)) {
            return true;
        }
        try (DirectoryStream<Path> buckets = Files.newDirectoryStream(format)) {
            for (Path bucket : buckets) {
                if (!BUCKETS.contains(name(bucket))) {
                    return false;
                }
            }
            return true;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static List<String> names(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .map(CacheLayout::name)
                .toList();
    }

    /** {@code 123.part}: what is being written. */
    private static boolean isUnfinished(String name) {
        return name.endsWith(PART) && isDigits(name.substring(0, name.length() - PART.length()), 20);
    }

    /** A wheel or source distribution, or what was found in it. */
    private static boolean isArchive(String name) {
        String archive = name.endsWith(FINDINGS) ? name.substring(0, name.length() - FINDINGS.length()) : name;
        return name.length() <= LONGEST_NAME + FINDINGS.length()
                && ARCHIVES.stream().anyMatch(end -> archive.endsWith(end) && archive.length() > end.length());
    }

    private static boolean isDigits(String text, int most) {
        return !text.isEmpty() && text.length() <= most && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isHex(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
