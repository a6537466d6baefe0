// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources and generated files change together, whenever a process is killed. */
class SourcesAndFilesTest {
    private static final int KILLS = Integer.getInteger("wheels.kills", 12);

    @TempDir
    Path home;

    @Test
    void areOfBeforeOrOfAfterAKillAtAnyMoment() throws Exception {
        Random random = new Random(22);
        SwapMain.swap(home, "B");
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SwapMain.class.getName(),
                            home.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(child.inputReader().readLine()).isEqualTo("ready");
            boolean ended = child.waitFor(random.nextInt(150), TimeUnit.MILLISECONDS);
            assertThat(ended).as("it ends only when it is killed").isFalse();
            child.destroyForcibly().waitFor();

            recover();
            String state = state();
            assertThat(files("generated"))
                    .as("the files of " + state)
                    .containsAllEntriesOf(prefixed(SwapMain.files(state)))
                    .hasSize(2);
            assertThat(files("src")).isEqualTo(SwapMain.sources(state));
        }
    }

    /** As every writer does before anything else. */
    private void recover() {
        try {
            SwapMain.directory(home).reserve(EventSink.SILENT).close();
        } catch (WheelsException e) {
            assertThat(e.problem().code()).isEqualTo("I215");
            SwapMain.directory(home).reserve(EventSink.SILENT).close();
        }
    }

    private String state() throws IOException {
        return Files.readString(home.resolve("generated/nix/a.nix")).endsWith("A") ? "A" : "B";
    }

    private static SortedMap<String, String> prefixed(Map<String, String> files) {
        SortedMap<String, String> all = new TreeMap<>();
        files.forEach((name, text) -> all.put("generated/" + name, text));
        return all;
    }

    /** All files below a directory, leftovers and hidden ones among them. */
    private SortedMap<String, String> files(String below) {
        SortedMap<String, String> texts = new TreeMap<>();
        FileTree.texts(home.resolve(below)).forEach((file, text) -> texts.put(below + "/" + file, text));
        return texts;
    }

    @Test
    void leavesASourceAloneThatSomebodyElseHasChanged() throws IOException {
        SwapMain.swap(home, "A");
        Path both = home.resolve("src/a/Both.java");
        SortedMap<Path, SourceChange.Edit> edits = new TreeMap<>(Map.of(
                both,
                new SourceChange.Edit(
                        Optional.of("other".getBytes(StandardCharsets.UTF_8)),
                        Optional.of("new".getBytes(StandardCharsets.UTF_8)))));

        WheelsException problem = catchThrowableOfType(WheelsException.class, () -> {
            try (Reservation mine = SwapMain.directory(home).reserve(EventSink.SILENT)) {
                mine.replace(SwapMain.files("B"), new SourceChange(edits));
            }
        });

        assertThat(problem.problem().code()).isEqualTo("I213");
        assertThat(state()).isEqualTo("A");
        assertThat(files("src")).isEqualTo(SwapMain.sources("A"));
    }

    /** A list that came with a repository, of files that are not its own. */
    @Test
    void movesNothingThatAListOnlyNames() throws IOException {
        SwapMain.swap(home, "A");
        Path victim = Files.writeString(
                Files.createDirectories(home.resolve("outside")).resolve("Victim.java"), "mine");
        Files.writeString(
                home.resolve("generated/.sources.json"),
                "[{\"path\": \"outside/Victim.java\", \"goes\": true}, {\"path\": \"../../x\", \"goes\": true}]");

        SwapMain.directory(home).reserve(EventSink.SILENT).close();

        assertThat(victim).hasContent("mine");
        assertThat(home.resolve("generated/.sources.json")).doesNotExist();
        assertThat(List.of(state())).containsExactly("A");
    }
}
