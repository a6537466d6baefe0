// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imported files that name files of the machine outside their project. */
final class ImportOutsideTest {
    private static final String CANARY = "canary5f3a";

    @TempDir
    Path home;

    private Path shop;

    @BeforeEach
    void project() throws IOException {
        shop = home.resolve("shop");
        Files.createDirectories(shop.resolve("deep"));
        Files.createDirectory(shop.resolve(".git"));
        Files.writeString(home.resolve("secret"), CANARY + ":x:0 no requirement\n");
        Files.writeString(home.resolve("words"), CANARY + "\n");
        Files.createSymbolicLink(shop.resolve("link.txt"), home.resolve("secret"));
        Files.createSymbolicLink(shop.resolve("above"), home);
    }

    private ImportOutcome run(String file, String text) throws IOException {
        Files.writeString(shop.resolve(file), text);
        return Import.run(new ImportRequest(
                shop.resolve(file),
                home.resolve("src"),
                "com.acme.python",
                home.resolve("generated"),
                Optional.of("3.12"),
                Optional.empty(),
                ImportRequest.names("")));
    }

    static Stream<Arguments> refusesToFollow() {
        return Stream.of("-r ", "-c ", "--requirement=", "--constraint ")
                .flatMap(option -> Stream.of(
                                "HOME/secret",
                                "HOME/words",
                                "../secret",
                                "../../none",
                                "link.txt",
                                "above/secret",
                                "deep/../../words",
                                "/etc/passwd",
                                "/dev/zero",
                                "/proc/self/environ")
                        .map(file -> Arguments.of(option, file)));
    }

    @ParameterizedTest
    @MethodSource
    void refusesToFollow(String option, String file) throws IOException {
        WheelsException problem = catchThrowableOfType(
                WheelsException.class,
                () -> run("requirements.txt", "flask\n" + option + file.replace("HOME", home.toString()) + "\n"));

        assertThat(problem)
                .hasMessageContaining("[wheels/I111] requirements.txt:2")
                .hasMessageNotContaining(CANARY);
        assertThat(home.resolve("src")).doesNotExist();
    }

    /** Files of setuptools that have the requirements of a project. */
    @ParameterizedTest
    @ValueSource(strings = {"HOME/secret", "../secret", "link.txt", "above/secret", "/etc/passwd"})
    void refusesToReadRequirementsOfAProjectElsewhere(String file) throws IOException {
        String text =
                "[project]\nname = 'x'\ndynamic = ['dependencies']\n[tool.setuptools.dynamic]\ndependencies = {file = ['"
                        + file.replace("HOME", home.toString()) + "']}\n";
        WheelsException problem = catchThrowableOfType(WheelsException.class, () -> run("pyproject.toml", text));

        assertThat(problem)
                .hasMessageContaining("[wheels/I111] pyproject.toml:5")
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void saysWhatItRefuses() {
        WheelsException problem =
                catchThrowableOfType(WheelsException.class, () -> run("requirements.txt", "flask\n-r /etc/base.txt\n"));

        assertThat(problem).satisfies(ProblemExample.printed("I111"));
    }

    /** A comment of a compiled file names what it was compiled from. */
    @ParameterizedTest
    @MethodSource
    void readsNothingThatACommentNames(String file) throws IOException {
        ImportOutcome outcome =
                run("requirements.txt", "flask==3.0\n    # via -r " + file.replace("HOME", home.toString()) + "\n");

        assertThat(outcome.imported().left()).noneMatch(left -> left.contains(CANARY));
    }

    static Stream<String> readsNothingThatACommentNames() {
        return Stream.of("HOME/secret", "../secret", "link.txt", "above/secret", "\0");
    }

    /** A lock takes the wishes of the project beside it. */
    @Test
    void readsNothingBesideALockThatLeadsElsewhere() throws IOException {
        Files.writeString(
                home.resolve("other.toml"), "[project]\nname = \"x\"\ndependencies = [\"" + CANARY + " %\"]\n");
        Files.createSymbolicLink(shop.resolve("pyproject.toml"), home.resolve("other.toml"));
        ImportOutcome outcome = run("pylock.toml", """
                lock-version = "1.0"
                created-by = "tool"
                [[packages]]
                name = "idna"
                version = "3.7"
                """);

        assertThat(outcome.imported().left()).noneMatch(left -> left.contains(CANARY));
    }

    @Test
    void followsWhatBelongsToTheProject() throws IOException {
        Files.writeString(shop.resolve("base.txt"), "idna\n");
        Files.writeString(shop.resolve("deep/bounds.txt"), "idna<4\n");
        Files.writeString(shop.resolve("deep/requirements.txt"), "-r ../base.txt\n-c bounds.txt\n");

        assertThat(run("requirements.txt", "flask\n-r deep/requirements.txt\n")
                        .imported()
                        .types())
                .isEqualTo(2);
    }
}
