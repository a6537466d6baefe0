// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What starts a JVM for a run: it is tuned for a short life, by the first tier of the JIT, the serial collector, and an
 * archive of its classes.
 *
 * @param words the command without the archive, which another run may have under another name
 * @param classPath where its classes are
 * @param environment its variables
 * @param archive of its classes; empty if there can be none
 */
record ChildCommand(
        List<String> words,
        List<Path> classPath,
        SortedMap<String, String> environment,
        Optional<ClassArchive> archive) {
    /** The young generation, and what a run leaves. */
    private static final long LEAST_MEBIBYTES = 72;

    /** What a JVM and the system below it go by, and nothing that could hold a secret. */
    private static final Set<String> VARIABLES = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "TEMP",
            "TMP",
            "SYSTEMROOT",
            "WINDIR",
            "SYSTEMDRIVE",
            "USERPROFILE",
            "LD_LIBRARY_PATH",
            "LOCALE_ARCHIVE");

    /**
     * The command for a program of this class path.
     *
     * @param main its class
     * @param cache where the archive of its classes is kept
     * @param java the program that runs it, such as {@link ChildProcess#ownJava}
     * @throws IOException where it cannot be run
     */
    static ChildCommand of(Class<?> main, Path cache, Path java) throws IOException {
        if (!Files.isExecutable(java)) {
            throw new IOException("\"" + java + "\" cannot be run");
        }
        List<Path> classPath;
        try {
            classPath = ForkClassPath.of(main.getClassLoader());
        } catch (ReflectiveOperationException e) {
            throw new IOException("it is not known where the classes are", e);
        }
        long most = Runtime.getRuntime().maxMemory() >> 20;
        List<String> words = List.of(
                java.toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:TieredStopAtLevel=1",
                // Copies of larger methods in those that call them take a run of a second longer to compile than they
                // save.
                "-XX:C1MaxInlineSize=25",
                "-XX:+UseSerialGC",
                // A third of a heap that follows the machine's memory otherwise: no faster, and a third more at the
                // peak.
                "-Xmn64m",
                // The heap never gets smaller than it began: a process that stays gives all else back. It is no slower.
                "-Xms" + Math.min(LEAST_MEBIBYTES, most) + "m",
                "-XX:-ShrinkHeapInSteps",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Xmx" + most + "m",
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                main.getName());
        return new ChildCommand(words, classPath, reduced(System.getenv()), ClassArchive.of(cache, classPath));
    }

    private static SortedMap<String, String> reduced(Map<String, String> environment) {
        SortedMap<String, String> reduced = new TreeMap<>();
        environment.forEach((name, value) -> {
            String upper = name.toUpperCase(Locale.ROOT);
            if (VARIABLES.contains(upper) || upper.startsWith("LC_")) {
                reduced.put(name, value);
            }
        });
        return reduced;
    }

    /** Whether the JVM writes the archive of its classes, which it does when it ends. */
    boolean writesArchive() {
        return archive.filter(ClassArchive::isMissing).isPresent();
    }

    /**
     * Starts it.
     *
     * @param directory in which it runs; empty for that of this process
     * @throws IOException where it cannot be started
     */
    Process start(Optional<Path> directory) throws IOException {
        List<String> command = new ArrayList<>(words);
        archive.ifPresent(each -> command.add(1, each.flag()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        directory.ifPresent(path -> builder.directory(path.toFile()));
        return builder.start();
    }
}
