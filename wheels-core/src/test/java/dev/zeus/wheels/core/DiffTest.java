// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locks of revisions of a real repository, and of files. */
final class DiffTest {
    @TempDir
    Path home;

    @BeforeEach
    void commitTwoLocks() throws Exception {
        git("init", "-q");
        try (LoopbackIndex index = LoopbackIndex.start()) {
            index.add(WheelBuilder.of("app", "1.0").requires("engine").build());
            index.add(WheelBuilder.of("engine", "1.0").build());
            Acme acme = new Acme(home).source("test", index.uri()).wheel("app", "test");
            acme.generate(new LockUpdate.Keep());
            commit();
            index.add(WheelBuilder.of("app", "2.0").build());
            acme.generate(new LockUpdate.UpgradeAll());
        }
    }

    private void commit() throws Exception {
        git("add", "generated");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "Lock");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private String diff(String from, String to) {
        return Diff.run(
                home.resolve("generated"), from, Optional.of(to).filter(given -> !given.isEmpty()), Diff.Format.TEXT);
    }

    @Test
    void comparesWithARevision() throws Exception {
        String moved = """
                Updated app 1.0 -> 2.0
                Removed engine 1.0
                2 packages differ: 1 removed, 1 upgraded
                """;
        assertThat(diff("HEAD", "")).isEqualTo(moved);
        commit();
        assertThat(diff("HEAD", "")).isEqualTo("No difference\n");
        assertThat(diff("HEAD~1", "HEAD")).isEqualTo(moved);
    }

    @Test
    void comparesWithAFileOrItsDirectory() throws Exception {
        Path other = Files.createDirectories(home.resolve("other"));
        Files.copy(home.resolve("generated/pylock.toml"), other.resolve("pylock.toml"));

        assertThat(diff(other.toString(), "")).isEqualTo("No difference\n");
        assertThat(diff("HEAD", other.resolve("pylock.toml").toString())).contains("Removed engine 1.0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "--batch", "nowhere", "HEAD~9", "a\0b", "HEAD:x y"})
    void saysWhatIsNeither(String from) {
        assertThatThrownBy(() -> diff(from, ""))
                .satisfies(ProblemExample.printed("D224", from.equals("nowhere")))
                .hasMessageStartingWith("[wheels/D224] wheels.from is \"" + from + "\": ")
                .hasMessageEndingWith("such as -Dwheels.from=HEAD~1, or the file of another lock");
    }

    /** The words of a file system, and no name of Java. */
    @Test
    void saysWhyAFileIsNotRead() throws IOException {
        Path latin = Files.write(home.resolve("latin.toml"), new byte[] {'#', (byte) 0xe9, '\n'});
        assertThatThrownBy(() -> diff(latin.toString(), ""))
                .hasMessageStartingWith(
                        "[wheels/D224] wheels.from is \"" + latin + "\": it cannot be read: it is not UTF-8\n");
    }

    @Test
    void needsNoGitForFilesAndSaysSoWhereThereIsNone() throws Exception {
        Files.move(home.resolve(".git"), home.resolve("git"));
        Files.writeString(home.resolve(".git"), "gitdir: " + home.resolve("nowhere") + "\n");
        assertThatThrownBy(() -> diff("HEAD", ""))
                .hasMessageContaining("is \"HEAD\": there is no such file, and this is no repository of git")
                .hasMessageEndingWith("give another lock, a file or a directory that has one, with -Dwheels.from=PATH");
        assertThat(diff(home.resolve("generated").toString(), "")).isEqualTo("No difference\n");
    }

    @Test
    void refusesAFormatThatThereIsNot() {
        assertThatThrownBy(() -> Diff.Format.parse("html"))
                .satisfies(ProblemExample.printed("D208"))
                .hasMessageContaining("[wheels/D208] wheels.format is \"html\"; expected text, json or markdown");
    }
}
