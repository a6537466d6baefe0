// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpAnswer;
import dev.zeus.wheels.core.http.HttpFields;
import dev.zeus.wheels.core.http.HttpProblem;
import dev.zeus.wheels.core.wheel.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The files of a local folder as a page would list them, with the digests that it would give. */
record Folder(HttpAnswer answer, Listing listing) {
    /** Each listed file is held in memory (docs/limits.md). */
    private static final int MOST = 100_000;

    /**
     * Lists a folder, files in deeper ones aside.
     *
     * @throws WheelsException {@code X431} if it is not a folder, or cannot be read
     */
    static Folder list(IndexSource source) {
        return list(source, MOST);
    }

    /** As {@link #list(IndexSource)}, with a bound: none of more files is read. */
    static Folder list(IndexSource source, int most) {
        Path folder = Path.of(source.url());
        try (Stream<Path> all =
                source.isOneFile() ? Stream.of(folder.toRealPath(LinkOption.NOFOLLOW_LINKS)) : entries(folder)) {
            List<Path> distributions =
                    all.filter(Folder::isDistribution).limit(most + 1L).sorted().toList();
            if (distributions.size() > most) {
                throw new WheelsException(
                        IndexProblem.BAD_FOLDER,
                        "the folder \"" + folder + "\" of the source \"" + source.name() + "\" has more than " + most
                                + " files",
                        "name a folder that contains only what is declared, or serve it as an index");
            }
            List<ListedFile> files = distributions.stream().map(Folder::file).toList();
            HttpAnswer answer = new HttpAnswer(source.url(), 200, HttpFields.NONE, new byte[0]);
            return new Folder(answer, Listing.ofFiles(files));
        } catch (IOException e) {
            throw unreadable(source, folder);
        }
    }

    /**
     * Refuses a source that is not a folder, of which each project would seem to be missing.
     *
     * @throws WheelsException {@code X431}
     */
    static void require(IndexSource source) {
        Path folder = Path.of(source.url());
        if (!Files.isDirectory(folder)) {
            throw unreadable(source, folder);
        }
    }

    private static WheelsException unreadable(IndexSource source, Path folder) {
        return new WheelsException(
                IndexProblem.BAD_FOLDER,
                "the folder \"" + folder + "\" of the source \"" + source.name() + "\" cannot be read",
                "make it, or correct url in its @Source; a relative one begins where generated/ lies");
    }

    /** What is in a folder; Java would open a FIFO in its place, and wait for a writer. */
    @SuppressWarnings("StreamResourceLeak") // its reader closes it
    private static Stream<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        return Files.list(folder);
    }

    private static boolean isDistribution(Path file) {
        String name = String.valueOf(file.getFileName());
        return PageFiles.isDistribution(name) && Files.isRegularFile(file);
    }

    private static ListedFile file(Path file) {
        try {
            return new WrittenFile(
                    String.valueOf(file.getFileName()),
                    file.toUri().toString(),
                    Optional.of(Sha256.of(file).hex()),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.of(Files.size(file)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        } catch (IOException e) {
            throw new WheelsException(
                    HttpProblem.UNREADABLE_FILE,
                    "\"" + file + "\" cannot be read",
                    "check the file and its permissions");
        }
    }
}
