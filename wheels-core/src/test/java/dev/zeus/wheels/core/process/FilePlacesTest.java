// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.zeus.wheels.core.CacheUpkeep;
import dev.zeus.wheels.core.Generate;
import dev.zeus.wheels.core.GenerateRequest;
import dev.zeus.wheels.core.PruneRule;
import dev.zeus.wheels.core.TakeSnapshot;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every parameter that names a file or a directory, with everything that can be in its place: nothing of others is
 * overwritten or removed, nothing makes a run wait, and the message says which parameter it is.
 */
final class FilePlacesTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** What the pages of E117, E118, E305, E307 and L301 show. */
    private static final Set<String> SHOWN = Set.of(
            "wheels.resultFile|a file",
            "wheels.resultFile|below a file",
            "wheels.snapshotFile|a file",
            "wheels.cache.clean|a directory",
            "wheels.cacheDirectory|a directory");

    @TempDir
    Path directory;

    private LoopbackIndex index;
    private Path place;

    @BeforeEach
    void serve() {
        index = Project.serve();
        place = directory.resolve("place");
    }

    @AfterEach
    void stop() {
        index.close();
    }

    /** What may be there before; all of it has to be there afterwards. */
    private void put(String what) throws IOException, InterruptedException {
        switch (what) {
            case "nothing" -> {}
            case "a file" -> Files.writeString(place, "<project/>\n");
            case "other JSON" -> Files.writeString(place, "{ \"schema\" : 1, \"mine\" : true }\n");
            case "an empty file" -> Files.createFile(place);
            case "a directory" -> Files.writeString(Files.createDirectory(place).resolve("mine"), "text");
            case "a link" -> {
                Files.writeString(directory.resolve("mine"), "text");
                Files.createSymbolicLink(place, directory.resolve("mine"));
            }
            case "a link to a directory" -> {
                Files.writeString(
                        Files.createDirectory(directory.resolve("yours")).resolve("mine"), "text");
                Files.createSymbolicLink(place, directory.resolve("yours"));
            }
            case "a dangling link" -> Files.createSymbolicLink(place, directory.resolve("none"));
            case "a loop" -> Files.createSymbolicLink(place, place);
            case "a FIFO" ->
                assertThat(new ProcessBuilder("mkfifo", place.toString())
                                .start()
                                .waitFor())
                        .isZero();
            case "a device" -> place = Path.of("/dev/null");
            case "an endless device" -> place = Path.of("/dev/zero");
            case "where nobody writes" -> place = Path.of("/proc/place");
            case "below a file" -> {
                Files.writeString(place, "text");
                place = place.resolve("below");
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    private void run(String parameter) {
        Project project = new Project(index.uri(), directory.resolve("home"), directory.resolve("cache"));
        boolean cache = parameter.equals("wheels.cacheDirectory");
        if (parameter.equals("wheels.cache.clean")) {
            CacheUpkeep.run(place, Optional.of(PruneRule.CLEAN), EventSink.SILENT);
            return;
        }
        if (parameter.equals("wheels:snapshot")) {
            TakeSnapshot.run(
                    project.set(Project.SMALL), Optional.of("path:/none"), Optional.empty(), place, EventSink.SILENT);
            return;
        }
        IndexAccess access = new IndexAccess(
                cache ? place : project.cache(),
                false,
                Map.of(),
                source -> Optional.empty(),
                parameter.equals("NETRC") ? place : directory.resolve("netrc"),
                HttpOptions.DEFAULTS);
        Generate.run(
                new GenerateRequest(
                        project.set(Project.SMALL),
                        parameter.equals("wheels.outputDirectory") ? place : project.generated(),
                        parameter.equals("wheels.resultFile") ? place : project.result(),
                        new LockUpdate.UpgradeAll(),
                        Optional.empty(),
                        false,
                        SourceRoots.none(),
                        access,
                        parameter.equals("wheels.snapshotFile") ? Optional.of(place) : Optional.empty()),
                EventSink.SILENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wheels.resultFile|a file|E307|was not written by this goal",
                "wheels.resultFile|other JSON|E307|was not written by this goal",
                "wheels.resultFile|a directory|E307|is a directory",
                "wheels.resultFile|a link|E307|is a symbolic link",
                "wheels.resultFile|a link to a directory|E307|is a symbolic link",
                "wheels.resultFile|a dangling link|E307|is a symbolic link",
                "wheels.resultFile|a loop|E307|is a symbolic link",
                "wheels.resultFile|a FIFO|E307|is no regular file",
                "wheels.resultFile|a device|E307|is no regular file",
                "wheels.resultFile|an endless device|E307|is no regular file",
                "wheels.resultFile|below a file|E305|a file is where a directory is needed",
                "wheels:snapshot|a file|E307|wheels.snapshotFile is",
                "wheels:snapshot|other JSON|E307|wheels.snapshotFile is",
                "wheels:snapshot|a directory|E307|wheels.snapshotFile is",
                "wheels:snapshot|a link|E307|wheels.snapshotFile is",
                "wheels:snapshot|a FIFO|E307|wheels.snapshotFile is",
                "wheels:snapshot|a device|E307|wheels.snapshotFile is",
                "wheels.snapshotFile|a file|L301|wheels.snapshotFile is",
                "wheels.snapshotFile|other JSON|L301|wheels.snapshotFile is",
                "wheels.snapshotFile|an empty file|L301|wheels.snapshotFile is",
                "wheels.snapshotFile|a directory|L301|it is a directory",
                "wheels.snapshotFile|a link|L301|wheels.snapshotFile is",
                "wheels.snapshotFile|a FIFO|L301|it is no regular file",
                "wheels.snapshotFile|an endless device|L301|it is no regular file",
                "wheels.outputDirectory|a file|E304|is a file",
                "wheels.outputDirectory|an empty file|E304|is a file",
                "wheels.outputDirectory|a link|E304|is a symbolic link",
                "wheels.outputDirectory|a link to a directory|E304|is a symbolic link",
                "wheels.outputDirectory|a dangling link|E304|is a symbolic link",
                "wheels.outputDirectory|a loop|E304|is a symbolic link",
                "wheels.outputDirectory|a FIFO|E304|is a file",
                "wheels.outputDirectory|below a file|E302|with -Dwheels.outputDirectory=",
                "wheels.outputDirectory|where nobody writes|E302|with -Dwheels.outputDirectory=",
                "wheels.resultFile|where nobody writes|E305|wheels.resultFile is",
                "wheels.cacheDirectory|a directory|E118|and contains",
                "wheels.cacheDirectory|a link to a directory|E118|and contains",
                "wheels.cache.clean|a file|E117|so it is not one of its caches",
                "wheels.cache.clean|a directory|E117|so it is not one of its caches",
                "wheels.cache.clean|a link|E117|so it is not one of its caches",
                "wheels.cache.clean|a link to a directory|E117|so it is not one of its caches",
                "wheels.cache.clean|a FIFO|E117|so it is not one of its caches",
                "wheels.cache.clean|a device|E117|so it is not one of its caches",
                "NETRC|a file|E403|place",
                "NETRC|other JSON|E403|place",
                "NETRC|a directory|E403|it is a directory",
                "NETRC|a FIFO|E403|it is no regular file",
                "NETRC|an endless device|E403|it is no regular file",
            })
    void refusesWhatIsInItsPlace(String parameter, String what, String code, String said) throws Exception {
        put(what);
        List<String> before = tree();
        assertTimeoutPreemptively(
                LONGEST,
                () -> assertThatThrownBy(() -> run(parameter))
                        .isInstanceOf(WheelsException.class)
                        .satisfies(ProblemExample.printed(code, SHOWN.contains(parameter + '|' + what)))
                        .hasMessageContaining("[wheels/" + code + "]")
                        .hasMessageContaining(said)
                        .hasMessageNotContaining("Exception"));
        assertThat(tree()).containsAll(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wheels.resultFile|nothing",
                "wheels.resultFile|an empty file",
                "wheels.snapshotFile|nothing",
                "wheels.outputDirectory|nothing",
                "wheels.outputDirectory|a directory",
                "wheels.cacheDirectory|nothing",
                "wheels.cacheDirectory|a file",
                "wheels.cacheDirectory|an empty file",
                "wheels.cacheDirectory|a link",
                "wheels.cacheDirectory|a FIFO",
                "wheels.cacheDirectory|a device",
                "wheels.cacheDirectory|below a file",
                "wheels.cache.clean|nothing",
                "NETRC|nothing",
                "NETRC|an empty file",
                "NETRC|a device",
                "NETRC|a dangling link",
            })
    void takesWhatIsInNobodysWay(String parameter, String what) throws Exception {
        put(what);
        List<String> before = tree();
        before.remove("place = ");
        assertTimeoutPreemptively(LONGEST, () -> {
            run(parameter);
            run(parameter);
        });
        assertThat(tree()).containsAll(before);
    }

    /** A link in a cloned project must not make a run write its process number into a file of the user. */
    @Test
    void aLockFileThatIsALinkOrAFileOfTheUserStaysAsItIs() throws Exception {
        Project project = new Project(index.uri(), directory.resolve("home"), directory.resolve("cache"));
        Files.createDirectories(project.home());
        Files.writeString(directory.resolve("keys"), "ssh-ed25519 AAAA");
        Files.createSymbolicLink(project.home().resolve(".generated.lock"), directory.resolve("keys"));
        Files.createDirectories(project.cache().resolve("v1"));
        Files.writeString(project.cache().resolve(".lock"), "mine");
        project.generate(Project.SMALL, EventSink.SILENT);
        CacheUpkeep.run(project.cache(), Optional.of(PruneRule.CLEAN), EventSink.SILENT);
        assertThat(directory.resolve("keys")).hasContent("ssh-ed25519 AAAA");
        assertThat(project.home().resolve(".generated.lock")).isSymbolicLink();
        assertThat(project.cache().resolve(".lock")).hasContent("mine");
    }

    /** Files and links with what is in them, and everything else by name. */
    private List<String> tree() throws IOException {
        List<String> tree = new ArrayList<>();
        try (var all = Files.walk(directory)) {
            for (Path each : all.sorted().toList()) {
                String name = directory.relativize(each).toString();
                if (Files.isSymbolicLink(each)) {
                    tree.add(name + " -> " + Files.readSymbolicLink(each));
                } else if (Files.isRegularFile(each)) {
                    tree.add(name + " = " + Files.readString(each, StandardCharsets.ISO_8859_1));
                } else {
                    tree.add(name);
                }
            }
        }
        return tree;
    }
}
