// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.disk.TroubledDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Disks that run full, take no writes or have no locks.
 *
 * <p>A {@link TroubledDisk} runs full after any number of bytes and on any machine; that a real one does the same is
 * seen on a small tmpfs, where the machine lets a process mount one.
 */
final class FullDiskTest {
    private static final int STEPS = 40;
    private static final int CANNOT_MOUNT = 77;

    @TempDir
    Path directory;

    private final LoopbackIndex index = Project.serve();
    private final List<WheelsEvent> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        index.close();
    }

    private List<String> warnings() {
        return events.stream()
                .filter(WheelsEvent.Warned.class::isInstance)
                .map(event -> ((WheelsEvent.Warned) event).problem().toString())
                .toList();
    }

    private Project on(TroubledDisk disk) throws IOException {
        Files.createDirectories(directory.resolve("disk/home"));
        return new Project(index.uri(), disk.path("home"), directory.resolve("cache"));
    }

    private TroubledDisk disk() {
        return new TroubledDisk(directory.resolve("disk"));
    }

    @Test
    @Proves(
            id = "fault 57",
            given = "the disk of generated/ runs full, at forty points of a run",
            outcome = "E302 names the directory and the room that is left; the old files stand, nothing is left beside")
    void theOldFilesStandWhereverTheDiskRunsFull() throws IOException {
        TroubledDisk disk = disk();
        Project project = on(disk);
        project.generate(Project.SMALL, EventSink.SILENT);
        SortedMap<String, String> small = FileTree.texts(project.generated());
        new Project(index.uri(), directory.resolve("calm"), project.cache()).generate(Project.LARGE, EventSink.SILENT);
        SortedMap<String, String> large = FileTree.texts(directory.resolve("calm/generated"));
        long step = size(large) / STEPS;

        for (long room = 0; room < size(large); room += step) {
            disk.holding(size(FileTree.texts(project.home())) + room);
            WheelsException problem = catchThrowableOfType(
                    WheelsException.class, () -> project.generate(Project.LARGE, EventSink.SILENT));
            assertThat(problem.problem().code()).isEqualTo("E302");
            assertThat(problem.problem().message())
                    .contains("\"" + project.generated() + "\"", "No space left on device", " to write, ", " free of ");
            assertThat(FileTree.texts(project.generated())).isEqualTo(small);
            assertThat(project.names()).containsExactly("generated", "target");
        }
        disk.holding(Long.MAX_VALUE);
        project.generate(Project.LARGE, EventSink.SILENT);
        assertThat(FileTree.texts(project.generated())).isEqualTo(large);
    }

    private static long size(SortedMap<String, String> files) {
        return files.values().stream().mapToLong(String::length).sum();
    }

    @Test
    @Proves(
            id = "fault 57",
            given = "a real disk runs full (a small tmpfs, where one can be mounted)",
            outcome = "E302 as above; the old files stand")
    void aRealDiskRunsFull() throws Exception {
        Files.createDirectories(directory.resolve("small"));
        Project project = new Project(index.uri(), directory.resolve("small"), directory.resolve("cache"));
        try (ChildJvm child = ChildJvm.onSmallDisk(256, "full", project)) {
            String said = child.rest();
            Assumptions.assumeFalse(
                    child.exitCode() == CANNOT_MOUNT || said.startsWith("unshare: "),
                    () -> "no tmpfs can be mounted here, the other tests of this class stand in for it: " + said);
            assertThat(said)
                    .contains("[wheels/E302] cannot write \"" + project.generated() + "\"")
                    .contains(" free of 256.0 KiB")
                    .contains("the old files stand")
                    .contains("left [filler, generated, target]")
                    .endsWith("done");
        }
    }

    @Test
    @Proves(id = "fault 49", given = "the cache's disk is full", outcome = "E119 once, and the run succeeds without it")
    void aFullCacheIsGoneWithout() throws IOException {
        assertRunsWithout(disk().holding(300), "No space left on device");
    }

    @Test
    @Proves(id = "fault 49", given = "the cache is read-only", outcome = "E119 once, and the run succeeds without it")
    void aReadOnlyCacheIsGoneWithout() throws IOException {
        assertRunsWithout(disk().readOnly(), "Read-only file system");
    }

    private void assertRunsWithout(TroubledDisk disk, String reason) throws IOException {
        Files.createDirectories(directory.resolve("disk"));
        Project project = new Project(index.uri(), directory.resolve("home"), disk.path("cache"));
        project.generate(Project.SMALL, events::add);
        assertThat(warnings())
                .singleElement()
                .asString()
                .satisfies(ProblemExample.printed("E119", reason.startsWith("No space")))
                .contains(
                        "[wheels/E119]",
                        "\"" + project.cache(),
                        reason,
                        " free of ",
                        "continuing without it",
                        "hint: ");
        assertThat(FileTree.texts(project.generated())).containsKey("pylock.toml");
    }

    @Test
    @Proves(
            id = "fault 49",
            given = "a warm cache is read-only",
            outcome = "it is read all the same, and nothing is fetched twice")
    void aReadOnlyCacheIsRead() throws IOException {
        TroubledDisk disk = disk();
        Files.createDirectories(directory.resolve("disk"));
        Project project = new Project(index.uri(), directory.resolve("home"), disk.path("cache"));
        project.generate(Project.SMALL, EventSink.SILENT);
        long metadata = requests(".metadata");
        disk.readOnly();
        project.generate(Project.SMALL, events::add);
        assertThat(requests(".metadata")).isEqualTo(metadata);
    }

    private long requests(String suffix) {
        return index.counts().entrySet().stream()
                .filter(count -> count.getKey().endsWith(suffix))
                .mapToLong(count -> count.getValue())
                .sum();
    }

    @Test
    @Proves(
            id = "fault 54",
            given = "neither generated/ nor the cache can be locked, as on some network file systems",
            outcome = "E114 warns, and the run succeeds")
    void aDiskWithoutLocksIsUsedAllTheSame() throws IOException {
        TroubledDisk disk = disk().withoutLocks();
        Project project = on(disk);
        new Project(index.uri(), project.home(), disk.path("cache")).generate(Project.SMALL, events::add);
        assertThat(warnings())
                .hasSize(2)
                .allSatisfy(warning -> assertThat(warning).contains("[wheels/E114]", "No locks available"))
                .anySatisfy(warning -> assertThat(warning).satisfies(ProblemExample.printed("E114")));
        assertThat(FileTree.texts(project.generated())).containsKey("pylock.toml");
    }

    @Test
    @Proves(
            id = "fault 65",
            given = "the output directory cannot be written",
            outcome = "E302 names it and the system's reason; nothing changes")
    void anUnwritableOutputIsNamed() throws IOException {
        TroubledDisk disk = disk();
        Project project = on(disk);
        disk.readOnly();
        WheelsException problem =
                catchThrowableOfType(WheelsException.class, () -> project.generate(Project.SMALL, EventSink.SILENT));
        assertThat(problem.problem().message()).contains("\"" + project.generated() + "\"", "Read-only file system");
        assertThat(problem.problem().code()).isEqualTo("E302");
    }
}
