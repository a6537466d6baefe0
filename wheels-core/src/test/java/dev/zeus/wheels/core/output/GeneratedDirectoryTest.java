// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GeneratedDirectoryTest {
    @TempDir
    Path home;

    private GeneratedDirectory directory;

    @BeforeEach
    void open() {
        directory = new GeneratedDirectory(home.resolve("generated"), text -> text.startsWith("# ours"));
    }

    @Test
    void writesANewDirectoryWithItsFolders() throws IOException {
        FileChanges changes = replace(files("overlay.nix", "# ours 1\n", "pypi/universal.nix", "# ours 2\n"));

        assertThat(changes.added()).containsExactly("overlay.nix", "pypi/universal.nix");
        assertThat(home.resolve("generated/pypi/universal.nix")).hasContent("# ours 2\n");
        assertThat(siblings()).containsExactly("generated");
    }

    @Test
    void removesWhatIsNoLongerGeneratedAndKeepsWhatItDidNotWrite() throws IOException {
        replace(files("a.nix", "# ours\n", "b.nix", "# ours\n"));
        Files.writeString(home.resolve("generated/mine.nix"), "{ }\n");
        Files.createDirectories(home.resolve("generated/deep/er"));
        Files.write(home.resolve("generated/deep/er/logo.bin"), new byte[] {(byte) 0xff, 0});

        FileChanges changes = replace(files("a.nix", "# ours, new\n"));

        assertThat(changes).isEqualTo(new FileChanges(set(), set("a.nix"), set("b.nix")));
        assertThat(home.resolve("generated/mine.nix")).hasContent("{ }\n");
        assertThat(home.resolve("generated/deep/er/logo.bin")).hasBinaryContent(new byte[] {(byte) 0xff, 0});
        assertThat(home.resolve("generated/b.nix")).doesNotExist();
    }

    @Test
    void leavesEqualFilesUntouched() throws IOException {
        replace(files("a.nix", "# ours\n"));
        Object before =
                Files.readAttributes(home.resolve("generated"), "unix:ino").get("ino");

        assertThat(replace(files("a.nix", "# ours\n")).isEmpty()).isTrue();

        assertThat(Files.readAttributes(home.resolve("generated"), "unix:ino").get("ino"))
                .isEqualTo(before);
    }

    @Test
    @Proves(
            id = "fault 64",
            given = "a file without the generator's first line is where a generated file goes",
            outcome = "E303 names it; generate leaves it and all others alone")
    void doesNotOverwriteAFileThatItDidNotGenerate() throws IOException {
        Files.createDirectories(home.resolve("generated"));
        Files.writeString(home.resolve("generated/overlay.nix"), "by hand\n");

        assertThatThrownBy(() -> replace(files("overlay.nix", "# ours\n")))
                .isInstanceOf(WheelsException.class)
                .satisfies(ProblemExample.printed("E303"))
                .hasMessageContaining("[wheels/E303]")
                .hasMessageContaining("overlay.nix");
        assertThat(home.resolve("generated/overlay.nix")).hasContent("by hand\n");
    }

    @Test
    void anEscapingNameIsRefusedAndTheOldFilesStand() throws IOException {
        replace(files("a.nix", "# ours\n"));

        assertThatThrownBy(() -> replace(files("../../evil.nix", "# ours\n")))
                .isInstanceOf(WheelsException.class)
                .satisfies(ProblemExample.printed("E302"))
                .hasMessageContaining("[wheels/E302]")
                .hasMessageContaining("../../evil.nix");
        assertThat(home.resolve("generated/a.nix")).hasContent("# ours\n");
        assertThat(siblings()).containsExactly("generated");
    }

    @Test
    @Proves(
            id = "fault 56",
            given = "kill -9 between the two renames of a run",
            outcome = "readers see the old set, the next run puts it back")
    void aRunKilledBetweenTheRenamesIsUndoneByTheNext() throws IOException {
        replace(files("a.nix", "# ours\n"));
        Files.move(home.resolve("generated"), home.resolve(".generated.previous"));
        Files.createDirectories(home.resolve(".generated.staged"));

        assertThat(directory.read()).containsExactly(Map.entry("a.nix", "# ours\n"));
        assertThat(replace(files("a.nix", "# ours\n")).isEmpty()).isTrue();
        assertThat(siblings()).containsExactly("generated");
    }

    @Test
    @Proves(id = "fault 65", given = "the output directory is a symbolic link", outcome = "E304 names it")
    void aLinkInTheDirectorysPlaceIsNamed() throws IOException {
        Path real = Files.createDirectories(home.resolve("real"));
        Files.createSymbolicLink(home.resolve("generated"), real);

        assertThatThrownBy(() -> replace(files("a.nix", "# ours\n")))
                .isInstanceOf(WheelsException.class)
                .satisfies(ProblemExample.printed("E304"))
                .hasMessageContaining("[wheels/E304]")
                .hasMessageContaining(home.resolve("generated").toString());
        assertThat(real).isEmptyDirectory();
    }

    @Test
    @Proves(
            id = "fault 65",
            given = "a name of 300 characters, which no file system takes",
            outcome = "E301 names it and the system's reason, before anything is resolved")
    void aNameThatIsTooLongIsNamed() {
        directory = new GeneratedDirectory(home.resolve("g".repeat(300)), text -> true);

        assertThatThrownBy(() -> replace(files("a.nix", "# ours\n")))
                .isInstanceOf(WheelsException.class)
                .satisfies(ProblemExample.printed("E301"))
                .hasMessageContaining("[wheels/E301]")
                .hasMessageContaining(directory.path().toString())
                .hasMessageContaining("too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"con", "a:b", "with space"})
    @Proves(
            id = "fault 65",
            given = "the output directory is called con or a:b",
            outcome = "it is taken where the file system takes it")
    void oddNamesAreNames(String name) throws IOException {
        directory = new GeneratedDirectory(home.resolve(name), text -> text.startsWith("# ours"));

        replace(files("a.nix", "# ours\n"));

        assertThat(directory.read()).containsOnlyKeys("a.nix");
        assertThat(siblings()).containsExactly(name);
    }

    @Test
    @Proves(
            id = "fault 51",
            given = "a directory is read, as by mvn verify, while another run replaces it again and again",
            outcome = "every reading is one whole set")
    void readersSeeOneSetWhileItIsReplaced() throws Exception {
        SortedMap<String, String> odd = files("a.nix", "# ours 1\n", "b.nix", "# ours 1\n", "c/d.nix", "# ours 1\n");
        SortedMap<String, String> even = files("a.nix", "# ours 2\n", "b.nix", "# ours 2\n", "e.nix", "# ours 2\n");
        replace(odd);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 200 && !done.get(); i++) {
                replace(i % 2 == 0 ? even : odd);
            }
        });
        try {
            while (!writer.isDone()) {
                assertThat(directory.read()).isIn(odd, even);
            }
        } finally {
            done.set(true);
        }
        writer.get();
    }

    @Test
    @Proves(id = "fault 65", given = "the output directory is a file", outcome = "E304 names it")
    void aFileInTheDirectorysPlaceIsNamed() throws IOException {
        Files.writeString(home.resolve("generated"), "a file");

        assertThatThrownBy(() -> directory.read())
                .isInstanceOf(WheelsException.class)
                .hasMessageContaining("[wheels/E304]")
                .hasMessageContaining(home.resolve("generated").toString());
    }

    private FileChanges replace(SortedMap<String, String> files) {
        try (Reservation mine = directory.reserve(EventSink.SILENT)) {
            return mine.replace(files);
        }
    }

    @SuppressWarnings("StreamResourceLeak") // its reader reads it to the end, once
    private Stream<String> siblings() throws IOException {
        return Files.list(home).map(path -> path.getFileName().toString()).sorted();
    }

    private static SortedMap<String, String> files(String... namesAndTexts) {
        SortedMap<String, String> files = new TreeMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return files;
    }

    private static SortedSet<String> set(String... names) {
        return new TreeSet<>(java.util.List.of(names));
    }
}
