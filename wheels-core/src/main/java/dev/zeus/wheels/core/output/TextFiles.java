// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import dev.zeus.wheels.core.disk.DirectoryTree;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The files below a directory that hold text; links are never followed.
 *
 * @param root the directory, which need not exist
 */
record TextFiles(Path root) {
    /** The header of a generated file is in its first line. */
    private static final int HEAD = 256;

    /** The lock of five thousand packages for eight targets takes a quarter of it. */
    private static final int LARGEST = 256 << 20;

    static TextFiles in(Path root) {
        return new TextFiles(root);
    }

    /** All that is not a directory, whatever it is, sorted. */
    List<Path> all() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try {
            List<Path> files = DirectoryTree.files(root);
            Collections.sort(files);
            return files;
        } catch (IOException e) {
            throw unreadable(root, e);
        }
    }

    /** The texts that are wanted, by path relative to the root, with {@code /} as separator. */
    SortedMap<String, String> texts(Predicate<String> wanted) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Path file : all()) {
            Optional<String> text = text(file, wanted);
            if (text.isPresent()) {
                texts.put(relative(file), text.get());
            }
        }
        return texts;
    }

    /** The same as bytes. Of one of ours that is not UTF-8 any more they are here, and there is no text. */
    SortedMap<String, byte[]> bytes(Predicate<String> wanted) {
        SortedMap<String, byte[]> all = new TreeMap<>();
        for (Path file : all()) {
            try {
                if (isWanted(file, wanted)) {
                    all.put(relative(file), PlainFile.read(file, LARGEST));
                }
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        return all;
    }

    /**
     * The file's text; empty where it is not wanted, no regular file or not UTF-8, and so none of ours.
     *
     * @param wanted asked about the beginning of the text: what others put there may be larger than the memory
     * @throws WheelsException E301 if it cannot be read, or is wanted and larger than any of ours
     */
    static Optional<String> text(Path file, Predicate<String> wanted) {
        try {
            return isWanted(file, wanted) ? Optional.of(PlainFile.readString(file, LARGEST)) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static boolean isWanted(Path file, Predicate<String> wanted) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && wanted.test(new String(PlainFile.head(file, HEAD), StandardCharsets.UTF_8));
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static WheelsException unreadable(Path file, Exception cause) {
        return new WheelsException(
                OutputProblem.UNREADABLE,
                "cannot read \"" + file + "\": " + PlainFile.reason(cause),
                "make it readable for this user",
                cause);
    }
}
