// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.zeus.wheels.core.LockedWheels;
import dev.zeus.wheels.core.Verify;
import dev.zeus.wheels.core.VerifyRequest;
import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.disk.DirectoryTree;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.setup.TargetChoice;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated files that were edited. */
final class HandEditTest {
    @TempDir
    Path directory;

    @Test
    @Proves(
            id = "fault 64",
            given = "a generated file was edited by hand",
            outcome = "C101 with the difference as a diff, and the command that mends; generate does mend it")
    void verifyShowsTheEditAndGenerateUndoesIt() throws IOException {
        try (LoopbackIndex index = Project.serve()) {
            Project project = new Project(index.uri(), directory.resolve("home"), directory.resolve("cache"));
            project.generate(Project.SMALL, EventSink.SILENT);
            SortedMap<String, String> generated = FileTree.texts(project.generated());
            Path edited = project.generated().resolve("overlay.nix");
            Files.writeString(edited, Files.readString(edited) + "# and mine\n");

            assertThatThrownBy(() -> Verify.run(request(project), EventSink.SILENT))
                    .hasMessageContaining("[wheels/C101]")
                    .hasMessageContaining("--- committed/overlay.nix")
                    .hasMessageContaining("-# and mine")
                    .hasMessageContaining("mvn wheels:generate");
            project.generate(Project.SMALL, EventSink.SILENT);
            assertThat(FileTree.texts(project.generated())).isEqualTo(generated);
        }
    }

    /**
     * docs/architecture.md: the same bytes. Nix keeps carriage returns in its strings, and strips no indentation behind
     * them.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"\\n|\\r\\n", "\\n|\\r", "}\\n|}", "}\\n|}\\n\\n", " |\\t", "{|{\\r", "\\n|\u2028", "\\n|\u0085"})
    void verifyComparesBytes(String written, String found) throws IOException {
        try (LoopbackIndex index = Project.serve()) {
            Project project = new Project(index.uri(), directory.resolve("home"), directory.resolve("cache"));
            project.generate(Project.SMALL, EventSink.SILENT);
            Path edited = project.generated().resolve("default.nix");
            String text = Files.readString(edited);
            String old = written.translateEscapes();
            int at = text.lastIndexOf(old);
            assertThat(at).isPositive();
            Files.writeString(
                    edited, text.substring(0, at) + found.translateEscapes() + text.substring(at + old.length()));
            assertThatThrownBy(() -> Verify.run(request(project), EventSink.SILENT))
                    .hasMessageContaining("[wheels/C101]")
                    .hasMessageContaining("--- committed/default.nix");
        }
    }

    @Test
    void carriesOverWhatOthersPutThereWhateverItIs() throws Exception {
        try (LoopbackIndex index = Project.serve()) {
            Project project = new Project(index.uri(), directory.resolve("home"), directory.resolve("cache"));
            project.generate(Project.SMALL, EventSink.SILENT);
            Path fifo = project.generated().resolve("fifo");
            Path link = project.generated().resolve("link");
            Path large = project.generated().resolve("large");
            assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                    .isZero();
            Files.createSymbolicLink(link, Path.of("none"));
            try (SeekableByteChannel sparse =
                    Files.newByteChannel(large, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                sparse.position(3L << 30).write(ByteBuffer.wrap(new byte[] {'x'}));
            }
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> project.generate(Project.LARGE, EventSink.SILENT));
            assertThat(Files.readAttributes(fifo, BasicFileAttributes.class).isOther())
                    .isTrue();
            assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("none"));
            assertThat(Files.size(large)).isEqualTo((3L << 30) + 1);
            assertThat(project.names()).doesNotContain(".generated.previous", ".generated.staged");
        }
    }

    /** One that begins like a lock, and one that does not. */
    @ParameterizedTest
    @CsvSource({"true, E301, E301", "false, C101, E303"})
    void aLockOfGigabytesIsNotRead(boolean begins, String checked, String generated) throws IOException {
        try (LoopbackIndex index = Project.serve()) {
            Project project = new Project(index.uri(), directory.resolve("home"), directory.resolve("cache"));
            project.generate(Project.SMALL, EventSink.SILENT);
            Path lock = project.generated().resolve("pylock.toml");
            if (!begins) {
                Files.write(lock, new byte[0]);
            }
            try (SeekableByteChannel sparse = Files.newByteChannel(lock, StandardOpenOption.WRITE)) {
                sparse.position(3L << 30).write(ByteBuffer.wrap(new byte[] {'x'}));
            }

            assertThatThrownBy(() -> Verify.run(request(project), EventSink.SILENT))
                    .hasMessageContainingAll("[wheels/" + checked + "]", lock.toString());
            assertThatThrownBy(() -> project.generate(Project.LARGE, EventSink.SILENT))
                    .hasMessageContainingAll("[wheels/" + generated + "]", lock.toString());
            assertThat(Files.size(lock)).isEqualTo((3L << 30) + 1);
        }
    }

