package dev.zeus.wheels.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What git knows of a directory. */
final class GitFiles {
    private static final long SECONDS = 20;
    private static final int SHOWN = 5;

    private GitFiles() {}

    /** The first files below a directory that git does not know; empty where there is no git, or no repository. */
    static Optional<List<String>> untracked(Path directory) {
        try {
            Path said = Files.createTempFile("wheels-git-", ".txt");
            try {
                Process git = new ProcessBuilder(
                                List.of("git", "ls-files", "--others", "--exclude-standard", "--", "."))
                        .directory(directory.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(said.toFile())
                        .start();
                git.getOutputStream().close();
                if (!git.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    git.destroyForcibly();
                    return Optional.empty();
                }
                return git.exitValue() != 0
                        ? Optional.empty()
                        : Optional.of(Files.readString(said, StandardCharsets.UTF_8)
                                .lines()
                                .limit(SHOWN)
                                .toList());
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
