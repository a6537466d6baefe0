// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.process;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Generate;
import dev.zeus.wheels.core.GenerateOutcome;
import dev.zeus.wheels.core.GenerateRequest;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A project with a wheel set, as a test or a child process of it generates.
 *
 * @param index the index of its one source
 * @param home where {@code generated/} and {@code result.json} go
 * @param cache the cache
 */
record Project(URI index, Path home, Path cache) {
    static final List<String> SMALL = List.of("tree");
    static final List<String> LARGE = List.of("extra", "tree");
    private static final int LEAVES = 8;

    /** An index on which {@link #SMALL} takes nine packages, and {@link #LARGE} twelve. */
    static LoopbackIndex serve() {
        LoopbackIndex index = LoopbackIndex.start();
        String[] leaves = new String[LEAVES];
        for (int i = 0; i < LEAVES; i++) {
            leaves[i] = "leaf" + i;
            for (String version : List.of("1.0", "1.10", "1.9")) {
                index.add(WheelBuilder.of(leaves[i], version).build());
            }
        }
        index.add(WheelBuilder.of("tree", "1.0").requires(leaves).build());
        index.add(WheelBuilder.of("more", "1.0").build());
        index.add(WheelBuilder.of("most", "1.0").requires("more").build());
        index.add(WheelBuilder.of("extra", "1.0").requires("leaf0", "most").build());
        return index;
    }

    WheelSetDeclaration set(List<String> names) {
        List<WheelDeclaration> wheels = names.stream()
                .map(name -> new WheelDeclaration(
                        "com.acme.Declared",
                        name,
                        name,
                        "test",
                        List.of(Platform.X86_64_LINUX),
                        List.of("3.12"),
                        "",
                        List.of(),
                        List.of(),
                        Provider.WHEEL))
                .toList();
        return new WheelSetDeclaration(
                "com.acme",
                List.of("3.12"),
                List.of(new TargetDeclaration(Platform.X86_64_LINUX, "2.39")),
                List.of(new SourceDeclaration("test", index.toString())),
                DependencyPolicy.WHEELS,
                ResolutionSettings.DEFAULT,
                wheels,
                List.of());
    }

    Path generated() {
        return home.resolve("generated");
    }

    Path result() {
        return home.resolve("target").resolve("result.json");
    }

    /** Resolves everything anew, and writes it. */
    GenerateOutcome generate(List<String> names, EventSink events) {
        return generate(names, Optional.empty(), events);
    }

    GenerateOutcome generate(List<String> names, Optional<Login> login, EventSink events) {
        return generate(names, login, false, events);
    }

    /** Resolves everything anew, and writes nothing. */
    GenerateOutcome dryRun(List<String> names, EventSink events) {
        return generate(names, Optional.empty(), true, events);
    }

    private GenerateOutcome generate(List<String> names, Optional<Login> login, boolean dryRun, EventSink events) {
        return Generate.run(request(names, new LockUpdate.UpgradeAll(), dryRun, access(login)), events);
    }

    GenerateRequest request(List<String> names, LockUpdate update, boolean dryRun, IndexAccess access) {
        return new GenerateRequest(
                set(names), generated(), result(), update, Optional.empty(), dryRun, SourceRoots.none(), access);
    }

    IndexAccess access(Optional<Login> login) {
        return new IndexAccess(cache, false, Map.of(), source -> login, cache.resolve(".netrc"), HttpOptions.DEFAULTS);
    }

    IndexAccess offline() {
        return new IndexAccess(
                cache, true, Map.of(), source -> Optional.empty(), cache.resolveSibling("netrc"), HttpOptions.DEFAULTS);
    }

    /** The names of what is in the project's directory. */
    List<String> names() {
        try (Stream<Path> all = Files.list(home)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
