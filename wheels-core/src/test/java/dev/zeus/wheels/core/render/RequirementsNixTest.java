// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static dev.zeus.wheels.core.render.LockBuilder.needs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.core.lock.Departures;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That Nix builds what gets other versions than it asks for, or less, and that exactly this is rewritten. */
@NeedsNixBuilds
class RequirementsNixTest {
    @TempDir
    static Path directory;

    private static FixtureNix nix;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        nix.write(Renderer.render(
                Sets.of(List.of(Sets.wheel("declared", recipe("typing-extensions", "PyYAML"))), List.of()), lock()));
    }

    private static RecipeDeclaration recipe(String relax, String remove) {
        return new RecipeDeclaration(
                List.of(),
                List.of(),
                List.of(relax),
                List.of(remove),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Lock lock() throws IOException {
        LockBuilder lock = new LockBuilder();
        // One name is the beginning of another, and the separators are not those of the lock.
        add(
                lock,
                wheel(
                        "app",
                        "model>=2,<3",
                        "model-core>=1",
                        "Typing_Extensions[x]<4 ; python_version > '3'",
                        "heavy (>=1)"),
                new Departures(List.of(needs("model"), needs("typing-extensions")), List.of(needs("heavy"))),
                "model",
                "model-core",
                "typing-extensions");
        add(
                lock,
                wheel("some", "model-core>=1", "tomli; python_version < '4'"),
                new Departures(List.of(), List.of(needs("tomli", "cp312"))),
                "model-core",
                "tomli@cp311");
        add(
                lock,
                wheel("declared", "typing.extensions<1", "pyyaml", "pyyaml-env"),
                Departures.NONE,
                "typing-extensions",
                "pyyaml",
                "pyyaml-env");
        add(
                lock,
                wheel("round-a", "round-b", "model<1"),
                new Departures(List.of(needs("model")), List.of()),
                "round-b",
                "model");
        add(
                lock,
                wheel("round-b", "round-a", "heavy", "model-core"),
                new Departures(List.of(), List.of(needs("heavy"))),
                "round-a",
                "model-core");
        for (String leaf : List.of("model", "model-core", "typing-extensions", "tomli", "pyyaml", "pyyaml-env")) {
            add(lock, wheel(leaf), Departures.NONE);
        }
        return lock.lock();
    }

    private static WheelBuilder wheel(String name, String... requires) {
        return WheelBuilder.of(name, "1.0").requires(requires);
    }

    private static void add(LockBuilder lock, WheelBuilder wheel, Departures departures, String... requires)
            throws IOException {
        lock.add(
                        "pypi",
                        NO_FACTS,
                        List.of(requires).stream()
                                .map(text ->
                                        needs(text.split("@", -1)[0], text.contains("@") ? text.split("@", -1)[1] : ""))
                                .toList(),
                        nix.wheel(wheel, ""))
                .departing(departures);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app | model; model-core>=1; Typing_Extensions[x]; python_version > '3'",
                "some | model-core>=1",
                "declared | typing.extensions; pyyaml-env",
                "round-a | model",
                "round-b | model-core",
            })
    void rewritesExactlyWhatIsMetInAnotherWay(String name, String requires) throws Exception {
        Path environment = nix.build("pkgs.python312.withPackages (ps: [ ps." + name + " ])");
        assertThat(nix.run(
                        environment.resolve("bin/python3").toString(),
                        "-c",
                        "import importlib.metadata as m; print(*m.requires('" + name + "'), sep='; ')"))
                .isEqualTo(requires);
    }

    @Test
    void removesOnlyOnTheTargetsThatDoWithout() throws Exception {
        assertThat(nix.eval("map (d: d.pname) pkgs.python311Packages.some.dependencies"))
                .contains("tomli");
        assertThat(nix.eval("pkgs.python311Packages.some.postBuild")).contains("\"remove\":[]");
        assertThat(nix.eval("pkgs.python312Packages.some.postBuild")).contains("\"remove\":[\"tomli\"]");
    }

    @Test
    void recordsWhatItRewrote() throws Exception {
        Path environment = nix.build("pkgs.python312.withPackages (ps: [ ps.app ])");
        assertThat(nix.run(environment.resolve("bin/python3").toString(), "-c", """
                import base64, hashlib, importlib.metadata as m
                file = next(f for f in m.files("app") if f.name == "METADATA")
                digest = base64.urlsafe_b64encode(hashlib.sha256(file.read_binary()).digest()).rstrip(b"=").decode()
                print(digest == file.hash.value, len(file.read_binary()) == file.size)
                """))
                .isEqualTo("True True");
    }
}
