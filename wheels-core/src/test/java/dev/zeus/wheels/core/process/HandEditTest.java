package dev.zeus.wheels.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.LockedWheels;
import dev.zeus.wheels.core.TargetChoice;
import dev.zeus.wheels.core.Verify;
import dev.zeus.wheels.core.VerifyRequest;
import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.testkit.LoopbackIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated files that somebody has edited. */
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
            SortedMap<String, String> generated = Project.files(project.generated());
            Path edited = project.generated().resolve("overlay.nix");
            Files.writeString(edited, Files.readString(edited) + "# and mine\n");

            assertThatThrownBy(() -> Verify.run(request(project), EventSink.SILENT))
                    .hasMessageContaining("[wheels/C101]")
                    .hasMessageContaining("--- committed/overlay.nix")
                    .hasMessageContaining("-# and mine")
                    .hasMessageContaining("mvn wheels:generate");
            project.generate(Project.SMALL, EventSink.SILENT);
            assertThat(Project.files(project.generated())).isEqualTo(generated);
        }
    }

    private static VerifyRequest request(Project project) {
        LockedWheels wheels = new LockedWheels(
                project.set(Project.SMALL),
                project.generated(),
                TargetChoice.HOST,
                "",
                List.of(),
                project.access(Optional.empty()));
        return new VerifyRequest(wheels, project.result(), Optional.empty(), Map.of());
    }
}
