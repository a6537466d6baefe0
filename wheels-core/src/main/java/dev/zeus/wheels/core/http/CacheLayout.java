package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.text.Printable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names that a cache of this program has in it, by which its files are told from everything else.
 *
 * <p>Only what has such a name is ever removed, whatever else a user, or another program, has put there.
 */
final class CacheLayout {
    /** The directory of one format, of this release or another. */
    private static final Pattern FORMAT = Pattern.compile("v[0-9]{1,6}");

    private static final Pattern BUCKET = Pattern.compile("http|listing|metadata|wheels|imports|new");

    /** {@code 123.part}: what is being written. */
    private static final Pattern UNFINISHED = Pattern.compile("[0-9]{1,20}\\.part");

    /** An entry below its format: under a digest, or a wheel with what was found in it under the wheel's digest. */
    private static final Pattern ENTRY = Pattern.compile("new/[0-9]{1,20}\\.part"
            + "|(http|listing|metadata)/[0-9a-f]{2}/[0-9a-f]{62}"
            + "|imports/[0-9a-f]{2}/[0-9a-f]{64}"
            + "|wheels/[0-9a-f]{2}/[0-9a-f]{64}/"
            + "([^/]{1,251}\\.whl|[^/]{1,248}\\.(tar\\.gz|zip))(\\.findings)?"
            + "|wheels/[0-9a-f]{2}/[0-9a-f]{64}/[0-9]{1,20}\\.part");

    /** A directory of entries below its format. */
    private static final Pattern DIRECTORY =
            Pattern.compile("(http|listing|metadata|wheels|imports|new)(/[0-9a-f]{2}(/[0-9a-f]{64})?)?");

    private static final String TAG = "CACHEDIR.TAG";
    private static final int LARGEST_TAG = 4096;

    private CacheLayout() {}

    /** The text of a tag; empty where there is none, or where it is no file that a cache would have. */
    static Optional<String> tag(Path tag) throws IOException {
        if (!Files.isRegularFile(tag, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return Optional.of(PlainFile.readString(tag, LARGEST_TAG));
    }

    /** Whether this is the directory of one format, and not a link to another place. */
    static boolean isFormat(Path directory) {
        return FORMAT.matcher(name(directory)).matches() && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isUnfinished(Path file) {
        return UNFINISHED.matcher(name(file)).matches();
    }

    /** Whether a path below the directory of a format is that of an entry. */
    static boolean isEntry(Path relative) {
        return ENTRY.matcher(slashed(relative)).matches();
    }

    /** Whether a path below the directory of a format is that of a directory of entries. */
    static boolean isDirectory(Path relative) {
        return DIRECTORY.matcher(slashed(relative)).matches();
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
                    return Optional.of("it is not empty and has no CACHEDIR.TAG of Zeus Wheels, but \""
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
                || name.startsWith("." + TAG + ".") && name.endsWith(".new")
                || isFormat(entry) && holdsBuckets(entry);
    }

    /** What other releases have is not known here. */
    private static boolean holdsBuckets(Path format) throws IOException {
        if (!name(format).equals(CacheDirectory.FORMAT)) {
            return true;
        }
        try (DirectoryStream<Path> buckets = Files.newDirectoryStream(format)) {
            for (Path bucket : buckets) {
                if (!BUCKET.matcher(name(bucket)).matches()) {
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

    private static String slashed(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }
}
