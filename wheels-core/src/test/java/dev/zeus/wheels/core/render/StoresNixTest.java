// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code docs/scale.md} says of several machines, with several stores on this one: one lets another build for it,
 * and a third gets what was built from a signed binary cache.
 */
@NeedsNixBuilds
class StoresNixTest {
    @TempDir
    static Path directory;

    private static String expression;

    @BeforeAll
    static void write() throws IOException {
        FixtureNix nix = new FixtureNix(directory);
        LockBuilder lock = new LockBuilder()
                .add(
                        "pypi",
                        NO_FACTS,
                        List.of(),
                        nix.wheel(
                                WheelBuilder.of("web", "1.0")
                                        .script("serve = web:main")
                                        .file("web/__init__.py", "def main():\n    print('served')\n"),
                                ""));
        EnvironmentDeclaration shop = new EnvironmentDeclaration(
                        "com.acme.Shop", "shop", "3.12", List.of("web"), List.of(), new TreeMap<>(), "")
                .withParts(List.of(new ApplicationDeclaration("shop", List.of("serve"), List.of())));
        nix.write(Renderer.render(
                Sets.of(List.of(Sets.wheel("web")), List.of()).withEnvironments(List.of(shop)), lock.lock()));
        expression = nix.expression(
                "x86_64-linux",
                List.of(),
                "(import " + directory.resolve("generated/environments.nix") + " pkgs).shop.applications.shop");
    }

    /** Directories of a store are read-only, also for who cleans up, and their links lead out of them. */
    @AfterAll
    static void remove() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>)
                    files.filter(file -> Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))::iterator) {
                assertThat(file.toFile().setWritable(true)).isTrue();
            }
        }
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(directory))
                    .toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    @Test
    void whatOneStoreBuiltAnotherSubstitutes() throws Exception {
        String cache = "file://" + directory.resolve("cache");
        Path key = directory.resolve("key");
        Files.writeString(key, nix("key", "generate-secret", "--key-name", "cache.example-1"));
        String publicKey = run(Files.readString(key), List.of("key", "convert-secret-to-public"));

        // The machine of a developer builds nothing itself; the store of this machine is the builder.
        String built = build("developer", "--builders", "local x86_64-linux - 4 1", "--substituters", "");
        nix(
                "copy",
                "--from",
                store("developer"),
                "--to",
                cache + "?secret-key=" + key,
                "--option",
                "require-sigs",
                "false",
                built);

        assertThat(build("server", "--builders", "", "--substituters", cache, "--trusted-public-keys", publicKey))
                .isEqualTo(built);
        assertThat(directory.resolve("server" + built).resolve("bin/serve")).exists();
        // A machine that does not trust the key, or has no cache, has to build it.
        assertThat(failure("stranger", "--builders", "", "--substituters", cache, "--trusted-public-keys", ""))
                .contains("enable remote builds");
        assertThat(failure("alone", "--builders", "", "--substituters", "")).contains("enable remote builds");
    }

    private static String store(String name) {
        return "local?root=" + directory.resolve(name);
    }

    private static List<String> building(String store, String... options) {
        List<String> command =
                new ArrayList<>(List.of("build", "--no-link", "--print-out-paths", "--impure", "--max-jobs", "0"));
        command.addAll(List.of("--store", store(store), "--expr", expression));
        command.addAll(List.of(options));
        return command;
    }

    private static String build(String store, String... options) throws IOException, InterruptedException {
        return nix(building(store, options).toArray(String[]::new));
    }

    private static String failure(String store, String... options) throws IOException, InterruptedException {
        Path errors = directory.resolve("errors.txt");
        int exit = start("", errors, building(store, options)).waitFor();
        assertThat(exit).isNotZero();
        return Files.readString(errors);
    }

    private static String nix(String... arguments) throws IOException, InterruptedException {
        return run("", List.of(arguments));
    }

    private static String run(String input, List<String> arguments) throws IOException, InterruptedException {
        Path errors = directory.resolve("errors.txt");
        Process process = start(input, errors, arguments);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return said.strip();
    }

    private static Process start(String input, Path errors, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("nix"));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        return process;
    }
}
