// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job against a loopback index: what it writes, what it leaves alone, and how it fails. */
final class GenerateTest {
    @TempDir
    Path home;

    private LoopbackIndex index;

    @BeforeEach
    void start() {
        index = LoopbackIndex.start();
        index.add(WheelBuilder.of("leaf", "1.0").file("leaf/__init__.py", "").build());
        index.add(WheelBuilder.of("tree", "1.0")
                .requires("leaf")
                .file("tree/__init__.py", "")
                .build());
        index.add(WheelBuilder.of("torn", "1.0").requires("leaf>=9").build());
        index.add(WheelBuilder.of("windows-only", "1.0")
                .tags("cp312-cp312-win_amd64")
                .build());
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @Test
    void writesTheLockAndWhatIsRenderedFromIt() {
        GenerateOutcome outcome = generate("tree", new LockUpdate.Keep(), false);

        assertThat(outcome.packages()).extracting(Object::toString).containsExactly("Added leaf 1.0", "Added tree 1.0");
        assertThat(outcome.files().added())
                .contains("pylock.toml", "overlay.nix", "mk-wheel.nix", "checks.nix", "test/universal.nix");
    }

    @Test
    void namesFirstWhatIsNoLongerDeclared() {
        generate("tree", new LockUpdate.Keep(), false);

        assertThat(generate("leaf", new LockUpdate.Keep(), true).lines())
                .startsWith("No longer declared: tree", "Remove tree 1.0");
        assertThat(generate("tree", new LockUpdate.Keep(), false).lines())
                .singleElement()
                .asString()
                .endsWith("is up to date");
    }

    @Test
    void asksNothingWhereTheLockAnswers() {
        generate("tree", new LockUpdate.Keep(), false);
        Map<String, Long> before = index.counts();

        assertThat(generate("tree", new LockUpdate.Locked(), false).files().isEmpty())
                .isTrue();

        assertThat(index.counts()).isEqualTo(before);
    }

    /** The first line is another one in each: what begins like our own is replaced, and needs no new lock. */
    @Test
    void replacesFilesThatAFormerVersionWrote() throws IOException {
        generate("tree", new LockUpdate.Keep(), false);
        SortedMap<String, String> now =
                GeneratedFiles.in(home.resolve("generated")).read();
        for (var file : now.entrySet()) {
            if (!file.getKey().equals(GeneratedFiles.LOCK_FILE)) {
                String former = file.getValue().replace("To regenerate:", "Write it anew with:");
                assertThat(former).as(file.getKey()).isNotEqualTo(file.getValue());
                Files.writeString(home.resolve("generated").resolve(file.getKey()), former);
            }
        }

        GenerateOutcome outcome = generate("tree", new LockUpdate.Locked(), false);

        assertThat(outcome.files().changed()).hasSize(now.size() - 1);
        assertThat(GeneratedFiles.in(home.resolve("generated")).read()).isEqualTo(now);
    }

    @Test
    void writesNothingOnADryRun() throws IOException {
        assertThat(generate("tree", new LockUpdate.Keep(), true).files().isEmpty())
                .isFalse();
        assertThat(home.resolve("generated")).doesNotExist();
        assertThat(Files.readString(home.resolve("result.json"))).contains("\"outcome\" : \"ok\"");
    }

    @ParameterizedTest
    @CsvSource({
        "no-such-package, R203, no-such-package",
        "torn, R201, leaf",
        "windows-only, R202, windows-only",
    })
    void badInputIsOneErrorAndLeavesTheFiles(String name, String code, String quoted) throws IOException {
        generate("tree", new LockUpdate.Keep(), false);
        SortedMap<String, String> before =
                GeneratedFiles.in(home.resolve("generated")).read();

        WheelsException error =
                catchThrowableOfType(WheelsException.class, () -> generate(name, new LockUpdate.Keep(), false));

        assertThat(error.problem().code()).isEqualTo(code);
        assertThat(error.problem().message()).contains(quoted);
        assertThat(error.problem().hint()).isNotBlank();
        assertThat(GeneratedFiles.in(home.resolve("generated")).read()).isEqualTo(before);
        assertThat(Files.readString(home.resolve("result.json"))).contains(code);
    }

    @Test
    void anIndexThatIsDownIsNamed() {
        index.close();
        WheelsException error =
                catchThrowableOfType(WheelsException.class, () -> generate("tree", new LockUpdate.Keep(), false));

        assertThat(error.problem().code()).startsWith("X");
        assertThat(error.problem().message()).contains("127.0.0.1");
        assertThat(home.resolve("generated")).doesNotExist();
    }

    @Test
    void aLockedRunRefusesToMakeALock() {
        WheelsException error =
                catchThrowableOfType(WheelsException.class, () -> generate("tree", new LockUpdate.Locked(), false));

        assertThat(error.problem().code()).isEqualTo("L201");
        ProblemExample.printed("L201").accept(error);
        assertThat(error.problem().hint()).contains("mvn wheels:generate");
    }

    private GenerateOutcome generate(String name, LockUpdate update, boolean dryRun) {
        WheelDeclaration wheel = new WheelDeclaration(
                "com.acme.Declared",
                name,
                name.replace('-', '_'),
                "test",
                List.of(Platform.X86_64_LINUX),
                List.of("3.12"),
                "",
                List.of(),
                List.of(),
                Provider.WHEEL);
        WheelSetDeclaration set = new WheelSetDeclaration(
                "com.acme",
                List.of("3.12"),
                List.of(new TargetDeclaration(Platform.X86_64_LINUX, "2.39")),
                List.of(new SourceDeclaration("test", index.uri().toString())),
                DependencyPolicy.WHEELS,
                ResolutionSettings.DEFAULT,
                List.of(wheel),
                List.of());
        IndexAccess access = new IndexAccess(
                home.resolve("cache"),
                false,
                Map.of(),
                source -> Optional.empty(),
                home.resolve(".netrc"),
                HttpOptions.DEFAULTS);
        return Generate.run(
                new GenerateRequest(
                        set,
                        home.resolve("generated"),
                        home.resolve("result.json"),
                        update,
                        Optional.empty(),
                        dryRun,
                        SourceRoots.none(),
                        access),
                EventSink.SILENT);
    }
}
