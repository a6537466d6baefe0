// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.output.GeneratedDirectory;
import dev.zeus.wheels.core.output.Reservation;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several runs at once: processes and threads, with one cache, on one directory. */
final class CrowdTest {
    private static final int PROCESSES = 8;

    @TempDir
    Path directory;

    private LoopbackIndex index;
    private SortedMap<String, String> expected;

    @BeforeEach
    void generateAlone() {
        index = Project.serve();
        Project alone = project("alone", "alone-cache");
        alone.generate(Project.SMALL, EventSink.SILENT);
        expected = FileTree.texts(alone.generated());
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private Project project(String home, String cache) {
        return new Project(index.uri(), directory.resolve(home), directory.resolve(cache));
    }

    @Test
    @Proves(
            id = "fault 51",
            given = "eight processes generate at once with one cold cache",
            outcome = "all succeed with the same bytes, without a warning")
    void eightProcessesShareAColdCache() throws InterruptedException {
        List<Project> projects = IntStream.range(0, PROCESSES)
                .mapToObj(i -> project("home" + i, "cold-cache"))
                .toList();
        List<ChildJvm> children = projects.stream()
                .map(project -> ChildJvm.start("together", project))
                .toList();
        try {
            children.forEach(child -> child.until("ready"));
            children.forEach(ChildJvm::tell);
            for (ChildJvm child : children) {
                assertThat(child.rest()).isEqualTo("done");
                assertThat(child.exitCode()).isZero();
            }
        } finally {
            children.forEach(ChildJvm::close);
        }
        assertThat(projects).allSatisfy(project -> {
            assertThat(FileTree.texts(project.generated())).isEqualTo(expected);
            assertThat(project.names()).containsExactly("generated", "target");
        });
    }

    @Test
    @Proves(
            id = "fault 51",
            given = "two processes generate into one directory at once",
            outcome = "E111: one waits, and names the process it waits for; both succeed")
    void oneWaitsAndSaysSo() throws InterruptedException {
        Project project = project("home", "cache");
        ChildJvm child;
        try (Reservation mine = reserve(project, EventSink.SILENT)) {
            child = ChildJvm.start("once", project);
            child.until("[wheels/E111] waiting for process "
                    + ProcessHandle.current().pid());
            assertThat(mine.replace(expected).added()).isEqualTo(expected.keySet());
        }
        try (child) {
            child.until("done");
            assertThat(child.exitCode()).isZero();
        }
        assertThat(FileTree.texts(project.generated())).isEqualTo(expected);
        assertThat(project.names()).containsExactly("generated", "target");
    }

    @Test
    @Proves(
            id = "fault 52",
            given = "mvn -T 4: threads of one JVM share the cache, and some of them one directory",
            outcome = "all succeed with the same bytes")
    void threadsOfOneProcessShareEverything() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Project>> runs = new ArrayList<>();
            for (int run = 0; run < 12; run++) {
                Project project = project("home" + run % 3, "cache");
                runs.add(threads.submit(() -> {
                    project.generate(Project.SMALL, EventSink.SILENT);
                    return project;
                }));
            }
            for (Future<Project> run : runs) {
                assertThat(FileTree.texts(run.get(1, TimeUnit.MINUTES).generated()))
                        .isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Proves(
            id = "fault 53",
            given = "the process that holds the generated directory is killed with kill -9",
            outcome = "the next run does not wait")
    void theLockOfAKilledProcessIsFree() throws InterruptedException {
        Project project = project("home", "cache");
        List<WheelsEvent> events = new CopyOnWriteArrayList<>();
        try (ChildJvm holder = ChildJvm.start("hold", project)) {
            holder.until("ready").signal(9);
        }
        project.generate(Project.SMALL, events::add);
        assertThat(events).noneMatch(WheelsEvent.Warned.class::isInstance);
        assertThat(FileTree.texts(project.generated())).isEqualTo(expected);
        assertThat(project.names()).containsExactly("generated", "target");
    }

    private static Reservation reserve(Project project, EventSink events) {
        return new GeneratedDirectory(project.generated(), text -> true).reserve(events);
    }
}
