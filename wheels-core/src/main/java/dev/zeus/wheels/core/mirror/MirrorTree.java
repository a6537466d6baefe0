// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.mirror;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.disk.DurableFile;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.text.JsonText;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.PackageName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The directory of a mirror: {@code SOURCE/PACKAGE/} with the files and their pages, {@code sha256/HASH} with the files
 * once more for Nix, which asks mirrors by hash, and {@code mirror.json}.
 *
 * @param directory where it is
 */
public record MirrorTree(Path directory) {
    private static final String MARK = "mirror.json";

    /**
     * Refuses a directory of others.
     *
     * @throws WheelsException I222
     */
    public void require() throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS) || Files.isRegularFile(directory.resolve(MARK))) {
            Files.createDirectories(directory);
            return;
        }
        boolean empty = false;
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                empty = files.findAny().isEmpty();
            }
        }
        if (!empty) {
            throw new WheelsException(
                    MirrorProblem.NOT_OURS,
                    "wheels.mirrorDirectory is \"" + directory + "\", which is neither empty nor a mirror",
                    "name an empty directory with -Dwheels.mirrorDirectory=…");
        }
        // Before anything else: what is cut short is gone on with.
        DurableFile.create(directory.resolve(MARK), "{}\n");
    }

    /**
     * Puts a file in its place, with its metadata beside it.
     *
     * @return whether it was not there yet
     */
    public boolean file(String source, PackageName name, LockedFile file, Path stored, Optional<byte[]> metadata)
            throws IOException {
        Path place = within(source).resolve(name.value()).resolve(file.name());
        Path byHash = directory.resolve("sha256").resolve(file.sha256().hex());
        boolean there = Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                && Sha256.of(place).equals(file.sha256());
        if (metadata.isPresent()) {
            Path beside = place.resolveSibling(file.name() + ".metadata");
            if (!Files.isRegularFile(beside) || !Sha256.of(beside).equals(Sha256.of(metadata.get()))) {
                Files.createDirectories(beside.getParent());
                Path temporary = temporary(beside);
                Files.write(temporary, metadata.get());
                Files.move(temporary, beside, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!there) {
            put(stored, place);
        }
        if (!Files.isRegularFile(byHash, LinkOption.NOFOLLOW_LINKS)) {
            put(place, byHash);
        }
        return !there;
    }

    private Path within(String source) {
        Path place = directory.resolve(source).normalize();
        if (!place.startsWith(directory.normalize()) || place.equals(directory.normalize())) {
            throw new IllegalArgumentException("no name of a source: \"" + source + '"');
        }
        return place;
    }

    private static Path temporary(Path file) {
        return file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid());
    }

    /** A second name of the same file, or a copy of it where there can be none; whole as soon as it has its name. */
    private static void put(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Path temporary = temporary(to);
        Files.deleteIfExists(temporary);
        try {
            Files.createLink(temporary, from);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(from, temporary);
        }
        Files.move(temporary, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // Where both names are one file already, moving the one to the other leaves it.
        Files.deleteIfExists(temporary);
    }

    /** Writes the pages of a source. */
    public void pages(String source, SortedMap<PackageName, List<MirroredFile>> packages) {
        Path index = within(source);
        try {
            for (var each : packages.entrySet()) {
                Path place = index.resolve(each.getKey().value());
                Files.createDirectories(place);
                DurableFile.replace(place.resolve("index.html"), MirrorPages.html(each.getKey(), each.getValue()));
                DurableFile.replace(place.resolve("index.json"), MirrorPages.json(each.getKey(), each.getValue()));
            }
            DurableFile.replace(index.resolve("index.html"), MirrorPages.listHtml(packages.keySet()));
            DurableFile.replace(index.resolve("index.json"), MirrorPages.listJson(packages.keySet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says what the mirror is of. */
    public void finish(Lock lock, Set<String> sources) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("version", 1);
        root.put("inputs", lock.inputs().digest());
        ArrayNode list = root.putArray("sources");
        sources.forEach(source -> list.addObject().put("name", source).put("index", source + "/"));
        DurableFile.replace(directory.resolve(MARK), JsonText.print(root));
    }
}
