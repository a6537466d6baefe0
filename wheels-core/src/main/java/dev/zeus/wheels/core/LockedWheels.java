// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.WheelInspection;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.check.CheckRequest;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Excuses;
import dev.zeus.wheels.core.check.HostPythons;
import dev.zeus.wheels.core.check.ImportRecord;
import dev.zeus.wheels.core.check.WheelChecks;
import dev.zeus.wheels.core.check.WheelReading;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.index.Mirrors;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.locking.FilePlaces;
import dev.zeus.wheels.core.locking.LockedPlaces;
import dev.zeus.wheels.core.locking.NixpkgsChoice;
import dev.zeus.wheels.core.output.FileDiff;
import dev.zeus.wheels.core.render.BuildClosures;
import dev.zeus.wheels.core.render.ImportPaths;
import dev.zeus.wheels.core.setup.GoalProblem;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.core.setup.TargetChoice;
import dev.zeus.wheels.core.wheel.WheelStore;
import dev.zeus.wheels.python.PackageName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The wheels that a wheel set has locked, and which checks are asked of them.
 *
 * @param set the declarations
 * @param outputDirectory the generated directory
 * @param choice the targets whose wheels are looked at
 * @param pythons where host Pythons are, besides the {@code PATH}
 * @param inspections the user's own checks
 * @param reading how much of the wheels is read
 * @param access how the indexes are reached
 * @param snapshot the file of the versions in nixpkgs, which may be absent; empty if the set does not use it
 */
public record LockedWheels(
        WheelSetDeclaration set,
        Path outputDirectory,
        TargetChoice choice,
        String pythons,
        List<WheelInspection> inspections,
        WheelReading reading,
        IndexAccess access,
        Optional<Path> snapshot) {
    /** About a screen: enough to see what kind of change it is. */
    private static final int LONGEST_DIFF = 60;

    public LockedWheels {
        inspections = List.copyOf(inspections);
    }

    /** Those of a module whose snapshot of nixpkgs is not asked for, read whole. */
    public LockedWheels(
            WheelSetDeclaration set,
            Path outputDirectory,
            TargetChoice choice,
            String pythons,
            List<WheelInspection> inspections,
            IndexAccess access) {
        this(set, outputDirectory, choice, pythons, inspections, WheelReading.WHOLE, access, Optional.empty());
    }

    /**
     * The lock, once it is shown to answer the declarations and to render to exactly the files that are there.
     *
     * @throws WheelsException C101 where files or lock are out of date, N305 if the set needs a snapshot of nixpkgs and
     *     there is none, L301 if that cannot be read, L106, L107 and L204 where files come from elsewhere
     */
    public Lock lock(EventSink events) {
        SortedMap<String, String> present = GeneratedFiles.in(outputDirectory).read();
        String text = present.get(GeneratedFiles.LOCK_FILE);
        if (text == null) {
            throw drift("there is no \"" + outputDirectory.resolve(GeneratedFiles.LOCK_FILE) + "\"");
        }
        Lock lock = Lock.parse(text);
        if (!lock.inputs().equals(LockInputs.of(set))) {
            throw drift("the declarations have changed since pylock.toml was resolved");
        }
        if (snapshot.isPresent() && !NixpkgsChoice.isOf(lock, NixpkgsChoice.of(set, snapshot))) {
            throw drift("\"" + snapshot.get().getFileName()
                    + "\", the versions in nixpkgs, has changed since pylock.toml was resolved");
        }
        List<String> diff =
                FileDiff.between(present, GeneratedFiles.of(set, lock, outputDirectory, SourceRoots.none()));
        if (!diff.isEmpty()) {
            String shown = String.join("\n", diff.subList(0, Math.min(LONGEST_DIFF, diff.size())));
            String more = diff.size() > LONGEST_DIFF ? "\n… and " + (diff.size() - LONGEST_DIFF) + " lines more" : "";
            throw drift("the generated files do not match the lock:\n" + shown + more + "\n");
        }
        for (Problem problem : new FilePlaces(set, outputDirectory, access, events).problems(lock)) {
            throw new WheelsException(problem);
        }
        events.accept(new WheelsEvent.Finished("drift", "Generated files match the lock"));
        return lock;
    }

    private static WheelsException drift(String message) {
        return new WheelsException(new Problem(GoalProblem.OUT_OF_DATE, message, "run: mvn wheels:generate"));
    }

    /** The targets of a lock that are chosen, in its order. */
    public List<Target> targets(Lock lock) {
        return lock.targets().stream().filter(choice::includes).toList();
    }

    /** Asks all checks of the chosen targets; the answers are sorted by package, target and check. */
    public List<CheckResult> check(Lock lock, EventSink events) {
        List<CheckResult> results = with(lock, events, checks -> checks.run(request(lock)));
        return new Excuses(set.excuses()).apply(results, lock, targets(lock), events);
    }

    /** Imports each package with what it requires, on those of the chosen targets that this machine can run. */
    List<ImportRecord> importsAlone(Lock lock, EventSink events) {
        ImportPaths paths = new ImportPaths(set, lock);
        return with(
                lock,
                events,
                checks -> checks.importsAlone(
                        request(lock), (name, target) -> paths.of(name, target).keySet()));
    }

    private <A> A with(Lock lock, EventSink events, Function<WheelChecks, A> question) {
        ExecutorService executor =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (PackageIndexes indexes = access.open(set.sources(), outputDirectory, events)) {
            Set<String> mirrored = access.mirrored(set.sources(), outputDirectory);
            WheelStore store = indexes.wheels().with(new Mirrors(indexes, mirrored, LockedPlaces.owners(lock)));
            return question.apply(new WheelChecks(store, HostPythons.ofThisMachine(pythons), executor, events));
        } finally {
            executor.shutdownNow();
        }
    }

    private CheckRequest request(Lock lock) {
        return new CheckRequest(
                lock,
                targets(lock),
                tests(),
                recipes(),
                BuildClosures.of(set, lock),
                set.licenses(),
                inspections,
                reading);
    }

    private Map<PackageName, Set<PackageTest>> tests() {
        Map<PackageName, Set<PackageTest>> tests = new TreeMap<>();
        set.wheels()
                .forEach(wheel -> tests.computeIfAbsent(new PackageName(wheel.name()), name -> new TreeSet<>())
                        .addAll(wheel.tests()));
        return tests;
    }

    private Map<PackageName, RecipeDeclaration> recipes() {
        Map<PackageName, RecipeDeclaration> recipes = new TreeMap<>();
        // Asked about on Linux only, where one of those that are declared by platform is.
        set.wheels().stream()
                .filter(wheel -> wheel.platforms().stream().anyMatch(platform -> platform.isLinux())
                        || wheel.platforms().contains(Platform.UNIVERSAL))
                .forEach(wheel -> recipes.putIfAbsent(new PackageName(wheel.name()), wheel.recipe()));
        return recipes;
    }
}
