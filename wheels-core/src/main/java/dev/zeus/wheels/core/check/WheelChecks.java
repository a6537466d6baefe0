// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.core.wheel.WheelStore;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PlatformTag.Floor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/**
 * Asks every {@link Check} about the locked packages of some targets.
 *
 * <p>Example: {@code new WheelChecks(store, HostPythons.ofThisMachine(""), executor, events).run(request)}. Each wheel
 * is fetched and read once, however many targets install it. A wheel that cannot be fetched is not run, not failed:
 * only a wheel with other bytes than locked fails.
 */
public final class WheelChecks {
    private static final String TASK = "check";

    private final WheelStore store;
    private final HostPythons pythons;
    private final Executor executor;
    private final EventSink events;

    public WheelChecks(WheelStore store, HostPythons pythons, Executor executor, EventSink events) {
        this.store = store;
        this.pythons = pythons;
        this.executor = executor;
        this.events = events;
    }

    /** The answers, sorted by package, target and check. */
    public List<CheckResult> run(CheckRequest request) {
        Map<Sha256, CompletableFuture<CheckedWheel>> wheels = fetch(request);
        List<CheckResult> results = new ArrayList<>();
        List<CompletableFuture<List<CheckResult>>> onHost = new ArrayList<>();
        for (Target target : request.targets()) {
            InstalledWheels installed = new InstalledWheels(request, target, installed(request, target, wheels));
            onHost.add(CompletableFuture.supplyAsync(
                    () -> new HostChecks(installed, store.memories()).run(pythons, events)));
            results.addAll(onTarget(installed));
        }
        onHost.forEach(each -> results.addAll(each.join()));
        events.accept(new WheelsEvent.Finished(TASK, results.size() + " checks"));
        return results.stream().sorted().toList();
    }

    /**
     * Imports the packages of the targets that this machine can run, each with nothing but what it requires.
     *
     * @param paths the packages that are on the path of one on a target; none where nothing is built of it
     */
    public List<ImportRecord> importsAlone(
            CheckRequest request, BiFunction<PackageName, String, Set<PackageName>> paths) {
        return importsAlone(request, paths, HostImports.LIMIT);
    }

    /** As {@link #importsAlone(CheckRequest, BiFunction)}, with another limit for each package. */
    List<ImportRecord> importsAlone(
            CheckRequest request, BiFunction<PackageName, String, Set<PackageName>> paths, Duration limit) {
        Map<Sha256, CompletableFuture<CheckedWheel>> wheels = fetch(request);
        List<ImportRecord> records = request.targets().stream()
                .filter(target -> target.system().equals(HostSystem.name()))
                .map(target -> new AloneImports(
                                new InstalledWheels(request, target, installed(request, target, wheels)), paths, limit)
                        .record(pythons))
                .toList();
        events.accept(new WheelsEvent.Finished(TASK, ""));
        return records;
    }

    private Map<Sha256, CompletableFuture<CheckedWheel>> fetch(CheckRequest request) {
        Optional<PartlyRead> none = Optional.empty();
        Optional<PartlyRead> parts = Optional.of(request.reading())
                .filter(reading -> !reading.equals(WheelReading.WHOLE))
                .map(reading -> new PartlyRead(store, reading, events));
        Map<Sha256, CompletableFuture<CheckedWheel>> wheels = new LinkedHashMap<>();
        for (Target target : request.targets()) {
            for (LockedPackage locked : request.packages(target)) {
                wheelOf(locked, target)
                        .ifPresent(wheel -> wheels.computeIfAbsent(
                                wheel.sha256(),
                                hash -> CompletableFuture.supplyAsync(
                                        () -> look(
                                                locked,
                                                wheel,
                                                request.leastFloor(wheel),
                                                request.mayRunHere(wheel) ? none : parts),
                                        executor)));
            }
        }
        events.accept(new WheelsEvent.Started(TASK, wheels.size()));
        return wheels;
    }

    private static Optional<LockedWheel> wheelOf(LockedPackage locked, Target target) {
        return locked.wheels().stream()
                .filter(wheel -> wheel.targets().contains(target.id()))
                .findFirst();
    }

    private static List<CheckedWheel> installed(
            CheckRequest request, Target target, Map<Sha256, CompletableFuture<CheckedWheel>> wheels) {
        List<CheckedWheel> installed = new ArrayList<>();
        for (LockedPackage locked : request.packages(target)) {
            wheelOf(locked, target)
                    .map(wheel -> wheels.get(wheel.sha256()))
                    .ifPresent(wheel -> installed.add(wheel.join()));
        }
        return installed;
    }

    private CheckedWheel look(
            LockedPackage locked, LockedWheel wheel, Optional<Floor> least, Optional<PartlyRead> parts) {
        try {
            return parts.flatMap(each -> each.of(locked, wheel))
                    .orElseGet(() -> CheckedWheel.of(locked, wheel, least, store));
        } finally {
            events.accept(new WheelsEvent.Advanced(TASK, wheel.filename().text()));
        }
    }

    private List<CheckResult> onTarget(InstalledWheels installed) {
        Target target = installed.target();
        List<CheckResult> results = new ArrayList<>();
        for (LockedPackage locked : installed.request().packages(target)) {
            if (locked.sdist().isPresent()) {
                Outcome hash = SourceBuilds.hash(locked.sdist().get(), store);
                results.add(new CheckResult(locked.name(), Check.HASH, target.id(), hash));
            } else if (wheelOf(locked, target).isEmpty()) {
                results.add(new CheckResult(locked.name(), Check.HASH, target.id(), withoutWheel(locked, target)));
            }
        }
        results.addAll(new TargetChecks(installed).run());
        return results;
    }

    private static Outcome withoutWheel(LockedPackage locked, Target target) {
        return new Outcome.Failed(new Problem(
                CheckProblem.NO_WHEEL,
                "the lock installs \"" + locked.name() + "\" on " + target.id() + " but names no wheel for it",
                "run mvn wheels:generate to lock it again"));
    }
}
