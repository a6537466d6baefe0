// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.ModuleFacts;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.WheelFilename;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.FixtureNixpkgs;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rendered files in a directory, evaluated and built by real Nix on the small nixpkgs of the test kit. */
final class FixtureNix {
    static final Path NIXPKGS = Path.of("target", "nixpkgs").toAbsolutePath();

    private final Path directory;

    /** For classes that are marked as {@link dev.zeus.wheels.testkit.NeedsNixBuilds}. */
    FixtureNix(Path directory) {
        this.directory = directory;
        FixtureNixpkgs.writeTo(NIXPKGS, List.of());
    }

    /** Writes rendered files into {@code generated}. */
    FixtureNix write(Map<String, String> files) throws IOException {
        return write("generated", files);
    }

    FixtureNix write(String place, Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Path path = directory.resolve(place).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return this;
    }

    /** A wheel on disk that the targets containing a text install. */
    LockedWheel wheel(WheelBuilder builder, String where) throws IOException {
        BuiltWheel built = builder.build();
        Path file = Files.write(directory.resolve(built.filename()), built.bytes());
        return new LockedWheel(
                WheelFilename.parse(built.filename()),
                file.toUri(),
                new Sha256(built.sha256()),
                OptionalLong.empty(),
                Optional.empty(),
                LockBuilder.where(where));
    }

    /** Locks a wheel for every target, with the modules that a text separates by blanks. */
    void add(LockBuilder lock, WheelBuilder builder, String modules, String... requires) throws IOException {
        List<String> names = modules.isEmpty() ? List.of() : List.of(modules.split(" ", -1));
        List<LockedDependency> needs =
                Stream.of(requires).map(LockBuilder::needs).toList();
        lock.add("pypi", ModuleFacts.of(names), needs, wheel(builder.requires(requires), ""));
    }

    /** What a command of Nix prints; it must succeed and warn of nothing. */
    String run(String... command) throws IOException, InterruptedException {
        Path errors = directory.resolve("errors.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectError(errors.toFile());
        // An evaluation waits for no build.
        builder.environment().put("NIX_CONFIG", "allow-import-from-derivation = false");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        assertThat(exit).as(Files.readString(errors)).isZero();
        // What builders say is their own business.
        boolean builds = command[0].equals("nix-build");
        assertThat(Files.readString(errors)).doesNotContain(builds ? "evaluation warning: " : "warning: ");
        return said.strip();
    }

    /** What a command of Nix says of its failure. */
    String failure(String... command) throws IOException, InterruptedException {
        Path errors = directory.resolve("errors.txt");
        int exit = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(errors)).isNotZero();
        return Files.readString(errors);
    }

    /** An expression in which {@code pkgs} is nixpkgs for this system with the rendered overlay. */
    String expression(String body) {
        return inSet("generated", body);
    }

    /** An expression in which {@code pkgs} is nixpkgs with the rendered overlay of a directory. */
    String inSet(String place, String body) {
        return expression("x86_64-linux", List.of(overlay(place)), body);
    }

    /** The rendered overlay of a directory, as an expression. */
    String overlay(String place) {
        return "import " + directory.resolve(place).resolve("overlay.nix");
    }

    /** An expression in which {@code pkgs} is nixpkgs with overlays, in this order. */
    String expression(String system, List<String> overlays, String body) {
        return "let pkgs = import " + NIXPKGS + " { system = \"" + system + "\"; overlays = [ "
                + overlays.stream().map(overlay -> '(' + overlay + ')').collect(Collectors.joining(" ")) + " ]; }; in "
                + body;
    }

    /** The value of an expression: a string as its text, anything else as JSON. */
    String eval(String body) throws IOException, InterruptedException {
        return evalWhole(expression(body));
    }

    String evalWhole(String expression) throws IOException, InterruptedException {
        String shown =
                "let value = " + expression + "; in if builtins.isString value then value else builtins.toJSON value";
        return run("nix", "eval", "--offline", "--raw", "--impure", "--expr", shown);
    }

    /** The one store path that building an expression gives. */
    Path build(String body) throws IOException, InterruptedException {
        return buildWhole(expression(body));
    }

    Path buildWhole(String expression) throws IOException, InterruptedException {
        return Path.of(run("nix-build", "--no-out-link", "--expr", expression));
    }
}
