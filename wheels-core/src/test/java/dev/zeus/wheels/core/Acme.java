// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.ExcuseDeclaration;
import dev.zeus.wheels.LibraryPolicy;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.check.WheelReading;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.question.LockQuery;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.core.setup.TargetChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A wheel set that a test declares piece by piece, and its runs. */
public final class Acme {
    private final Path home;
    private final List<SourceDeclaration> sources = new ArrayList<>();
    private final List<WheelDeclaration> wheels = new ArrayList<>();
    public final List<WheelsEvent> events = new ArrayList<>();
    private DependencyPolicy policy = DependencyPolicy.WHEELS;
    private ResolutionSettings settings = ResolutionSettings.DEFAULT;
    private LibraryPolicy libraries = LibraryPolicy.COMMON;
    private final Map<String, String> addresses = new HashMap<>();
    private List<TargetDeclaration> targets = List.of(new TargetDeclaration(Platform.X86_64_LINUX, "2.39"));
    private List<String> pythons = List.of("3.12");
    private List<ExcuseDeclaration> excuses = List.of();
    private List<EnvironmentDeclaration> environments = List.of();
    private List<PackageTest> tests = List.of();
    private boolean offline;
    private boolean attestations;

    public Acme(Path home) {
        this.home = home;
    }

    public Acme source(String name, URI url) {
        sources.add(new SourceDeclaration(name, url.toString()));
        return this;
    }

    /** A source that declares where its files are. */
    public Acme source(String name, URI url, List<String> files) {
        sources.add(new SourceDeclaration(name, url.toString(), SourceFormat.SIMPLE, false, files));
        return this;
    }

    public Acme closed(String name, URI url) {
        sources.add(new SourceDeclaration(name, url.toString(), SourceFormat.SIMPLE, true));
        return this;
    }

    public Acme flat(String name, String url) {
        sources.add(new SourceDeclaration(name, url, SourceFormat.FLAT, false));
        return this;
    }

    /** Other targets than one, for what is declared from here on. */
    public Acme targets(List<TargetDeclaration> on, String... with) {
        targets = on;
        pythons = List.of(with);
        return this;
    }

    /** Two targets of one Python that differ in system and machine. */
    public Acme onLinuxAndMac() {
        return targets(
                List.of(
                        new TargetDeclaration(Platform.X86_64_LINUX, "2.39"),
                        new TargetDeclaration(Platform.AARCH64_DARWIN, "14.0")),
                "3.12");
    }

    public Acme wheel(String name, String source) {
        return wheel(name, source, "");
    }

    public Acme wheel(String name, String source, String version) {
        return wheel(name, source, version, Provider.WHEEL);
    }

    public Acme wheel(String name, String source, String version, Provider provider) {
        return wheel(name, source, version, provider, List.of());
    }

    public Acme extras(String name, String source, String version, String... extras) {
        return wheel(name, source, version, Provider.WHEEL, List.of(extras));
    }

    private Acme wheel(String name, String source, String version, Provider provider, List<String> extras) {
        wheels.add(new WheelDeclaration(
                "com.acme." + name,
                name,
                name.replace('-', '_'),
                source,
                targets.stream().map(TargetDeclaration::platform).toList(),
                pythons,
                version,
                extras,
                tests,
                provider));
        return this;
    }

    /** The tests of what is declared from here on. */
    public Acme tests(PackageTest... values) {
        tests = List.of(values);
        return this;
    }

    public Acme excludeNewer(String text) {
        return settings(new ResolutionSettings(
                List.of(), List.of(), List.of(), ResolutionStrategy.HIGHEST, PrereleasePolicy.IF_NECESSARY, text));
    }

    public Acme settings(ResolutionSettings value) {
        settings = value;
        return this;
    }

    public Acme policy(DependencyPolicy value) {
        policy = value;
        return this;
    }

    public Acme libraries(LibraryPolicy value) {
        libraries = value;
        return this;
    }

    /** Records who published its files. */
    public Acme attestations() {
        attestations = true;
        return this;
    }

    public Acme excuses(ExcuseDeclaration... values) {
        excuses = List.of(values);
        return this;
    }

    public Acme environments(EnvironmentDeclaration... values) {
        environments = List.of(values);
        return this;
    }

    /** Reads a source at another address than the declared one. */
    public Acme mirror(String source, URI url) {
        addresses.put(source, url.toString());
        return this;
    }

