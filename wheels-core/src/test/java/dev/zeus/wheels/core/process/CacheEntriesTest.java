// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.zeus.wheels.core.LockedWheels;
import dev.zeus.wheels.core.Verify;
import dev.zeus.wheels.core.VerifyOutcome;
import dev.zeus.wheels.core.VerifyRequest;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.setup.TargetChoice;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is in the place of an entry of the cache: it is never waited for, never read as one, nothing that it points
 * at changes, and the outcome is as if there were no cache.
 */
final class CacheEntriesTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private void replace(Path entry, String by) throws IOException, InterruptedException {
        Files.delete(entry);
        switch (by) {
            case "a FIFO" ->
                assertThat(new ProcessBuilder("mkfifo", entry.toString())
                                .start()
                                .waitFor())
                        .isZero();
            case "a directory" -> Files.writeString(Files.createDirectory(entry).resolve("mine"), "text");
            case "an empty file" -> Files.createFile(entry);
            case "a link to a file" -> Files.createSymbolicLink(entry, directory.resolve("mine"));
            case "a link to an endless device" -> Files.createSymbolicLink(entry, Path.of("/dev/zero"));
            case "a dangling link" -> Files.createSymbolicLink(entry, directory.resolve("none"));
            case "a loop" -> Files.createSymbolicLink(entry, entry);
            default -> throw new IllegalArgumentException(by);
        }
    }

    private VerifyOutcome verify(Project project) {
        LockedWheels wheels = new LockedWheels(
                project.set(Project.SMALL),
                project.generated(),
                TargetChoice.HOST,
                "",
                List.of(),
                project.access(Optional.empty()));
        return Verify.run(new VerifyRequest(wheels, project.result(), Optional.empty(), Map.of()), EventSink.SILENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a FIFO",
                "a directory",
                "an empty file",
                "a link to a file",
                "a link to an endless device",
                "a dangling link",
                "a loop"
            })
    void areReadOnlyWhereTheyAreFilesOfOurs(String what) throws Exception {
        Files.writeString(directory.resolve("mine"), "text");
        try (LoopbackIndex index = Project.serve()) {
            Project project = new Project(index.uri(), directory.resolve("home"), directory.resolve("cache"));
            project.generate(Project.SMALL, EventSink.SILENT);
            assertThat(verify(project).problems()).isEmpty();
            SortedMap<String, String> generated = FileTree.texts(project.generated());
            List<Path> entries = FileTree.files(project.cache().resolve("v1"));
            // Pages, metadata, wheels, and what passed before.
            assertThat(entries).hasSizeGreaterThan(20);
            for (Path entry : entries) {
                replace(entry, what);
            }

            assertTimeoutPreemptively(LONGEST, () -> {
                project.generate(Project.SMALL, EventSink.SILENT);
                assertThat(FileTree.texts(project.generated())).isEqualTo(generated);
                assertThat(verify(project).problems()).isEmpty();
            });
            assertThat(directory.resolve("mine")).hasContent("text");
            assertThat(directory.resolve("none")).doesNotExist();
        }
    }
}
