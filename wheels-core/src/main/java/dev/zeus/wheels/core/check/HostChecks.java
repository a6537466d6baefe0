package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** The checks of one target that need a Python of this machine: imports and reported versions. */
final class HostChecks {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final CheckRequest request;
    private final Target target;
    private final List<CheckedWheel> wheels;
    private final Path memories;
    private final SourceBuilds built;

    /**
     * Checks of a target with the wheels that it installs.
     *
     * @param memories where is noted what has passed before
     */
    HostChecks(CheckRequest request, Target target, List<CheckedWheel> wheels, Path memories) {
        this.request = request;
        this.target = target;
        this.wheels = wheels;
        this.memories = memories;
        this.built = new SourceBuilds(request.packages(target), target);
    }

    List<CheckResult> run(HostPythons pythons, Executor executor, EventSink events) {
        if (!target.system().equals(HostSystem.name())) {
            return notRun("this machine is " + HostSystem.name());
        }
        Optional<HostPython> python = pythons.find(target.python());
        if (python.isEmpty()) {
            return notRun("no Python " + target.python() + " answers on this machine");
        }
        Optional<CheckedWheel> missing =
                wheels.stream().filter(wheel -> wheel.file().isEmpty()).findFirst();
        if (missing.isPresent()) {
            return notRun("\"" + missing.get().wheel().filename() + "\" is not at hand");
        }
        Optional<PassedImports> memory =
                PassedImports.of(memories, python.get(), target, wheels, modules(python.get()));
        if (memory.filter(PassedImports::recall).isPresent()) {
            events.accept(new WheelsEvent.Finished(
                    "import " + target.id(),
                    "Imports on " + target.id() + " have passed before: the same wheels, Python and system"));
            return passedBefore(python.get());
        }
        try (SiteDirectory site = SiteDirectory.create()) {
            for (CheckedWheel wheel : wheels) {
                site.install(wheel.file().orElseThrow());
            }
            return ask(python.get(), new SitePython(python.get(), site), executor, memory);
        } catch (IOException e) {
            return notRun("the wheels cannot be unpacked: " + e.getMessage());
        }
    }

    private List<CheckResult> notRun(String reason) {
        List<CheckResult> results = new ArrayList<>();
        for (CheckedWheel wheel : wheels) {
            add(results, wheel, Check.IMPORT, new Outcome.NotRun(reason));
            add(results, wheel, Check.VERSION, new Outcome.NotRun(reason));
        }
        return results;
    }

    private void add(List<CheckResult> results, CheckedWheel wheel, Check check, Outcome outcome) {
        PackageName name = wheel.locked().name();
        if (request.wants(name, check)) {
            results.add(new CheckResult(name, check, target.id(), outcome));
        }
    }

    private List<CheckResult> passedBefore(HostPython python) {
        List<CheckResult> results = new ArrayList<>();
        for (CheckedWheel wheel : wheels) {
            add(results, wheel, Check.IMPORT, unasked(python, wheel).orElseGet(Outcome.Passed::new));
            add(results, wheel, Check.VERSION, new Outcome.Passed());
        }
        return results;
    }

    private List<CheckResult> ask(HostPython python, SitePython site, Executor executor, Optional<PassedImports> memory)
            throws IOException {
        Duration limit = LIMIT.plusSeconds(wheels.size());
        ImportFailures together =
                ImportFailures.parse(site.imported(modules(python), limit).output());
        List<CompletableFuture<Outcome>> imports = wheels.stream()
                .map(wheel ->
                        CompletableFuture.supplyAsync(() -> importOutcome(python, site, wheel, together), executor))
                .toList();
        Map<String, String> versions = site.versions(
                wheels.stream().map(wheel -> wheel.locked().name().value()).toList(), LIMIT);
        List<CheckResult> results = new ArrayList<>();
        boolean allPassed = together.spare(modules(python));
        for (int i = 0; i < wheels.size(); i++) {
            CheckedWheel wheel = wheels.get(i);
            Outcome version = versionOutcome(wheel.locked(), versions);
            allPassed &= version instanceof Outcome.Passed;
            add(results, wheel, Check.IMPORT, imports.get(i).join());
            add(results, wheel, Check.VERSION, version);
        }
        if (allPassed) {
            memory.ifPresent(PassedImports::remember);
        }
        return results;
    }

