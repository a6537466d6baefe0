// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutputPlaceTest {
    @TempDir
    Path directory;

    private Path project;
    private Path module;

    @BeforeEach
    void make() throws IOException {
        project = directory.resolve("project");
        module = Files.createDirectories(project.resolve("module"));
        Files.createDirectories(directory.resolve(".ssh"));
        Files.createSymbolicLink(module.resolve("link"), directory.resolve(".ssh"));
    }

    private Path within(String declared) {
        return OutputPlace.within(module.resolve(declared), module, List.of(project, module));
    }

    @ParameterizedTest
    @ValueSource(strings = {"generated", "../generated", "a/b/../c", "con", "a:b", "..."})
    void takesWhatIsInTheProject(String declared) {
        assertThat(within(declared)).isEqualTo(module.resolve(declared));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../.ssh", "../../.ssh/deeper", "link", "link/deeper", "/elsewhere", "../../project2"})
    @Proves(
            id = "attack 58",
            given = "the project declares an output directory outside of itself, or a link to one",
            outcome = "E306 names it; nothing is written")
    void refusesWhatIsOutside(String declared) {
        assertThatThrownBy(() -> within(declared))
                .satisfies(ProblemExample.printed("E306", declared.endsWith("project2")))
                .hasMessageContaining("[wheels/E306]")
                .hasMessageContaining("\"" + module.resolve(declared) + "\", outside the project")
                .hasMessageContaining("wheels.outputDirectory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../..", "generated/.."})
    void refusesWhatHoldsTheModule(String declared) {
        assertThatThrownBy(() -> within(declared))
                .hasMessageContaining("[wheels/E306] wheels.outputDirectory is \"")
                .hasMessageContaining("would be replaced as a whole");
    }

    @Test
    void takesADirectoryThatIsThereAlready() throws IOException {
        Files.createDirectories(module.resolve("generated/pypi"));
        assertThat(within("generated")).isEqualTo(module.resolve("generated"));
    }
}