    public Acme offline() {
        offline = true;
        return this;
    }

    public GenerateOutcome generate(LockUpdate update) {
        return generate(update, Optional.empty());
    }

    /** What a run would do. */
    public GenerateOutcome dryRun() {
        return generate(new LockUpdate.Keep(), Optional.empty(), true);
    }

    public GenerateOutcome generate(LockUpdate update, Optional<String> cutoff) {
        return generate(update, cutoff, false);
    }

    private GenerateOutcome generate(LockUpdate update, Optional<String> cutoff, boolean dry) {
        return Generate.run(
                new GenerateRequest(
                        set(),
                        home.resolve("generated"),
                        home.resolve("result.json"),
                        update,
                        cutoff,
                        dry,
                        new SourceRoots(home, List.of(home.resolve("src"))),
                        access(HttpOptions.DEFAULTS),
                        Optional.of(home.resolve("nixpkgs-snapshot.json"))),
                this::add);
    }

    /** An audit that does not wait long for an index in trouble. */
    public AuditOutcome audit(String ignored) {
        return audit(ignored, false);
    }

    public AuditOutcome audit(String ignored, boolean allowsUnknown) {
        return audit(ignored, allowsUnknown, Optional.empty());
    }

    /** An audit by a database of advisories. */
    public AuditOutcome audit(String ignored, boolean allowsUnknown, Optional<Path> database) {
        return Audit.run(
                new AuditRequest(
                        set(),
                        home.resolve("generated"),
                        home.resolve("result.json"),
                        AuditRequest.ids(ignored),
                        allowsUnknown,
                        database,
                        new SourceRoots(home, List.of(home.resolve("src"))),
                        access(HttpOptions.DEFAULTS.withTries(2, Duration.ofMillis(1)))),
                this::add);
    }

    /** A check without Nix of the wheels of some targets. */
    public VerifyOutcome verify(TargetChoice choice) {
        return verify(choice, false, Optional.empty());
    }

    /** One that records which modules import alone. */
    public VerifyOutcome recordImports() {
        return recordImports(Optional.empty());
    }

    /** One that has Nix build a flake then. */
    public VerifyOutcome recordImports(Optional<Path> flake) {
        return verify(TargetChoice.ALL, true, flake);
    }

    private VerifyOutcome verify(TargetChoice choice, boolean recordsImports, Optional<Path> flake) {
        return Verify.run(
                new VerifyRequest(
                        locked(choice),
                        home.resolve("result.json"),
                        flake,
                        Map.of(),
                        new SourceRoots(home, List.of(home.resolve("src"))),
                        false,
                        recordsImports),
                this::add);
    }

    /** What is locked of it, as a question looks at it. */
    public LockQuery query() {
        return new LockQuery(set(), home.resolve("generated"), new SourceRoots(home, List.of(home.resolve("src"))));
    }

    /** What is locked of it, as a check looks at it. */
    public LockedWheels locked() {
        return locked(TargetChoice.ALL);
    }

    private LockedWheels locked(TargetChoice choice) {
        return new LockedWheels(
                set(),
                home.resolve("generated"),
                choice,
                "",
                List.of(),
                WheelReading.WHOLE,
                access(HttpOptions.DEFAULTS),
                Optional.of(home.resolve("nixpkgs-snapshot.json")));
    }

    public WheelSetDeclaration set() {
        return new WheelSetDeclaration("com.acme", pythons, targets, sources, policy, settings, wheels, List.of())
                .withLibraries(libraries)
                .withExcuses(excuses)
                .withEnvironments(environments)
                .withAttestations(attestations);
    }

    public IndexAccess access() {
        return access(HttpOptions.DEFAULTS);
    }

    private IndexAccess access(HttpOptions http) {
        return new IndexAccess(
                home.resolve("cache"), offline, addresses, source -> Optional.empty(), home.resolve(".netrc"), http);
    }

    private void add(WheelsEvent event) {
        synchronized (events) {
            events.add(event);
        }
    }

    public Lock lock() {
        try {
            return Lock.parse(Files.readString(home.resolve("generated").resolve(GeneratedFiles.LOCK_FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> versions() {
        return lock().packages().stream()
                .map(locked -> locked.name() + " " + locked.version() + " from " + locked.source())
                .toList();
    }
}
