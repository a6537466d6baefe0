// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.LicensePolicy;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.WheelInspection;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.http.DiskCache;
import dev.zeus.wheels.core.http.Http;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.lock.LibraryFacts;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.ModuleFacts;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.ImportNames;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.core.wheel.WheelStore;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.python.WheelFilename;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.LoopbackIndex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Wheels on a loopback index, and a lock of them for one target. */
final class CheckFixture implements AutoCloseable {
    final LoopbackIndex index = LoopbackIndex.start();
    final List<WheelsEvent> events = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<LockedPackage> packages = new ArrayList<>();
    private final List<WheelInspection> inspections = new ArrayList<>();
    private final Map<PackageName, RecipeDeclaration> recipes = new TreeMap<>();
    private final Set<PackageName> alongside = new TreeSet<>();
    private LicensePolicy licenses = LicensePolicy.ANY;
    private WheelReading reading = WheelReading.WHOLE;
    private Optional<LibraryFacts> libraries = Optional.empty();
    private final Path directory;
    private final Target target;

    CheckFixture(Path directory, String python) {
        this(
                directory,
                new Target(
                        python,
                        Arrays.stream(Platform.values())
                                .filter(platform -> platform.system().equals(HostSystem.name()))
                                .findFirst()
                                .orElse(Platform.X86_64_LINUX),
                        "2.99"));
    }

    CheckFixture(Path directory, Target target) {
        this.directory = directory;
        this.target = target;
    }

    /** Declares how Nix builds a package. */
    CheckFixture recipe(String name, RecipeDeclaration recipe) {
        recipes.put(PackageName.parse(name), recipe);
        return this;
    }

    /** Locks a package that is there only because others require it. */
    CheckFixture alongside(BuiltWheel wheel) {
        alongside.add(PackageName.parse(wheel.project()));
        return lock(wheel);
    }

    /** Locks what wheels need as if it had been read. */
    CheckFixture read(LibraryFacts facts) {
        libraries = Optional.of(facts);
        return this;
    }

    /** Allows some licences only. */
    CheckFixture allow(LicensePolicy policy) {
        licenses = policy;
        return this;
    }

    /** Asks a check of one's own as well. */
    CheckFixture inspect(WheelInspection inspection) {
        inspections.add(inspection);
        return this;
    }

    /** Reads wheels of so many bytes or more in parts. */
    CheckFixture partsFrom(long bytes) {
        reading = new WheelReading(bytes);
        return this;
    }

    Target target() {
        return target;
    }

    /** Serves a wheel and locks it as it is, with dependencies as the lock should have them. */
    CheckFixture lock(BuiltWheel wheel, LockedDependency... dependencies) {
        return lock(wheel, new Sha256(wheel.sha256()), new TreeMap<>(), dependencies);
    }

    CheckFixture lock(
            BuiltWheel wheel,
            Sha256 sha256,
            SortedMap<ExtraName, List<LockedDependency>> extras,
            LockedDependency... dependencies) {
        return lock(wheel, sha256, extras, modules(wheel), List.of(dependencies));
    }

