// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A small nixpkgs: the names and fixpoints of nixpkgs' Python machinery over the Pythons, the shell and the tools of
 * this machine.
 *
 * <p>Example: {@code FixtureNixpkgs.writeTo(Path.of("target/nixpkgs"), List.of("uuid7==0.1.0"))}, then {@code nix flake
 * check --override-input nixpkgs path:target/nixpkgs}. It is a flake and a {@code default.nix}.
 *
 * <p>The packages that build packages (pip, installer, setuptools …) and the named source distributions are fetched
 * once with the host's own pip, the former by hash.
 */
public final class FixtureNixpkgs {
    private static final String TREE = "nixpkgs";

    private FixtureNixpkgs() {}

    /**
     * Writes the tree: the directory, then the source distributions that it is to have at hand, each with its version.
     */
    public static void main(String... arguments) {
        writeTo(Path.of(arguments[0]), List.of(arguments).subList(1, arguments.length));
    }

    /**
     * Writes the tree into a directory; what was fetched before is kept. Test classes of two JVMs may share the
     * directory: they write one after the other, and nothing that is as it should be.
     *
     * @throws IllegalStateException if the machine has no Python, or its pip fails
     */
    public static synchronized void writeTo(Path directory, List<String> sources) {
        List<HostPython> pythons = HostPython.find();
        if (pythons.isEmpty()) {
            throw new IllegalStateException("this machine has no Python, or none that runs");
        }
        try {
            Files.createDirectories(directory);
            try (FileChannel guard =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                guard.lock(); // until the channel is closed
                write(directory, sources, pythons);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path directory, List<String> sources, List<HostPython> pythons) throws IOException {
        copyTree(directory);
        Path bootstrap = directory.resolve("bootstrap");
        Path requirements = directory.resolve("bootstrap.txt");
        HostPython newest = pythons.get(pythons.size() - 1);
        if (files(bootstrap).size() != Files.readAllLines(requirements).size()) {
            fetch(newest, bootstrap, "--only-binary", ":all:", "--require-hashes", "-r", requirements.toString());
        }
        Path archives = directory.resolve("sources");
        for (String source : sources) {
            String archive = source.replace("==", "-") + ".tar.gz";
            if (!Files.exists(archives.resolve(archive))) {
                fetch(newest, archives, "--no-binary", ":all:", source);
            }
        }
        Path hosts = directory.resolve("hosts.nix");
        String text = HostsFile.text(pythons, files(bootstrap), files(archives));
        if (!Files.exists(hosts) || !Files.readString(hosts).equals(text)) {
            Files.writeString(hosts, text);
        }
    }

    private static void fetch(HostPython python, Path directory, String... what) {
        List<String> command = new ArrayList<>(List.of(python.program().toString(), "-I", "-m", "pip", "download"));
        command.addAll(List.of("--quiet", "--no-deps", "--dest", directory.toString()));
        command.addAll(List.of(what));
        HostCommand.run(command);
    }

    private static void copyTree(Path directory) throws IOException {
        try {
            URI uri = FixtureNixpkgs.class.getResource(TREE).toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    FileTree.copy(
                            jar.getPath(FixtureNixpkgs.class.getPackageName().replace('.', '/'), TREE), directory);
                }
            } else {
                FileTree.copy(Path.of(uri), directory);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