    /**
     * A lock and its Nix that agree on another address: the hash tells, and generate takes the index's address again.
     */
    @Test
    void anotherFileOfTheSameHostIsNotTakenForTheLockedOne() throws IOException {
        try (LoopbackIndex index = Project.serve()) {
            Project project = new Project(index.uri(), directory.resolve("home"), directory.resolve("cache"));
            project.generate(Project.SMALL, EventSink.SILENT);
            SortedMap<String, String> generated = FileTree.texts(project.generated());
            String text = generated.get("pylock.toml");
            String edited = text.substring(0, text.lastIndexOf("digest = "))
                    .replace("/leaf0-1.10-py3-none-any.whl", "/leaf0-1.9-py3-none-any.whl");
            Lock forged =
                    Lock.parse(edited + "digest = \"sha256:" + Sha256.of(edited).hex() + "\"\n");
            VerifyRequest request = request(project);
            GeneratedFiles.of(project.set(Project.SMALL), forged, project.generated(), request.sources())
                    .forEach((name, forgery) -> write(project.generated().resolve(name), forgery));
            DirectoryTree.deleteQuietly(project.cache());

            assertThat(Verify.run(request, EventSink.SILENT).problems())
                    .singleElement()
                    .asString()
                    .contains(
                            "[wheels/X501] leaf0 on cp312-x86_64-linux: hash mismatch", "/leaf0-1.9-py3-none-any.whl");
            project.generate(Project.SMALL, EventSink.SILENT);
            assertThat(FileTree.texts(project.generated())).isEqualTo(generated);
        }
    }

    @Test
    void aResultThatCannotBeWrittenFailsNoCheckAndNoDryRun() throws IOException {
        try (LoopbackIndex index = Project.serve()) {
            Project project = new Project(index.uri(), directory.resolve("home"), directory.resolve("cache"));
            project.generate(Project.SMALL, EventSink.SILENT);
            Files.delete(project.result());
            Files.delete(project.result().resolveSibling(""));
            Files.writeString(project.result().resolveSibling(""), "a file where target/ would be");
            List<WheelsEvent> events = new CopyOnWriteArrayList<>();
            assertThat(Verify.run(request(project), events::add).problems()).isEmpty();
            project.dryRun(Project.LARGE, events::add);
            assertThat(events)
                    .filteredOn(event -> event instanceof WheelsEvent.Warned warned
                            && warned.problem().code().equals("E305"))
                    .hasSize(2);
        }
    }

    /** 503 stands for resets, time limits, and every other failure. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hashesThatNobodyHasAskedForDoNotPass(boolean offline) {
        try (LoopbackIndex index = Project.serve()) {
            Project project = new Project(index.uri(), directory.resolve("home"), directory.resolve("cache"));
            project.generate(Project.SMALL, EventSink.SILENT);
            DirectoryTree.deleteQuietly(project.cache());
            if (!offline) {
                index.files(Answer.status(501));
            }
            VerifyRequest request = request(project, offline);
            List<WheelsEvent> events = new CopyOnWriteArrayList<>();
            assertThat(Verify.run(request, events::add).problems())
                    .singleElement()
                    .asString()
                    .satisfies(ProblemExample.printed("C103", offline))
                    .contains("[wheels/C103] the hashes of 9 of 9 files could not be checked: ")
                    .contains("-Dwheels.check.allowUnasked=true");
            assertThat(events)
                    .filteredOn(WheelsEvent.Warned.class::isInstance)
                    .asString()
                    .satisfies(ProblemExample.printed("C104"))
                    .contains("C104", "checks were not run: ", "hash (9)");
            VerifyRequest allowing = new VerifyRequest(
                    request.wheels(),
                    request.resultFile(),
                    request.flake(),
                    request.nixInputs(),
                    request.sources(),
                    true);
            assertThat(Verify.run(allowing, EventSink.SILENT).problems()).isEmpty();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VerifyRequest request(Project project) {
        return request(project, false);
    }

    private static VerifyRequest request(Project project, boolean offline) {
        LockedWheels wheels = new LockedWheels(
                project.set(Project.SMALL),
                project.generated(),
                TargetChoice.HOST,
                "",
                List.of(),
                offline ? project.offline() : project.access(Optional.empty()));
        return new VerifyRequest(wheels, project.result(), Optional.empty(), Map.of());
    }
}
