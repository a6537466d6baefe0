// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * {@link OneRun} in a JVM as {@code wheels:generate} starts one: the first tier, the serial collector and an archive of
 * its classes, which a first run writes that is not measured.
 *
 * <p>The property {@code jvm} has flags to go by instead, without an archive.
 */
final class OwnProgram {
    private static final List<String> FLAGS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmn64m",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-Xlog:disable");

    private final String classPath;
    private final Path archive;
    private final String given = System.getProperty("jvm", "");

    /** With its jars and its archive in a directory. */
    OwnProgram(Path directory) throws IOException {
        this.classPath = jars(directory);
        this.archive = directory.resolve("classes.jsa");
        Files.deleteIfExists(archive);
    }

    /** The run that writes the archive, of the same arguments as the measured ones. */
    List<String> first(List<String> arguments) {
        return command(List.of("-XX:ArchiveClassesAtExit=" + archive), arguments);
    }

    List<String> measured(List<String> arguments) {
        return command(List.of("-XX:SharedArchiveFile=" + archive), arguments);
    }

    private List<String> command(List<String> archiving, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        if (given.isEmpty()) {
            command.addAll(FLAGS);
            command.addAll(archiving);
        } else {
            command.addAll(List.of(given.split(" +")));
        }
        command.addAll(List.of("-cp", classPath, OneRun.class.getName()));
        command.addAll(arguments);
        return command;
    }

    /** An archive is made of classes in jars only; what is in directories is packed into some. */
    private static String jars(Path directory) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            entries.add(
                    Files.isDirectory(path)
                            ? jar(path, directory.resolve(entries.size() + ".jar"))
                                    .toString()
                            : entry);
        }
        return String.join(File.pathSeparator, entries);
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                packed.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, packed);
                packed.closeEntry();
            }
        }
        return jar;
    }
}
