// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.OnceEach;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.index.Mirrors;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.resolve.AcceptedFile;
import dev.zeus.wheels.core.resolve.Cutoffs;
import dev.zeus.wheels.core.resolve.ReadMetadata;
import dev.zeus.wheels.core.resolve.Resolution;
import dev.zeus.wheels.core.resolve.ResolutionRules;
import dev.zeus.wheels.core.resolve.Resolver;
import dev.zeus.wheels.core.resolve.RootRequirement;
import dev.zeus.wheels.core.setup.Cooldowns;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.OptionProblem;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.core.wheel.WheelStore;
import dev.zeus.wheels.python.NearName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.UploadCutoff;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The lock of a run: the one that is there where it answers the declarations, a newly resolved one otherwise. */
public final class LockStep {
    private final WheelSetDeclaration set;
    private final LockUpdate update;
    private final Cooldowns cooldowns;
    private final Path lockDirectory;
    private final SourceRoots sources;
    private final IndexAccess access;
    private final Optional<NixpkgsChoice> nixpkgs;
    private final EventSink events;

    public LockStep(LockRequest request, EventSink events) {
        this.set = request.set();
        this.update = request.update();
        this.cooldowns = Cooldowns.of(set.resolution(), request.excludeNewer());
        this.sources = request.sources();
        this.access = request.access();
        this.lockDirectory = request.directory();
        this.nixpkgs = NixpkgsChoice.of(set, request.snapshot());
        this.events = new OnceEach(events);
    }

    /**
     * The lock.
     *
     * @throws WheelsException L201 where it would have to change and must not, or what resolving fails with
     */
    public Lock lock(PresentLock present) {
        LockInputs inputs = LockInputs.of(set);
        Optional<Lock> answer = present.lock().filter(lock -> isAnsweredBy(lock, inputs));
        if (answer.isPresent() && update.keepsAnAnswer()) {
            warnOfIdleCooldowns(answer.get());
            return answer.get();
        }
        if (update instanceof LockUpdate.Locked) {
            throw new WheelsException(
                    LockingProblem.LOCKED,
                    present.lock().isEmpty()
                            ? "there is no lock, and wheels.locked forbids creating one"
                            : "the declarations or the snapshot of nixpkgs have changed since pylock.toml was resolved, and wheels.locked forbids"
                                    + " to change it",
                    "run: mvn wheels:generate");
        }
        checkSource();
        checkUpgrade(present);
        MissingLowerBounds.warn(set, sources, events);
        ResolutionRules rules = rules();
        try (PackageIndexes indexes = access.open(set.sources(), lockDirectory, events)) {
            present.lock()
                    .or(() -> LastLocks.HERE.of(lockDirectory))
                    .ifPresent(lock -> new FormerClosure(set, lock).ask(indexes));
            List<Resolution> resolutions = resolve(present, rules, indexes);
            new RemarkWarnings(resolutions).say(events);
            Set<String> mirrored = access.mirrored(set.sources(), lockDirectory);
            LockedPlaces places = new LockedPlaces(set, lockDirectory, mirrored, present.lock());
            Lock lock = new LockAssembly(
                            resolutions,
                            new ResolvedWays(set, resolutions, sources),
                            indexes,
                            places,
                            present,
                            update,
                            set.attestations(),
                            events)
                    .lock(inputs, rules.cutoffs().all());
            warnOfMirrors(lock, places);
            warnOfIdleCooldowns(lock);
            Lock marked = nixpkgs.map(choice -> choice.mark(lock)).orElse(lock);
            WheelStore store = indexes.wheels().with(new Mirrors(indexes, mirrored, LockedPlaces.owners(marked)));
            Lock read = new LibraryReading(set, store, present, events).read(marked);
            Lock made = cooldowns.settled(new KeptImports(present.lock(), events).in(read), present.lock());
            LastLocks.HERE.remember(lockDirectory, made);
            return made;
        }
    }

    /** Whether a lock is what the declarations ask for, so that a run that may keep it does. */
    public boolean isAnsweredBy(Lock lock) {
        return isAnsweredBy(lock, LockInputs.of(set));
    }

    private boolean isAnsweredBy(Lock lock, LockInputs inputs) {
        return lock.inputs().equals(inputs) && NixpkgsChoice.isOf(lock, nixpkgs);
    }

    /** A name that was mistyped, or outlived its package, lets nothing in. */
    private void warnOfIdleCooldowns(Lock lock) {
        Set<String> packages = new TreeSet<>();
        Set<String> places = new TreeSet<>();
        for (LockedPackage locked : lock.packages()) {
            packages.add(locked.name().value());
            places.add(locked.source());
        }
        cooldowns.packages().keySet().stream()
                .map(PackageName::value)
                .sorted()
                .forEach(name -> warnOfIdleCooldown("excludeNewerPackages", name, "which is not locked", packages));
        cooldowns.sources().keySet().stream()
                .sorted()
                .forEach(name ->
                        warnOfIdleCooldown("excludeNewerSources", name, "from which nothing is locked", places));
    }

    private void warnOfIdleCooldown(String member, String name, String why, Set<String> known) {
        if (!known.contains(name)) {
            events.accept(new WheelsEvent.Warned(new Problem(
                    LockingProblem.IDLE_EXEMPTION,
                    member + " names \"" + name + "\", " + why,
                    NearName.among(known, name)
                            .map(near -> "did you mean \"" + near + "\"?")
                            .orElse("remove it"))));
        }
    }

