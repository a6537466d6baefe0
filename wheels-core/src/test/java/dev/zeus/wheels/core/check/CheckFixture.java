package dev.zeus.wheels.core.check;

import dev.zeus.wheels.LicensePolicy;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.WheelInspection;
import dev.zeus.wheels.core.http.DiskCache;
import dev.zeus.wheels.core.http.Http;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.lock.LibraryFacts;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.core.wheel.WheelStore;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.python.WheelFilename;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.LoopbackIndex;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Wheels on a loopback index, and a lock of them for one target. */
final class CheckFixture implements AutoCloseable {
    final LoopbackIndex index = LoopbackIndex.start();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<LockedPackage> packages = new ArrayList<>();
    private final List<WheelInspection> inspections = new ArrayList<>();
    private final Map<PackageName, RecipeDeclaration> recipes = new TreeMap<>();
    private LicensePolicy licenses = LicensePolicy.ANY;
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
        return lock(wheel, sha256, extras, List.of(wheel.project()), List.of(dependencies));
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
                new PackageFacts(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        modules,
                        Optional.empty(),
                        libraries)));
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
        Lock lock = new Lock(new LockInputs(""), Optional.empty(), List.of(target), packages);
        return checks(pythons).run(new CheckRequest(lock, List.of(target), Map.of(), recipes, licenses, inspections));
    }

    /** Without a Python of this machine. */
    List<CheckResult> run() {
        return run(new HostPythons(List.of(), List.of()));
    }

    private WheelChecks checks(HostPythons pythons) {
        HttpOptions options =
                HttpOptions.DEFAULTS.withTries(1, Duration.ofMillis(1)).withTrustedHosts(Set.of("127.0.0.1"));
        Http http = Http.open(options, new DiskCache(directory, event -> {}), event -> {});
        return new WheelChecks(new WheelStore(directory, http, threads, event -> {}), pythons, threads, event -> {});
    }

    @Override
    public void close() {
        threads.shutdownNow();
        index.close();
    }
}
