// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The processor's options about the lock.
 *
 * <p>{@code -Awheels.lock=FILE} names the lock, best by its whole path; left out, it is {@code generated/pylock.toml}
 * in the directory of the module, and an empty value means no lock. {@code -Awheels.lockWarnings=false} is for the
 * compilation that goes before locking: the locked versions are written to the registry, and those that will change are
 * not reported. {@code -Awheels.silence=V137,V210} is {@link Silence}'s.
 *
 * @param options all options of the compilation
 */
record LockOptions(Map<String, String> options) {
    static final String LOCK = "wheels.lock";
    static final String WARNINGS = "wheels.lockWarnings";

    /** Directories above a module; file systems end at 4,096 characters. */
    private static final int DEEPEST = 40;

    /** What marks the directory of a module. */
    private static final List<String> BUILD_FILES =
            List.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

    LockOptions {
        options = withoutNull(options);
    }

    /** The options with nothing for null, which javac hands over for {@code -Awheels.lock=}. */
    static Map<String, String> withoutNull(Map<String, @Nullable String> options) {
        Map<String, String> plain = new HashMap<>();
        options.forEach((name, value) -> plain.put(name, value == null ? "" : value));
        return plain;
    }

    static Set<String> names() {
        return Set.of(LOCK, WARNINGS, Silence.OPTION);
    }

    boolean warnings() {
        return !"false".equals(options.get(WARNINGS));
    }

    /**
     * The directory of the module that a file is generated for, which holds {@code generated/}; empty where that cannot
     * be told.
     */
    Optional<Path> directory(URI generated) {
        try {
            String named = options.getOrDefault(LOCK, "");
            if (!named.isEmpty()) {
                return Optional.ofNullable(Path.of(named).toAbsolutePath().getParent())
                        .map(Path::getParent);
            }
            return "file".equals(generated.getScheme()) ? around(Path.of(generated)) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            // No path of this machine.
            return Optional.empty();
        }
    }

    /** The lock of the module that a file is generated for. */
    Lock lock(URI generated) {
        String named = options.get(LOCK);
        try {
            if (named != null) {
                return named.isEmpty() ? Lock.NONE : Lock.read(Path.of(named));
            }
            return directory(generated)
                    .map(directory -> Lock.read(directory.resolve("generated").resolve("pylock.toml")))
                    .orElse(Lock.NONE);
        } catch (InvalidPathException e) {
            return Lock.NONE;
        }
    }

    private static Optional<Path> around(Path generated) {
        @Nullable Path directory = generated.getParent();
        for (int i = 0; i < DEEPEST && directory != null; i++) {
            if (isModule(directory)
                    || Files.isRegularFile(directory.resolve("generated").resolve("pylock.toml"))) {
                return Optional.of(directory);
            }
            directory = directory.getParent();
        }
        return Optional.empty();
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
