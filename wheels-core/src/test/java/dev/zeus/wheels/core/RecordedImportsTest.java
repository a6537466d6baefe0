// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.core.check.HostPythons;
import dev.zeus.wheels.core.check.HostSystem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.program.HostProgram;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.TargetChoice;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a check records which modules import alone, and what becomes of the record; left out without a Python. */
final class RecordedImportsTest {
    private static final HostPythons HERE = HostPythons.ofThisMachine("");

    @TempDir
    Path home;

    private final LoopbackIndex index = LoopbackIndex.start();
    private String python = "";
    private String target = "";
    private Acme acme = new Acme(Path.of(""));

    @BeforeEach
    void lock() {
        python = Stream.of("3.13", "3.12", "3.11")
                .filter(version -> HERE.executable(version).isPresent())
                .findFirst()
                .orElse("");
        assumeThat(python).as("a Python on this machine").isNotEmpty();
        List<TargetDeclaration> targets = HostSystem.name().endsWith("darwin")
                ? List.of(
                        new TargetDeclaration(Platform.AARCH64_DARWIN, "14.0"),
                        new TargetDeclaration(Platform.X86_64_LINUX, "2.39"))
                : List.of(
                        new TargetDeclaration(Platform.X86_64_LINUX, "2.39"),
                        new TargetDeclaration(Platform.AARCH64_DARWIN, "14.0"));
        target = "cp" + python.replace(".", "") + "-" + HostSystem.name();
        add("app", "1.0", "import engine, plugin\n", "engine", "plugin");
        add("engine", "1.0", "");
        add("plugin", "1.0", "import engine\n");
        add("other", "1.0", "");
        acme = new Acme(home)
                .targets(targets, python)
                .source("test", index.uri())
                .tests(PackageTest.IMPORT)
                .wheel("app", "test")
                .wheel("other", "test");
        acme.generate(new LockUpdate.Keep());
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private void add(String name, String version, String text, String... requires) {
        index.add(WheelBuilder.of(name, version)
                .file(name + ".py", text)
                .requires(requires)
                .build());
    }

    private Map<String, String> recorded() {
        SortedMap<String, String> recorded = new TreeMap<>();
        acme.lock().packages().stream()
                .filter(locked -> !locked.facts().importsAlone().isEmpty())
                .forEach(locked -> recorded.put(
                        locked.name().value(),
                        locked.facts().importsAlone().targets().toString()));
        return recorded;
    }

    private String generated(String file) throws IOException {
        return Files.readString(home.resolve("generated").resolve(file));
    }

    /** {@code plugin} imports what it does not require, which only the check of everything has. */
    @Test
    void whatImportsAloneIsRecordedAndBuilt() throws IOException {
        SortedMap<String, String> before = FileTree.texts(home.resolve("generated"));
        VerifyOutcome outcome = acme.recordImports();

        assertThat(recorded())
                .isEqualTo(Map.of(
                        "app", "{app=[" + target + "]}",
                        "engine", "{engine=[" + target + "]}",
                        "other", "{other=[" + target + "]}"));
        assertThat(outcome.lines())
                .contains("recorded  " + target + ": 3 modules of 3 packages import alone")
                .anyMatch(line -> line.startsWith("not recorded  " + target + " plugin: \"plugin\": ModuleNotFound"));
        assertThat(generated("test/universal.nix"))
                .contains(
                        "importsOn = {\n      " + target + " = [ \"engine\" ];\n    };\n    modules = [ \"engine\" ];")
                .doesNotContain(target + " = [ \"plugin\" ]", target + " = [ \"app\" ]");
        assertThat(generated("pylock.toml"))
                .contains("    { modules = [\"engine\"], targets = [\"" + target + "\"] },\n");

        SortedMap<String, String> after = FileTree.texts(home.resolve("generated"));
        after.keySet().removeAll(Set.of("pylock.toml", "mk-wheel.nix", "test/universal.nix"));
        assertThat(before).containsAllEntriesOf(after);
        assertThat(acme.verify(TargetChoice.ALL).problems()).isEmpty();
        assertThat(acme.generate(new LockUpdate.Keep()).files().isEmpty()).isTrue();
    }

    @Test
    void whatIsRecordedStaysWithTheSameClosureAndGoesWithAnother() {
        acme.recordImports();
        Map<String, String> before = recorded();
        add("other", "2.0", "");
        acme.events.clear();
        acme.generate(new LockUpdate.UpgradePackages(new TreeSet<>(Set.of(PackageName.parse("plugin")))));
        assertThat(recorded()).isEqualTo(before);
        assertThat(warnings()).isEmpty();

        add("engine", "2.0", "");
        acme.generate(new LockUpdate.UpgradePackages(new TreeSet<>(Set.of(PackageName.parse("engine")))));
        assertThat(recorded()).containsOnlyKeys("other");
        assertThat(warnings())
                .singleElement()
                .asString()
                .satisfies(ProblemExample.printed("L211"))
                .contains("[wheels/L211]", "\"app\", \"engine\"");
    }

    private List<String> warnings() {
        return acme.events.stream()
                .filter(WheelsEvent.Warned.class::isInstance)
                .map(event -> ((WheelsEvent.Warned) event).problem().toString())
                .toList();
    }

    /** Whatever was recorded on the machines of others stays. */
    @Test
    void anotherRunRecordsAnew() {
        acme.recordImports();
        Map<String, String> before = recorded();
        acme.recordImports();
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    void nothingIsWrittenWhereACheckFails() throws IOException {
        add("app", "2.0", "import absent\n", "engine", "plugin");
        acme.generate(new LockUpdate.UpgradeAll());
        SortedMap<String, String> before = FileTree.texts(home.resolve("generated"));
        VerifyOutcome outcome = acme.recordImports();

        assertThat(outcome.problems()).isNotEmpty();
        assertThat(outcome.lines()).contains("not recorded  which modules import alone: checks failed");
        assertThat(FileTree.texts(home.resolve("generated"))).isEqualTo(before);
    }

    /** The record is written before Nix builds it: where that fails, the run says what it has written. */
    @Test
    void whatIsRecordedIsSaidWhereNixFails() throws IOException {
        assumeThat(HostProgram.find("nix", String.valueOf(System.getenv("PATH"))))
                .as("nix")
                .isPresent();
        Path flake = Files.createDirectory(home.resolve("flake"));
        Files.writeString(flake.resolve("flake.nix"), "{ outputs = _: throw \"nothing builds\"; }\n");
        acme.events.clear();

        assertThatThrownBy(() -> acme.recordImports(Optional.of(flake))).hasMessageContaining("[wheels/C291]");
        assertThat(recorded()).containsKey("app");
        assertThat(acme.events)
                .contains(new WheelsEvent.Finished(
                        "record imports", "recorded  " + target + ": 3 modules of 3 packages import alone"));
    }

    /** The check itself writes the lock that is there meanwhile: the record of it would be lost, or the other lock. */
    @Test
    void aLockThatChangesMeanwhileIsNotWrittenOver() {
        Path lock = home.resolve("generated/pylock.toml");
        add("app", "2.0", "open(" + '"' + lock + '"' + ", 'a').write('\\n')\n", "engine", "plugin");
        acme.generate(new LockUpdate.UpgradeAll());

        assertThatThrownBy(() -> acme.recordImports())
                .hasMessageContaining("[wheels/C101] pylock.toml has changed while its wheels were checked");
    }
}
