// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed while they write the cache and {@code generated/}.
 *
 * <p>{@code -Dwheels.kills=200} kills that many instead of a few, at other moments with every {@code -Dwheels.seed}.
 */
final class KillTest {
    private static final int KILLS = Integer.getInteger("wheels.kills", 8);
    private static final long SEED = Long.getLong("wheels.seed", 20);
    private static final int SIGKILL = 128 + 9;
    private static final int SIGTERM = 128 + 15;
    private static final int SIGINT = 128 + 2;
    private static final int COLD_EVERY = 5;
    private static final int LONGEST_LIFE_MILLIS = 250;

    @TempDir
    Path directory;

    private LoopbackIndex index;
    private Project project;
    private SortedMap<String, String> small;
    private SortedMap<String, String> large;

    @BeforeEach
    void generateBothSets() {
        index = Project.serve();
        Project calm = new Project(index.uri(), directory.resolve("calm"), directory.resolve("calm-cache"));
        calm.generate(Project.SMALL, EventSink.SILENT);
        small = FileTree.texts(calm.generated());
        calm.generate(Project.LARGE, EventSink.SILENT);
        large = FileTree.texts(calm.generated());
        project = new Project(index.uri(), directory.resolve("killed"), directory.resolve("cache"));
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @Test
    @Proves(
            id = "fault 56",
            given = "kill -9 at any moment of a run",
            outcome =
                    "the old files or the new ones, never a mix; the next run succeeds and leaves nothing beside them")
    @Proves(
            id = "fault 55",
            given = "SIGTERM or SIGINT at any moment of a run",
            outcome = "exit code 143 or 130, nothing under a final name that is not whole, the next run succeeds")
    void leavesWholeFilesAndARunThatSucceeds() throws Exception {
        Random random = new Random(SEED);
        long start = startMillis();
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill % COLD_EVERY == 0) {
                FileTree.clear(project.cache());
            }
            try (ChildJvm child = ChildJvm.start("forever", project)) {
                if (kill % 2 == 0) {
                    child.live(random.nextLong(start));
                } else {
                    child.until("ready").live(random.nextInt(LONGEST_LIFE_MILLIS));
                }
                int signal = kill % 3 == 0 ? (kill % 2 == 0 ? SIGINT : SIGTERM) : SIGKILL;
                assertThat(child.signal(signal - 128)).isEqualTo(signal);
            }
            assertFilesAreWhole();
            assertNextRunSucceeds(kill % 4 < 2);
        }
    }

    /** How long a child takes for its first round. */
    private long startMillis() {
        long start = System.nanoTime();
        try (ChildJvm child = ChildJvm.start("once", project)) {
            child.until("done");
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private void assertFilesAreWhole() throws IOException {
        Path previous = project.home().resolve(".generated.previous");
        Path standing = Files.exists(project.generated()) ? project.generated() : previous;
        assertThat(FileTree.texts(standing)).isIn(small, large);
        assertThat(new ObjectMapper().readTree(project.result().toFile()).has("outcome"))
                .isTrue();
        Path content = project.cache().resolve("v1");
        for (Path file : FileTree.files(content)) {
            // A mark that nothing is to be done is compared with what it must be, and has no checksum: whether one that
            // is not whole did harm, the next run shows.
            if (!file.startsWith(content.resolve("new")) && !file.startsWith(content.resolve("unchanged"))) {
                assertEntryIsWhole(file);
            }
        }
    }

    private static void assertEntryIsWhole(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int line = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n');
        assertThat(line).as("the first line's length in " + file).isPositive();
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, line + 1, bytes.length - line - 1);
        assertThat(new String(bytes, 0, line, StandardCharsets.UTF_8))
                .endsWith(HexFormat.of().toHexDigits((int) checksum.getValue()));
    }

    private void assertNextRunSucceeds(boolean smaller) {
        List<WheelsEvent> warnings = new ArrayList<>();
        project.generate(smaller ? Project.SMALL : Project.LARGE, event -> {
            if (event instanceof WheelsEvent.Warned) {
                warnings.add(event);
            }
        });
        assertThat(warnings).isEmpty();
        assertThat(FileTree.texts(project.generated())).isEqualTo(smaller ? small : large);
        assertThat(project.names()).containsExactly("generated", "target");
    }
}
