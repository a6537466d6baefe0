package dev.zeus.wheels.processor;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The processor's options about the lock.
 *
 * <p>{@code -Awheels.lock=FILE} names the lock, best by its whole path; left out, it is {@code generated/pylock.toml}
 * in the directory of the module, and empty it is none. {@code -Awheels.lockWarnings=false} is for the compilation that
 * goes before locking: the locked versions are written to the registry, and nothing is said of those that are to
 * change.
 *
 * @param options all options of the compilation
 */
record LockOptions(Map<String, String> options) {
    private static final String LOCK = "wheels.lock";
    private static final String WARNINGS = "wheels.lockWarnings";
    private static final int DEEPEST = 40;

    /** What marks the directory of a module. */
    private static final List<String> BUILD_FILES =
            List.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

    static Set<String> names() {
        return Set.of(LOCK, WARNINGS);
    }

    boolean warnings() {
        return !"false".equals(options.get(WARNINGS));
    }

    /** The lock of the module that a file is generated for. */
    Lock lock(URI generated) {
        String named = options.get(LOCK);
        try {
            if (named != null) {
                return named.isEmpty() ? Lock.NONE : Lock.read(Path.of(named));
            }
            return "file".equals(generated.getScheme()) ? beside(Path.of(generated)) : Lock.NONE;
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            // No path of this machine.
            return Lock.NONE;
        }
    }

    private static Lock beside(Path generated) {
        Path directory = generated.getParent();
        for (int i = 0; i < DEEPEST && directory != null; i++) {
            Path lock = directory.resolve("generated").resolve("pylock.toml");
            if (Files.isRegularFile(lock)) {
                return Lock.read(lock);
            }
            if (isModule(directory)) {
                return Lock.NONE;
            }
            directory = directory.getParent();
        }
        return Lock.NONE;
    }

    /** The directory of the module that a path is in, which its build file marks. */
    static Optional<Path> module(Path path) {
        Path directory = path;
        for (int i = 0; i < DEEPEST && directory != null; i++) {
            if (isModule(directory)) {
                return Optional.of(directory);
            }
            directory = directory.getParent();
        }
        return Optional.empty();
    }

    private static boolean isModule(Path directory) {
        return BUILD_FILES.stream().map(directory::resolve).anyMatch(Files::isRegularFile);
    }
}
