package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.BrokenWheelException;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.core.wheel.WheelStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

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
        for (Target target : request.targets()) {
            List<CheckedWheel> installed = installed(request, target, wheels);
            results.addAll(onTarget(request, target, installed));
            results.addAll(new HostChecks(request, target, installed).run(pythons, executor));
        }
        events.accept(new WheelsEvent.Finished(TASK, results.size() + " checks"));
        return results.stream().sorted().toList();
    }

    private Map<Sha256, CompletableFuture<CheckedWheel>> fetch(CheckRequest request) {
        Map<Sha256, CompletableFuture<CheckedWheel>> wheels = new LinkedHashMap<>();
        for (Target target : request.targets()) {
            for (LockedPackage locked : request.packages(target)) {
                wheelOf(locked, target)
                        .ifPresent(wheel -> wheels.computeIfAbsent(
                                wheel.sha256(),
                                hash -> CompletableFuture.supplyAsync(() -> look(locked, wheel), executor)));
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

    /** What holds for a wheel everywhere. */
    private CheckedWheel look(LockedPackage locked, LockedWheel wheel) {
        String name = wheel.filename().text();
        try {
            Path file = store.fetch(wheel.url(), wheel.sha256(), wheel.size());
            Outcome record = read(file, archive -> RecordCheck.problem(archive, name));
            return new CheckedWheel(locked, wheel, Optional.of(file), new Outcome.Passed(), record);
        } catch (BrokenWheelException e) {
            Outcome unread = new Outcome.NotRun("\"" + name + "\" is not the locked wheel");
            return new CheckedWheel(locked, wheel, Optional.empty(), new Outcome.Failed(e.problem()), unread);
        } catch (WheelsException e) {
            Outcome unread = new Outcome.NotRun(
                    "\"" + name + "\" cannot be fetched: " + e.problem().message());
            return new CheckedWheel(locked, wheel, Optional.empty(), unread, unread);
        } finally {
            events.accept(new WheelsEvent.Advanced(TASK, name));
        }
    }

    private static Outcome read(Path file, Function<WheelArchive, Optional<Problem>> question) {
        try (WheelArchive archive = WheelArchive.open(file)) {
            return question.apply(archive).<Outcome>map(Outcome.Failed::new).orElseGet(Outcome.Passed::new);
        } catch (WheelsException e) {
            return new Outcome.Failed(e.problem());
        }
    }

    private static List<CheckResult> onTarget(CheckRequest request, Target target, List<CheckedWheel> wheels) {
        MetadataCheck metadata = new MetadataCheck(target, request.packages(target));
        List<CheckResult> results = new ArrayList<>();
        for (LockedPackage locked : request.packages(target)) {
            if (wheelOf(locked, target).isEmpty()) {
                results.add(new CheckResult(locked.name(), Check.HASH, target.id(), withoutWheel(locked, target)));
            }
        }
        for (CheckedWheel checked : wheels) {
            String name = checked.wheel().filename().text();
            Map<Check, Outcome> outcomes = new LinkedHashMap<>();
            outcomes.put(Check.HASH, checked.hash());
            outcomes.put(Check.RECORD, checked.record());
            outcomes.put(
                    Check.METADATA,
                    checked.file()
                            .map(file -> read(file, archive -> metadata.problem(archive, name, checked.locked())))
                            .orElse(checked.record()));
            outcomes.put(Check.TAGS, tags(target, checked));
            outcomes.forEach((check, outcome) -> {
                if (request.wants(checked.locked().name(), check)) {
                    results.add(new CheckResult(checked.locked().name(), check, target.id(), outcome));
                }
            });
        }
        return results;
    }

    private static Outcome withoutWheel(LockedPackage locked, Target target) {
        return new Outcome.Failed(new Problem(
                "C405",
                "the lock installs \"" + locked.name() + "\" on " + target.id() + " but names no wheel for it",
                "run mvn wheels:generate to lock it anew"));
    }

    private static Outcome tags(Target target, CheckedWheel checked) {
        return target.tags().rank(checked.wheel().filename()).isPresent()
                ? new Outcome.Passed()
                : new Outcome.Failed(new Problem(
                        "C404",
                        "\"" + checked.wheel().filename() + "\" does not fit " + target.id() + " with the floor "
                                + target.floor(),
                        "run mvn wheels:generate to lock a wheel that fits"));
    }
}
