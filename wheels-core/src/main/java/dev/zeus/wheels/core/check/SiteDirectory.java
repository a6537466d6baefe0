// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.disk.DirectoryTree;
import dev.zeus.wheels.core.wheel.BrokenWheelException;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.core.wheel.WheelEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A directory that wheels are unpacked into for a Python to import from; gone once it is closed. */
final class SiteDirectory implements AutoCloseable {
    /** Each file is in memory once while it is written (docs/limits.md). */
    private static final long LARGEST = 1L << 30;

    private final Path root;
    private final Set<Path> made = new HashSet<>();

    private SiteDirectory(Path root) {
        this.root = root;
    }

    static SiteDirectory create() throws IOException {
        Path root = Files.createTempDirectory("wheels-check-");
        Files.createDirectory(root.resolve("site"));
        Files.createDirectory(root.resolve("work"));
        return new SiteDirectory(root);
    }

    /** Where the packages are. */
    Path packages() {
        return root.resolve("site");
    }

    /** Where a Python may leave files. */
    Path work() {
        return root.resolve("work");
    }

    /** Unpacks what a wheel puts on Python's path; scripts, headers and data files are left out. */
    void install(Path wheel) throws IOException {
        install(wheel, packages());
    }

    /** Unpacks the same into a part of its own, as Nix has it: without what nixpkgs takes away. */
    void install(Path wheel, String part) throws IOException {
        Path directory = packages().resolve(part);
        install(wheel, directory);
        for (String tests : InstalledPath.REMOVED) {
            DirectoryTree.delete(directory.resolve(tests));
        }
    }

    private void install(Path wheel, Path directory) throws IOException {
        try (WheelArchive archive = WheelArchive.open(wheel)) {
            for (WheelEntry entry : archive.entries()) {
                Optional<String> path = entry.isDirectory() ? Optional.empty() : installedPath(entry.path());
                if (path.isPresent()) {
                    Path file = directory.resolve(path.get()).normalize();
                    // The archive reader refuses paths that lead out; this holds even if it did not.
                    if (!file.startsWith(directory)) {
                        throw new IOException("\"" + entry.path() + "\" leads out of the directory");
                    }
                    Path parent = file.resolveSibling("");
                    if (made.add(parent)) {
                        Files.createDirectories(parent);
                    }
                    Files.write(file, archive.read(entry, LARGEST));
                }
            }
        } catch (BrokenWheelException e) {
            // What is wrong with the archive is for the checks of archives to say.
            throw new IOException(e.problem().message(), e);
        }
    }

    /** {@code demo-1.0.data/purelib/x.py} is installed as {@code x.py} (PEP 427). */
    private static Optional<String> installedPath(String path) {
        int data = path.indexOf(".data/");
        if (data < 0 || path.indexOf('/') < data) {
            return Optional.of(path);
        }
        String inside = path.substring(data + ".data/".length());
        int slash = inside.indexOf('/');
        String scheme = slash < 0 ? "" : inside.substring(0, slash);
        return scheme.equals("purelib") || scheme.equals("platlib")
                ? Optional.of(inside.substring(slash + 1))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        DirectoryTree.delete(root);
    }
}
