// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.LibraryPolicy;
import dev.zeus.wheels.ProjectDeclaration;
import dev.zeus.wheels.core.Acme;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.locking.LockRequest;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.NativeBytes;
import dev.zeus.wheels.testkit.ServedFile;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that changes nothing is remembered, for the very same declarations, files and options, and for nothing else.
 */
class UnchangedTest {
    private static final int PACKAGES = 40;

    @TempDir
    Path home;

    private LoopbackIndex index;

    @BeforeEach
    void start() {
        index = LoopbackIndex.start();
        for (int i = 0; i < PACKAGES; i++) {
            index.add(WheelBuilder.of("p" + i, "1.0")
                    .requires(i + 1 < PACKAGES ? "p" + (i + 1) : "p0")
                    .build());
        }
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private Acme acme() {
        return new Acme(home).source("acme", index.uri()).wheel("p0", "acme");
    }

    /** Neither the lock nor a rendered file becomes an object. */
    @Test
    void takesAFractionOfTheMemoryThatReadingTheLockTakes() throws IOException {
        acme().generate(new LockUpdate.Keep());
        forget();
        long looked = allocated(() -> acme().generate(new LockUpdate.Keep()));
        assertThat(marks()).isEqualTo(1);
        long recalled = allocated(
                () -> assertThat(acme().generate(new LockUpdate.Keep()).lines())
                        .containsExactly(home.resolve("generated") + " is up to date"));

        assertThat(recalled).isLessThan(looked / 3);
        assertThat(home.resolve("result.json")).content().contains("\"outcome\" : \"ok\"");
        assertThat(marks()).isEqualTo(1);
    }

    @Test
    void writesAnewWhatWasEditedOrIsMissing() throws IOException {
        remembered();
        Path overlay = home.resolve("generated/overlay.nix");
        String good = Files.readString(overlay);
        Files.writeString(overlay, good + "# edited\n");
        assertThat(acme().generate(new LockUpdate.Keep()).files().changed()).containsExactly("overlay.nix");
        Files.delete(overlay);
        assertThat(acme().generate(new LockUpdate.Keep()).files().added()).containsExactly("overlay.nix");
        assertThat(overlay).hasContent(good);
    }

    @Test
    void seesWhatIsDeclaredOtherwise() throws IOException {
        remembered();
        assertThat(acme().wheel("p1", "acme", ">=1")
                        .generate(new LockUpdate.Keep())
                        .files()
                        .isEmpty())
                .isFalse();
        assertThatThrownBy(() -> acme().wheel("p2", "acme", ">=1").generate(new LockUpdate.Locked()))
                .hasMessageContaining("[wheels/L201]");
    }

    @Test
    void judgesTheOptionsInEachRun() throws IOException {
        remembered();
        assertThatThrownBy(() -> acme().generate(new LockUpdate.Keep(), Optional.of("soon")))
                .hasMessageContaining("[wheels/D205]");
        Files.writeString(home.resolve("nixpkgs-snapshot.json"), "none");
        assertThatThrownBy(() -> acme().generate(new LockUpdate.Keep())).hasMessageContaining("[wheels/L301]");
    }

    /** Nothing of own source is locked, and only what its project says of itself is rendered. */
    @Test
    void ownSourceResolvesNothing() throws IOException {
        Path project = Files.createDirectories(home.resolve("service"));
        String said = "[project]\nname = 'shop'\nversion = '1.0'\ndependencies = ['p0']\n";
        Files.writeString(project.resolve("pyproject.toml"), said);
        Files.writeString(project.resolve("shop.py"), "");
        Acme acme = acme().environments(new EnvironmentDeclaration(
                        "com.acme.Service", "service", "3.12", List.of("p0"), List.of(), new TreeMap<>(), "")
                .withParts(List.of(new ProjectDeclaration("service", "service", true, "", "", List.of()))));
        acme.generate(new LockUpdate.Keep());
        String lock = acme.lock().toToml();
        index.server().forget();

        Files.writeString(project.resolve("shop.py"), "def main(): pass\n");
        assertThat(acme.generate(new LockUpdate.Keep()).files().isEmpty()).isTrue();
        Files.writeString(project.resolve("pyproject.toml"), said + "scripts = { shop = 'shop:main' }\n");
        assertThat(acme.generate(new LockUpdate.Keep()).files().changed()).containsExactly("environments.nix");

        assertThat(acme.lock().toToml()).isEqualTo(lock);
        assertThat(index.counts()).isEmpty();
    }

    @Test
    void upgradesAllTheSame() throws IOException {
        remembered();
        index.add(WheelBuilder.of("p0", "1.1").requires("p1").build());
        assertThat(acme().generate(new LockUpdate.UpgradeAll()).packages()).hasSize(1);
    }

    /** Where pages are asked whether files may come from where the lock says, they are asked each time. */
    @Test
    void asksAnIndexThatHasToBeAskedEachTime() throws IOException {
        try (LoopbackIndex elsewhere = LoopbackIndex.start()) {
            ServedFile wheel = ServedFile.of(WheelBuilder.of("far", "1.0").build());
            elsewhere.add(wheel);
            index.always(
                    "/simple/far/",
                    Answer.html("<a href=\"" + elsewhere.server().uri() + "files/far-1.0-py3-none-any.whl#sha256="
                            + wheel.sha256().orElseThrow() + "\">far-1.0-py3-none-any.whl</a>"));
            Acme far = new Acme(home).source("acme", index.uri()).wheel("far", "acme");
            far.generate(new LockUpdate.Keep());
            for (int run = 0; run < 3; run++) {
                index.server().forget();
                assertThat(far.generate(new LockUpdate.Keep()).files().isEmpty())
                        .isTrue();
                assertThat(index.count("/simple/far/")).isEqualTo(1);
            }
            assertThat(marks()).isZero();
        }
    }

    @Test
    void saysInEachRunWhatIsToBeSaid() throws IOException {
        index.add(WheelBuilder.of("wagon", "1.0")
                .tags("cp312-cp312-manylinux_2_17_x86_64")
                .file("wagon.so", NativeBytes.elf("x86_64").needs("libfoo.so.1").build())
                .build());
        Acme acme = new Acme(home)
                .source("acme", index.uri())
                .wheel("wagon", "acme")
                .libraries(LibraryPolicy.READ);
        for (int run = 0; run < 3; run++) {
            acme.events.clear();
            acme.generate(new LockUpdate.Keep());
            assertThat(acme.events)
                    .filteredOn(event -> event instanceof WheelsEvent.Warned)
                    .singleElement()
                    .asString()
                    .contains("N309");
        }
        assertThat(marks()).isZero();
    }

    /** A cache that cannot be used is no matter for a run that needs none. */
    @Test
    void doesWithoutACache() throws IOException {
        remembered();
        Files.writeString(home.resolve("cache/CACHEDIR.TAG"), "of another program");
        Acme acme = acme();
        assertThat(acme.generate(new LockUpdate.Keep()).files().isEmpty()).isTrue();
        assertThat(acme.events).isEmpty();
    }

    /** Two lists of the same words are two, as are a record and its text. */
    @Test
    void tellsValuesApart() {
        List<Object> values = List.of(
                List.of("a", "b"),
                List.of("ab"),
                List.of(List.of("a"), "b"),
                List.of(List.of("a", "b")),
                Optional.of("a"),
                List.of("a"),
                "a",
                Optional.empty(),
                List.of(),
                Map.of("a", "b"),
                acme().set(),
                acme().wheel("p1", "acme").set());
        assertThat(values.stream().map(UnchangedTest::form).distinct()).hasSameSizeAs(values);
        assertThat(form(acme().set())).isEqualTo(form(acme().set()));
    }

    /** The order of such a map is another in each JVM. */
    @Test
    void takesAMapWithoutAnOrderForTheSameInAny() {
        Map<String, String> one = new LinkedHashMap<>(Map.of("a", "b"));
        one.put("c", "d");
        Map<String, String> other = new LinkedHashMap<>(Map.of("c", "d"));
        other.put("a", "b");
        assertThat(form(one)).isEqualTo(form(other)).isNotEqualTo(form(Map.of("a", "d", "c", "b")));
    }

    private static String form(Object value) {
        return HexFormat.of().formatHex(new RunForm().add(value).bytes());
    }

    /** The first run after the one that wrote the files need not look, either: to look is to read all again. */
    @Test
    void remembersWhatItWrote() throws IOException {
        acme().generate(new LockUpdate.Keep());
        assertThat(marks()).isEqualTo(1);
        forget();
        long looked = allocated(() -> acme().generate(new LockUpdate.Keep()));

        Acme more = acme().wheel("p1", "acme", ">=1");
        assertThat(more.generate(new LockUpdate.Keep()).files().isEmpty()).isFalse();
        index.server().forget();
        long recalled =
                allocated(() -> assertThat(more.generate(new LockUpdate.Keep()).lines())
                        .containsExactly(home.resolve("generated") + " is up to date"));
        assertThat(recalled).isLessThan(looked / 3);
        assertThat(index.counts()).isEmpty();

        index.add(WheelBuilder.of("p0", "1.1").requires("p1").build());
        forget();
        assertThat(more.generate(new LockUpdate.UpgradeAll()).packages()).hasSize(1);
        assertThat(marks()).isEqualTo(1);
        assertThat(more.generate(new LockUpdate.Locked()).files().isEmpty()).isTrue();
    }

    /** What was read before it changed is not what the next run would read. */
    @Test
    void forgetsWhatChangedMeanwhile() throws IOException {
        Path project = Files.createDirectories(home.resolve("service"));
        String said = "[project]\nname = 'shop'\nversion = '1.0'\ndependencies = ['p0']\n";
        Files.writeString(project.resolve("pyproject.toml"), said);
        Acme acme = acme().environments(new EnvironmentDeclaration(
                        "com.acme.Service", "service", "3.12", List.of("p0"), List.of(), new TreeMap<>(), "")
                .withParts(List.of(new ProjectDeclaration("service", "service", true, "", "", List.of()))));
        SortedMap<String, String> files = new TreeMap<>(Map.of("pylock.toml", "# Generated"));
        Files.createDirectories(home.resolve("cache"));
        Unchanged run = new Unchanged(
                new LockRequest(
                        acme.set(),
                        home.resolve("generated"),
                        new LockUpdate.Keep(),
                        Optional.empty(),
                        new SourceRoots(home, List.of()),
                        acme.access(),
                        Optional.empty()),
                home.resolve("generated"));
        run.begin();
        Files.writeString(project.resolve("pyproject.toml"), said + "scripts = { shop = 'shop:main' }\n");
        run.remember(files);
        assertThat(marks()).isZero();
        run.begin();
        run.remember(files);
        assertThat(marks()).isEqualTo(1);
    }

    /** A mark that could have been put there by another user is none. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void believesNoCacheThatOthersMayWriteTo() throws IOException {
        remembered();
        long recalled = allocated(() -> acme().generate(new LockUpdate.Keep()));
        Files.setPosixFilePermissions(home.resolve("cache/v1"), PosixFilePermissions.fromString("rwxrwxrwx"));
        long looked = allocated(() -> acme().generate(new LockUpdate.Keep()));
        assertThat(recalled).isLessThan(looked / 3);
    }

    private void forget() throws IOException {
        for (Path mark : FileTree.files(home.resolve("cache/v1/unchanged"))) {
            Files.delete(mark);
        }
    }

    private void remembered() throws IOException {
        acme().generate(new LockUpdate.Keep());
        acme().generate(new LockUpdate.Keep());
        assertThat(marks()).isEqualTo(1);
    }

    private long marks() {
        return FileTree.files(home.resolve("cache/v1/unchanged")).size();
    }

    private static long allocated(Runnable run) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        run.run();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
