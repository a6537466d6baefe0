// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.answer.DoctorPage;
import dev.zeus.wheels.core.answer.Setting;
import dev.zeus.wheels.core.classes.MissingRegistry;
import dev.zeus.wheels.core.doctor.DoctorRequest;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A sound project on a sound machine, of which a test spoils one thing. */
final class Patient implements AutoCloseable {
    final Path home;
    final LoopbackIndex index = LoopbackIndex.start();
    final Map<String, String> environment = new TreeMap<>();
    final Map<String, String> addresses = new TreeMap<>();
    final Set<String> servers = new TreeSet<>();
    Acme acme;
    Optional<Path> project;
    boolean hasRegistry = true;
    boolean wired = true;
    boolean offline;
    String maven = "3.9.11";
    Path cache;
    UnaryOperator<HttpOptions> http = options -> options;

    Patient(Path home) {
        this.home = home;
        this.project = Optional.of(home);
        this.cache = home.resolve("cache");
        index.add(WheelBuilder.of("app", "1.0").build());
        acme = new Acme(home).source("pypi", index.uri()).wheel("app", "pypi");
        write("flake.nix", "{ outputs = _: { }; }\n");
        write("bin/nix", "#!/bin/sh\necho 'nix (Nix) 2.26.3'\necho flakes nix-command\n");
        environment.put("PATH", home.resolve("bin").toString());
        acme.generate(new LockUpdate.Keep());
    }

    /** Writes a file of the project; a program is made one. */
    Path write(String name, String text) {
        try {
            Path file = home.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            if (name.startsWith("bin/")) {
                file.toFile().setExecutable(true);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another set than the locked one. */
    void declare(Acme other) {
        acme = other;
    }

    Acme another(URI url) {
        return new Acme(home).source("pypi", url).wheel("app", "pypi");
    }

    DoctorPage examined() {
        Path generated = home.resolve("generated");
        Optional<Problem> none = hasRegistry
                ? Optional.empty()
                : Optional.of(MissingRegistry.of(home.resolve("classes"), home.resolve("test-classes"))
                        .problem());
        return Doctor.run(new DoctorRequest(
                hasRegistry ? Optional.of(acme.set()) : Optional.empty(),
                none,
                new DoctorRequest.Examined(
                        project, generated, home.resolve("nixpkgs-snapshot.json"), project.map(there -> wired)),
                () -> new IndexAccess(
                        cache,
                        offline,
                        addresses,
                        source -> Optional.empty(),
                        home.resolve(".netrc"),
                        http.apply(HttpOptions.DEFAULTS.withTimeouts(
                                Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(2)))),
                servers,
                List.of(),
                new DoctorRequest.Front("Maven", maven, "3.8.7"),
                "",
                environment,
                List.of(new Setting("wheels.skip", "false", "default"))));
    }

    @Override
    public void close() {
        index.close();
    }
}
