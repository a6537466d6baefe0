// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.ProjectDeclaration;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.core.Acme;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that nothing of its environment has is told when generating, at the line that names it. */
class ApplicationCommandsTest {
    private static final String LISTED = "/files/server-1.0-py3-none-any.whl";

    @TempDir
    Path home;

    private LoopbackIndex index;

    @BeforeEach
    void serve() throws IOException {
        index = LoopbackIndex.start();
        index.add(WheelBuilder.of("server", "1.0")
                .requires("cli")
                .script("server = server:main")
                .script("server-admin = server:admin")
                .file("server-1.0.data/scripts/serve-now", "#!python")
                .file("server-1.0.data/data/bin/served", "")
                .build());
        index.add(WheelBuilder.of("cli", "2.0")
                .script("click = cli:main")
                .script("clack = cli:other")
                .build());
        index.add(WheelBuilder.of("window", "1.0")
                .file("window-1.0.dist-info/entry_points.txt", "[gui_scripts]\nlook = window:main\n")
                .build());
        index.add(WheelBuilder.of("aside", "1.0")
                .script("aside-tool = aside:main")
                .build());
        Files.createDirectories(home.resolve("src/com/acme"));
        Files.writeString(
                home.resolve("src/com/acme/Service.java"),
                "package com.acme;\n@PythonEnvironment(\n    packages = {},\n"
                        + "    applications = @Application(name = \"web\", commands = \"sevrer-admin\"))\n"
                        + "interface Service {}\n");
        Files.createDirectories(home.resolve("own"));
        Files.writeString(
                home.resolve("own/pyproject.toml"),
                "[project]\nname = 'own'\nversion = '1'\n[project.scripts]\nmine = 'own:main'\n");
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private Acme acme(String command) {
        return new Acme(home)
                .source("acme", index.uri())
                .wheel("server", "acme")
                .wheel("window", "acme")
                .wheel("aside", "acme")
                .environments(new EnvironmentDeclaration(
                                "com.acme.Service",
                                "service",
                                "3.12",
                                List.of("server", "window"),
                                List.of(),
                                new TreeMap<>(),
                                "")
                        .withParts(List.of(
                                new ApplicationDeclaration("web", List.of(command), List.of()),
                                new ProjectDeclaration("own", "own", false, "", "", List.of()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "server-admin", "serve-now", "served", "click", "clack", "look", "mine"})
    void whatThePackagesAndTheirRequirementsInstallIsThere(String command) {
        assertThat(acme(command).generate(new LockUpdate.Keep()).files().added())
                .contains("mk-applications.nix");
    }

    @Test
    void whatNoneInstallsIsToldWithTheNearOneBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> acme("sevrer-admin").generate(new LockUpdate.Keep()))
                .satisfies(ProblemExample.printed("N328"))
                .hasMessageContaining("com.acme.Service (src/com/acme/Service.java:4): the command \"sevrer-admin\"")
                .hasMessageContaining("did you mean \"server-admin\"?")
                .isInstanceOfSatisfying(WheelsException.class, e -> {
                    assertThat(e.problem().about().file()).contains("src/com/acme/Service.java");
                    assertThat(e.problem().about().line()).hasValue(5);
                });
        assertThat(home.resolve("generated/pylock.toml")).doesNotExist();
    }

    /** Of what the set has, but not the environment, it has none. */
    @Test
    void theWholeListIsShownWhereNoneIsNear() {
        assertThatThrownBy(() -> acme("aside-tool").generate(new LockUpdate.Keep()))
                .hasMessageContaining("N328")
                .hasMessageContaining("clack, click, look, mine, serve-now, served, server, server-admin");
    }

    /** An application that is added later asks nothing anew that locking has read. */
    @Test
    void whatLockingHasReadIsNotAskedForAgain() throws IOException {
        acme("server").generate(new LockUpdate.Keep());
        index.server().forget();

        acme("server-admin").offline().generate(new LockUpdate.Keep());
        assertThat(home.resolve("generated/environments.nix")).content().contains("\"server-admin\"");
        assertThatThrownBy(() -> acme("sevrer").offline().generate(new LockUpdate.Keep()))
                .hasMessageContaining("did you mean \"server\"?");
        assertThat(index.counts()).isEmpty();
    }

    /** With a cold cache the wheels are read from the index; what is written already is not looked at again. */
    @Test
    void aColdCacheIsFilledFromTheIndexOnlyWhereTheEnvironmentsChange() throws IOException {
        acme("server-admin").generate(new LockUpdate.Keep());
        FileTree.clear(home.resolve("cache"));
        index.server().forget();
        acme("server-admin").generate(new LockUpdate.Keep());
        assertThat(index.counts()).isEmpty();

        assertThatThrownBy(() -> acme("sevrer").generate(new LockUpdate.Keep())).hasMessageContaining("N328");
        assertThat(index.count(LISTED)).isEqualTo(1);
        assertThat(index.counts()).doesNotContainKey("/files/aside-1.0-py3-none-any.whl");
    }

    @Test
    void whatIsNotKnownIsSaidAndLeftToTheBuild() throws IOException {
        acme("server").generate(new LockUpdate.Keep());
        FileTree.clear(home.resolve("cache"));

        Acme offline = acme("sevrer").offline();
        offline.generate(new LockUpdate.Keep());
        assertThat(offline.events)
                .filteredOn(event -> event instanceof WheelsEvent.Noted)
                .singleElement()
                .asString()
                .contains("\"sevrer\"", "cli, server, window install");

        Acme built = acme("cmd").wheel("server", "acme", "", Provider.NIXPKGS);
        built.generate(new LockUpdate.Keep());
        assertThat(built.events)
                .anySatisfy(event -> assertThat(event).asString().contains("what server installs"));
    }

    /** Of a folder beside the lock the wheels are at hand, and no cache has to have them. */
    @Test
    void whatAFolderHasIsReadThere() throws IOException {
        BuiltWheel server =
                WheelBuilder.of("server", "1.0").script("server = server:main").build();
        Files.createDirectories(home.resolve("wheels"));
        Files.write(home.resolve("wheels").resolve(server.filename()), server.bytes());
        vendored("server").generate(new LockUpdate.Keep());
        FileTree.clear(home.resolve("cache"));

        assertThatThrownBy(() -> vendored("sevrer").offline().generate(new LockUpdate.Keep()))
                .hasMessageContaining("did you mean \"server\"?");
    }

    private Acme vendored(String command) {
        return new Acme(home)
                .flat("vendored", "wheels/")
                .wheel("server", "vendored")
                .environments(new EnvironmentDeclaration(
                                "com.acme.Service",
                                "service",
                                "3.12",
                                List.of("server"),
                                List.of(),
                                new TreeMap<>(),
                                "")
                        .withParts(List.of(new ApplicationDeclaration("web", List.of(command), List.of()))));
    }
}