    /** What wheels:generate locks; of what is no archive or installs nothing, the project's name. */
    private static List<String> modules(BuiltWheel wheel) {
        List<String> paths = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(wheel.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                paths.add(entry.getName());
            }
        } catch (IOException | IllegalArgumentException e) {
            return List.of(wheel.project());
        }
        List<String> modules = ImportNames.of(paths, List.of());
        return modules.isEmpty() ? List.of(wheel.project()) : modules;
    }

    /** As {@link #lock(BuiltWheel, LockedDependency...)}, with modules of other names than the project's. */
    CheckFixture lock(BuiltWheel wheel, List<String> modules) {
        return lock(wheel, new Sha256(wheel.sha256()), new TreeMap<>(), modules, List.of());
    }

    private CheckFixture lock(
            BuiltWheel wheel,
            Sha256 sha256,
            SortedMap<ExtraName, List<LockedDependency>> extras,
            List<String> modules,
            List<LockedDependency> dependencies) {
        index.add(wheel);
        WheelFilename filename = WheelFilename.parse(wheel.filename());
        SortedSet<String> targets = new TreeSet<>(Set.of(target.id()));
        packages.add(new LockedPackage(
                filename.name(),
                Version.parse(wheel.version()),
                "acme",
                index.uri(),
                Optional.of(wheel.requiresPython())
                        .filter(text -> !text.isEmpty())
                        .map(VersionSpecifiers::parse),
                targets,
                dependencies,
                extras,
                List.of(new LockedWheel(
                        filename,
                        index.server().uri().resolve("/files/" + wheel.filename()),
                        sha256,
                        OptionalLong.empty(),
                        Optional.empty(),
                        targets)),
                Optional.empty(),
                ModuleFacts.of(modules).with(libraries)));
        return this;
    }

    LockedDependency on(String name, String... extras) {
        SortedSet<ExtraName> wanted = new TreeSet<>();
        for (String extra : extras) {
            wanted.add(ExtraName.parse(extra));
        }
        return new LockedDependency(PackageName.parse(name), wanted, new TreeSet<>(Set.of(target.id())));
    }

    List<CheckResult> run(HostPythons pythons) {
        return checks(pythons).run(request());
    }

    /** What imports alone, each package with what it requires on the path. */
    ImportRecord importsAlone(HostPythons pythons, Duration limit) {
        Map<PackageName, Set<PackageName>> closures = closures();
        return checks(pythons)
                .importsAlone(
                        request(),
                        (name, target) -> Stream.concat(Stream.of(name), closures.getOrDefault(name, Set.of()).stream())
                                .collect(Collectors.toCollection(TreeSet::new)),
                        limit)
                .get(0);
    }

    CheckRequest request() {
        Lock lock = new Lock(new LockInputs(""), Optional.empty(), List.of(target), packages);
        Map<PackageName, Set<PackageTest>> tests = new TreeMap<>();
        packages.stream()
                .map(LockedPackage::name)
                .filter(name -> !alongside.contains(name))
                .forEach(name -> tests.put(name, Set.of(PackageTest.values())));
        return new CheckRequest(lock, List.of(target), tests, recipes, closures(), licenses, inspections, reading);
    }

    /** What each package requires, by way of others, too. */
    private Map<PackageName, Set<PackageName>> closures() {
        Map<PackageName, Set<PackageName>> closures = new TreeMap<>();
        for (int round = 0; round <= packages.size(); round++) {
            for (LockedPackage locked : packages) {
                Set<PackageName> closure = closures.computeIfAbsent(locked.name(), name -> new TreeSet<>());
                locked.dependencies().forEach(dependency -> {
                    closure.add(dependency.name());
                    closure.addAll(Set.copyOf(closures.getOrDefault(dependency.name(), Set.of())));
                });
            }
        }
        return closures;
    }

    /** Without a Python of this machine. */
    List<CheckResult> run() {
        return run(new HostPythons(List.of(), List.of()));
    }

    /** What parts tell of the first wheel; empty where it must be read whole. */
    Optional<CheckedWheel> inParts() {
        return inParts(packages.get(0).wheels().get(0).url());
    }

    /** As {@link #inParts()}, of a wheel that is locked at another address. */
    Optional<CheckedWheel> inParts(URI url) {
        LockedPackage locked = packages.get(0);
        LockedWheel wheel = locked.wheels().get(0);
        return new PartlyRead(store(), reading, events::add)
                .of(
                        locked,
                        new LockedWheel(
                                wheel.filename(),
                                url,
                                wheel.sha256(),
                                wheel.size(),
                                wheel.uploadTime(),
                                wheel.targets()));
    }

    private WheelChecks checks(HostPythons pythons) {
        return new WheelChecks(store(), pythons, threads, events::add);
    }

    private WheelStore store() {
        HttpOptions options =
                HttpOptions.DEFAULTS.withTries(1, Duration.ofMillis(1)).withTrustedHosts(Set.of("127.0.0.1"));
        Http http = Http.open(options, new DiskCache(directory, events::add), events::add);
        return new WheelStore(directory, http, threads, events::add);
    }

    /** What failed, with its codes. */
    static Map<Check, String> failures(List<CheckResult> results) {
        Map<Check, String> codes = new TreeMap<>();
        for (CheckResult result : results) {
            if (result.outcome() instanceof Outcome.Failed failed) {
                assertThat(failed.problem().hint()).isNotBlank();
                codes.merge(result.check(), failed.problem().code(), (first, next) -> first + " " + next);
            }
        }
        return codes;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        index.close();
    }
}