    /** Where else a new file is, a mirror does not say. */
    private void warnOfMirrors(Lock lock, LockedPlaces places) {
        Map<String, List<String>> files = new TreeMap<>();
        lock.packages()
                .forEach(entry -> entry.files()
                        .filter(file -> places.isOnMirror(entry.source(), file))
                        .forEach(file -> files.computeIfAbsent(entry.source(), source -> new ArrayList<>())
                                .add(file.name())));
        files.forEach((source, names) -> events.accept(new WheelsEvent.Warned(new Problem(
                LockingProblem.MIRROR_ADDRESS,
                "\"" + names.get(0) + "\""
                        + (names.size() == 1 ? " is" : " and " + (names.size() - 1) + " other new files are")
                        + " locked at the address that the mirror of \"" + source + "\" gives",
                "if others cannot reach that, lock them without -Dwheels.index." + source + ", or declare the mirror's"
                        + " address in @Source"))));
    }

    private ResolutionRules rules() {
        ResolutionSettings settings = set.resolution();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new ResolutionRules(
                settings.constraints().stream().map(Requirement::parse).toList(),
                settings.overrides().stream().map(Requirement::parse).toList(),
                settings.excludes().stream().map(PackageName::parse).collect(Collectors.toSet()),
                settings.strategy(),
                settings.prereleases(),
                new Cutoffs(
                        cooldowns.all().map(each -> each.instant(now)),
                        moments(cooldowns.packages(), now),
                        moments(cooldowns.sources(), now)),
                targets(),
                now);
    }

    private static <K> Map<K, Optional<Instant>> moments(Map<K, Optional<UploadCutoff>> cutoffs, Instant now) {
        return cutoffs.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().map(cutoff -> cutoff.instant(now))));
    }

    /** An unknown name would be ignored silently. */
    private void checkUpgrade(PresentLock present) {
        if (update instanceof LockUpdate.UpgradePackages upgrade) {
            Set<String> known = new TreeSet<>();
            set.wheels().forEach(wheel -> known.add(wheel.name()));
            present.lock()
                    .ifPresent(lock -> lock.packages()
                            .forEach(locked -> known.add(locked.name().value())));
            for (PackageName name : upgrade.names()) {
                if (!known.contains(name.value())) {
                    throw new WheelsException(
                            OptionProblem.NOTHING_TO_UPGRADE,
                            "wheels.upgrade names \"" + name + "\", which is neither declared nor locked",
                            NearName.among(known, name.value())
                                    .map(near -> "did you mean -Dwheels.upgrade=" + near + "?")
                                    .orElse("name packages that are, or give -Dwheels.upgrade for all"));
                }
            }
        }
    }

    private void checkSource() {
        if (update instanceof LockUpdate.UpgradeSource upgrade
                && set.sources().stream().noneMatch(source -> source.name().equals(upgrade.source()))) {
            List<String> declared =
                    set.sources().stream().map(source -> source.name()).toList();
            throw new WheelsException(
                    OptionProblem.NO_SUCH_SOURCE,
                    "there is no source \"" + upgrade.source() + "\"; declared: " + String.join(", ", declared),
                    NearName.among(declared, upgrade.source())
                            .map(near -> "did you mean -Dwheels.source=" + near + "?")
                            .orElse("give one of them to -Dwheels.source=…"));
        }
    }

    /** The leader first; the others, at the same time, prefer its versions. */
    private List<Resolution> resolve(PresentLock present, ResolutionRules asked, PackageIndexes indexes) {
        List<Target> targets = targets();
        Target leader = Lock.leader(targets);
        Preferences locked = new Preferences(present, update, nixpkgs);
        ResolutionRules rules = asked.keeping(locked.files());
        Resolution leading = Resolver.resolve(
                leader,
                roots(leader),
                new ReadMetadata(),
                locked.of(leader, Optional.empty()),
                rules,
                indexes::of,
                events);
        LockAssembly.prefetch(leading, indexes, present, update);
        ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, targets.size() - 1));
        try {
            List<CompletableFuture<Resolution>> others = targets.stream()
                    .filter(target -> !target.equals(leader))
                    .map(target -> CompletableFuture.supplyAsync(
                            () -> Resolver.resolve(
                                    target,
                                    roots(target),
                                    leading.read(),
                                    locked.of(target, Optional.of(leading)),
                                    rules,
                                    indexes::of,
                                    events),
                            executor))
                    .toList();
            List<Resolution> resolutions = new ArrayList<>(List.of(leading));
            others.forEach(other -> resolutions.add(other.join()));
            return resolutions;
        } catch (CompletionException e) {
            throw WheelsException.of(e);
        } finally {
            executor.shutdownNow();
        }
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (String python : set.pythons()) {
            for (TargetDeclaration platform : set.targets()) {
                targets.add(new Target(python, platform.platform(), platform.floor()));
            }
        }
        return targets;
    }

    private List<RootRequirement> roots(Target target) {
        return set.wheels().stream()
                .filter(wheel -> wheel.pythons().contains(target.python()))
                .filter(wheel -> isPure(wheel) || wheel.platforms().contains(target.platform()))
                .map(wheel -> new RootRequirement(
                        Requirement.parse(requirement(wheel)),
                        wheel.source(),
                        accepted(wheel),
                        sources.origin(wheel.type())))
                .toList();
    }

    private static AcceptedFile accepted(WheelDeclaration wheel) {
        if (wheel.provider() == Provider.SDIST) {
            return AcceptedFile.SDIST;
        }
        return isPure(wheel) ? AcceptedFile.PURE_WHEEL : AcceptedFile.WHEEL;
    }

    private static boolean isPure(WheelDeclaration wheel) {
        return wheel.platforms().contains(Platform.UNIVERSAL);
    }

    private static String requirement(WheelDeclaration wheel) {
        String extras = wheel.extras().isEmpty() ? "" : "[" + String.join(",", wheel.extras()) + "]";
        return wheel.name() + extras + wheel.version();
    }
}
