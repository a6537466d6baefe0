// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.disk.DirectoryTree;
import dev.zeus.wheels.core.disk.DurableFile;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of the sources that change together with a generated directory.
 *
 * <p>It stands in the staged directory and takes the name of the generated one with it: as long as only the old
 * directory counts, nothing has happened, and from that moment on the sources are due. Their new texts lie beside them
 * by then, so that what is left to do are renames; a file that has none beside it is left alone, whatever a list says.
 */
final class SourceJournal {
    static final String NAME = ".sources.json";
    private static final String BESIDE = ".wheels-new";

    /** Four times what a file of declarations may have (JavaFile). */
    private static final int LARGEST = 16 << 20;

    private SourceJournal() {}

    /** One line of the list. */
    private record Due(Path path, boolean goes) {
        Path beside() {
            return path.resolveSibling("." + path.getFileName() + BESIDE);
        }
    }

    /** Writes the list into a staged directory, and the new texts beside the old ones. */
    static void begin(Path staged, SourceChange change) throws IOException {
        if (change.isEmpty()) {
            return;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Map.Entry<Path, SourceChange.Edit> each : change.edits().entrySet()) {
            Path path = each.getKey().toAbsolutePath().normalize();
            requireStill(path, each.getValue().before());
            ObjectNode node = list.addObject();
            node.put("path", staged.resolveSibling("").relativize(path).toString());
            node.put("goes", each.getValue().after().isEmpty());
        }
        DurableFile.create(staged.resolve(NAME), list.toString());
        for (Map.Entry<Path, SourceChange.Edit> each : change.edits().entrySet()) {
            Due due = new Due(each.getKey().toAbsolutePath().normalize(), false);
            try {
                Files.createDirectories(due.path().getParent());
                Files.deleteIfExists(due.beside());
                write(due.beside(), each.getValue().after().orElse(new byte[0]));
            } catch (IOException e) {
                throw unwritable(due.path(), "nothing was changed", e);
            }
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void requireStill(Path path, Optional<byte[]> before) throws IOException {
        Optional<byte[]> now;
        try {
            now = Optional.of(PlainFile.read(path, LARGEST));
        } catch (NoSuchFileException e) {
            now = Optional.empty();
        }
        boolean same =
                before.isPresent() == now.isPresent() && (before.isEmpty() || Arrays.equals(before.get(), now.get()));
        if (!same) {
            throw new WheelsException(
                    OutputProblem.SOURCES_MOVED,
                    "\"" + path + "\" was changed by another process in the meantime; nothing was changed here",
                    "run it again");
        }
    }

    /** Forgets what never began to count. */
    static void drop(Path staged) throws IOException {
        for (Due due : list(staged)) {
            Files.deleteIfExists(due.beside());
        }
    }

    /**
     * Gives the sources their new texts; does nothing where none are due.
     *
     * @return whether some were
     */
    static boolean end(Path directory) {
        List<Due> list = list(directory);
        boolean changed = false;
        for (Due due : list) {
            try {
                if (Files.isRegularFile(due.beside(), LinkOption.NOFOLLOW_LINKS)) {
                    changed = true;
                    if (due.goes()) {
                        Files.deleteIfExists(due.path());
                        Files.delete(due.beside());
                    } else {
                        Files.move(
                                due.beside(),
                                due.path(),
                                StandardCopyOption.ATOMIC_MOVE,
                                StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            } catch (IOException e) {
                throw unwritable(due.path(), "the generated files are the new ones already", e);
            }
        }
        DirectoryTree.deleteQuietly(directory.resolve(NAME));
        return changed;
    }

    /** What is due; nothing where there is no list, or one that was cut short and so none that counts. */
    private static List<Due> list(Path directory) {
        List<Due> list = new ArrayList<>();
        try {
            String text = PlainFile.readString(directory.resolve(NAME), LARGEST);
            for (JsonNode node : new ObjectMapper().readTree(text)) {
                Path path = directory
                        .resolveSibling("")
                        .resolve(node.path("path").asText())
                        .normalize();
                if (path.toString().endsWith(".java")) {
                    list.add(new Due(path, node.path("goes").asBoolean()));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
        return list;
    }

    private static WheelsException unwritable(Path path, String state, IOException cause) {
        return new WheelsException(
                OutputProblem.UNWRITABLE_DECLARATION,
                "cannot write \"" + path + "\": " + PlainFile.reason(cause) + "; " + state,
                "make it writable for this user, and run it again",
                cause);
    }
}