    /**
     * What one process imports all at once, which is the usual case and costs a tenth of a process for each package.
     * What fails there is asked by itself, so that the answer names the right package; where the process ends before it
     * could say what fails, every package is.
     */
    private List<String> modules(HostPython python) {
        return wheels.stream()
                .filter(wheel -> unasked(python, wheel).isEmpty())
                .flatMap(wheel -> wheel.locked().facts().imports().stream())
                .toList();
    }

    /** Why nobody asks for an import. */
    private Optional<Outcome> unasked(HostPython python, CheckedWheel wheel) {
        if (!request.wants(wheel.locked().name(), Check.IMPORT)) {
            return Optional.of(new Outcome.NotRun("not wanted"));
        }
        if (wheel.locked().facts().imports().isEmpty()) {
            return Optional.of(new Outcome.NotRun("the lock names no module of it"));
        }
        Optional<PackageName> source = built.neededBy(wheel.locked().name());
        if (source.isPresent()) {
            return Optional.of(new Outcome.NotRun("it needs \"" + source.get() + "\", which Nix builds from source"));
        }
        return python.asTarget(target).tags().rank(wheel.wheel().filename()).isPresent()
                ? Optional.empty()
                : Optional.of(new Outcome.NotRun(
                        "this machine is older than \"" + wheel.wheel().filename() + "\" wants: " + python.floor()));
    }

    private Outcome importOutcome(HostPython python, SitePython site, CheckedWheel wheel, ImportFailures together) {
        Optional<Outcome> unasked = unasked(python, wheel);
        List<String> modules = wheel.locked().facts().imports();
        if (unasked.isPresent() || together.spare(modules)) {
            return unasked.orElseGet(Outcome.Passed::new);
        }
        String file = wheel.wheel().filename().text();
        try {
            Subprocess.Result said = site.imported(modules, LIMIT);
            ImportFailures failures = ImportFailures.parse(said.output());
            if (failures.spare(modules) || worksForItsUsers(site, wheel.locked())) {
                return new Outcome.Passed();
            }
            String reason = said.timedOut()
                    ? "it took longer than " + LIMIT.toSeconds() + " s"
                    : failures.first().orElseGet(said::lastLine);
            Optional<String> excuse = request.isBroughtAlong(wheel.locked().name())
                    ? failures.onlyWanting()
                    : failures.onlyOptional(wheel, modules.size());
            return excuse.<Outcome>map(Outcome.NotRun::new)
                    .orElseGet(() -> failed(python, file, said.timedOut(), reason));
        } catch (IOException e) {
            return new Outcome.NotRun("Python cannot be run: " + e.getMessage());
        }
    }

    /**
     * Whether it can be imported after the packages that need it: some are parts of another package, which is to be
     * imported first, such as psycopg-binary.
     */
    private boolean worksForItsUsers(SitePython site, LockedPackage locked) throws IOException {
        List<String> modules = new ArrayList<>();
        for (LockedPackage user : request.packages(target)) {
            if (dependencies(user).anyMatch(name -> name.equals(locked.name()))) {
                modules.addAll(user.facts().imports());
            }
        }
        if (modules.isEmpty()) {
            return false;
        }
        modules.addAll(locked.facts().imports());
        return ImportFailures.parse(site.imported(modules, LIMIT).output())
                .spare(locked.facts().imports());
    }

    private Stream<PackageName> dependencies(LockedPackage locked) {
        return Stream.concat(
                        locked.dependencies().stream(),
                        locked.optionalDependencies().values().stream().flatMap(List::stream))
                .filter(dependency -> dependency.targets().contains(target.id()))
                .map(LockedDependency::name);
    }

    private Outcome failed(HostPython python, String file, boolean timedOut, String reason) {
        return new Outcome.Failed(new Problem(
                timedOut ? "C402" : "C401",
                "\"" + file + "\" cannot be imported by Python " + target.python() + ": " + reason,
                "try " + python.executable() + " with the lock in a fresh environment"));
    }

    private static Outcome versionOutcome(LockedPackage locked, Map<String, String> versions) {
        String reported = versions.getOrDefault(locked.name().value(), "-");
        try {
            if (Version.parse(reported).equals(locked.version())) {
                return new Outcome.Passed();
            }
        } catch (PackagingParseException e) {
            // Said below with the text itself.
        }
        return new Outcome.Failed(new Problem(
                "C403",
                "importlib.metadata reports \"" + reported + "\" for \"" + locked.name() + "\", expected "
                        + locked.version(),
                "use another version of the package, and tell its authors"));
    }
}
