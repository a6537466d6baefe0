// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.question;

import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.core.answer.Bound;
import dev.zeus.wheels.core.answer.Cooldown;
import dev.zeus.wheels.core.answer.Declared;
import dev.zeus.wheels.core.answer.Link;
import dev.zeus.wheels.core.answer.LockGraph;
import dev.zeus.wheels.core.answer.Outlook;
import dev.zeus.wheels.core.answer.Reasons;
import dev.zeus.wheels.core.answer.Release;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.index.ProjectPage;
import dev.zeus.wheels.core.index.SdistFile;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.NixpkgsShare;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.resolve.NearestTags;
import dev.zeus.wheels.core.setup.Cooldowns;
import dev.zeus.wheels.core.setup.IndexAnswer;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PreReleases;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Tag;
import dev.zeus.wheels.python.UploadCutoff;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Brings together what bounds a locked package and what its index has of it, from wherever both may be read. */
public final class LockedOutlook {
    private final LockQuery query;
    private final Lock lock;
    private final LockGraph graph;
    private final PackageIndexes indexes;
    private final LockedRequirements requirements;
    private final Optional<Cooldowns> cooldowns;

    @SuppressWarnings("exports") // For the use cases: a front end opens no index.
    public LockedOutlook(LockQuery query, Lock lock, LockGraph graph, PackageIndexes indexes) {
        this.query = query;
        this.lock = lock;
        this.graph = graph;
        this.indexes = indexes;
        this.requirements = new LockedRequirements(indexes, query.outputDirectory(), lock.targets());
        this.cooldowns = cooldowns(query.set().resolution());
    }

    /** Why a locked package is as it is. */
    public Reasons reasons(LockedPackage locked) {
        SortedSet<String> unread = new TreeSet<>();
        List<Bound> bounds = bounds(locked, unread);
        Optional<ProjectPage> page = page(locked);
        return new Reasons(
                locked,
                bounds.stream().filter(bound -> !isAny(bound)).distinct().toList(),
                List.copyOf(unread),
                elsewhere(locked, page),
                page.map(known -> Outlook.of(
                        locked, releases(locked, known), bounds, policies(locked), cooldown(locked), lock.targets())));
    }

    /**
     * What the targets have that do not install a version: another one, or nothing; and which of its files come near.
     */
    private SortedMap<String, String> elsewhere(LockedPackage locked, Optional<ProjectPage> page) {
        SortedMap<String, String> elsewhere = new TreeMap<>();
        for (Target target : lock.targets()) {
            if (locked.targets().contains(target.id())) {
                continue;
            }
            String there = graph.packages(locked.name()).stream()
                    .filter(other -> other.targets().contains(target.id()))
                    .findFirst()
                    .map(other -> other.version() + " is locked there")
                    .orElse("nothing asks for it there");
            elsewhere.put(
                    target.id(),
                    there
                            + page.map(known -> known.releases().wheels(locked.version()))
                                    .filter(files -> files.stream().noneMatch(file -> fits(file, target)))
                                    .map(files -> "; of " + locked.version() + nearest(files, target))
                                    .orElse(""));
        }
        return elsewhere;
    }

    private static String nearest(List<WheelFile> files, Target target) {
        List<Tag> tags =
                files.stream().flatMap(file -> file.filename().tags().stream()).toList();
        boolean tagged = files.stream()
                .anyMatch(file -> target.tags().rank(file.filename()).isPresent());
        return tags.isEmpty()
                ? " there is no wheel"
                : tagged
                        ? " no wheel is for its Python"
                        : " no wheel fits, the nearest are " + new NearestTags(target).of(tags);
    }

    /** What keeps another version of a package out; nothing where that is not known. */
    List<String> against(LockedPackage locked, Version version) {
        return page(locked)
                .flatMap(page -> releases(locked, page, version).stream()
                        .filter(release -> release.version().equals(version))
                        .findFirst())
                .map(release -> {
                    List<String> against = new ArrayList<>(policies(locked));
                    against.addAll(Outlook.against(
                            locked, release, bounds(locked, new TreeSet<>()), cooldown(locked), lock.targets()));
                    return against;
                })
                .orElseGet(ArrayList::new);
    }

    /** What bounds a package; a package that needs it and cannot be read is added to the unread. */
    private List<Bound> bounds(LockedPackage locked, Set<String> unread) {
        List<Bound> bounds = new ArrayList<>(ofSet(locked));
        if (overrides(locked.name()).isEmpty()) {
            for (Link link : graph.neededBy(locked)) {
                requirements
                        .of(link)
                        .ifPresentOrElse(
                                bounds::addAll,
                                () -> unread.add(
                                        link.from().name() + " " + link.from().version()));
            }
        }
        return bounds;
    }

    /** What is declared; empty where that is malformed, which the goal that resolves says. */
    private static Optional<Cooldowns> cooldowns(ResolutionSettings settings) {
        try {
            return Optional.of(Cooldowns.of(settings, Optional.empty()));
        } catch (WheelsException e) {
            return Optional.empty();
        }
    }

    /** An age is what is declared now; a lock of other declarations says its moment by itself. */
    private Optional<Cooldown> cooldown(LockedPackage locked) {
        return cooldowns
                .map(declared -> cooldown(locked, declared))
                .orElseGet(() -> lock.uploadedBefore().map(before -> new Cooldown(before, Optional.empty())));
    }

    private Optional<Cooldown> cooldown(LockedPackage locked, Cooldowns declared) {
        Optional<UploadCutoff> own = declared.of(locked.name(), locked.source());
        Optional<Duration> age =
                own.filter(UploadCutoff.Ago.class::isInstance).map(cutoff -> ((UploadCutoff.Ago) cutoff).age());
        return own.equals(declared.all())
                ? lock.uploadedBefore().map(before -> new Cooldown(before, age))
                : own.map(cutoff -> new Cooldown(cutoff.instant(Instant.now().truncatedTo(ChronoUnit.SECONDS)), age));
    }

    private static boolean isAny(Bound bound) {
        return bound.versions().equals(VersionSpecifiers.ANY);
    }

    /** What the wheel set says of the versions of a package. */
    private List<Bound> ofSet(LockedPackage locked) {
        List<Bound> bounds = new ArrayList<>();
        for (Declared declared : graph.declared(locked)) {
            bounds.add(new Bound(
                    locked.name() + declared.version(),
                    declared.origin(),
                    VersionSpecifiers.parse(declared.version())));
        }
        ResolutionSettings settings = query.set().resolution();
        settings.constraints().stream()
                .map(Requirement::parse)
                .filter(constraint -> constraint.name().equals(locked.name()))
                .forEach(constraint ->
                        bounds.add(new Bound(constraint.toString(), "constraints", constraint.specifiers())));
        overrides(locked.name())
                .forEach(override -> bounds.add(new Bound(override.toString(), "overrides", override.specifiers())));
        return bounds;
    }

    private List<Requirement> overrides(PackageName name) {
        return query.set().resolution().overrides().stream()
                .map(Requirement::parse)
                .filter(override -> override.name().equals(name))
                .toList();
    }

    private List<String> policies(LockedPackage locked) {
        List<String> policies = new ArrayList<>();
        ResolutionStrategy strategy = query.set().resolution().strategy();
        if (strategy == ResolutionStrategy.LOWEST
                || (strategy == ResolutionStrategy.LOWEST_DIRECT
                        && !graph.declared(locked).isEmpty())) {
            policies.add("strategy = " + strategy + " of the set");
        }
        if (lock.nixpkgs().map(NixpkgsShare::packages).stream().anyMatch(names -> names.contains(locked.name()))) {
            policies.add("nixpkgs, which has the locked version");
        }
        return policies;
    }

    private Optional<ProjectPage> page(LockedPackage locked) {
        return IndexAnswer.of(() -> indexes.of(locked.source()).page(locked.name()));
    }

    private List<Release> releases(LockedPackage locked, ProjectPage page) {
        return releases(locked, page, locked.version());
    }

    private List<Release> releases(LockedPackage locked, ProjectPage page, Version from) {
        List<Target> targets = lock.targets().stream()
                .filter(target -> locked.targets().contains(target.id()))
                .toList();
        List<Release> releases = new ArrayList<>();
        boolean built = locked.sdist().isPresent();
        for (Version version : page.releases().versions()) {
            if (version.compareTo(from) >= 0) {
                List<IndexFile> offered = page.releases().files(version).stream()
                        .filter(file -> file instanceof SdistFile == built)
                        .toList();
                releases.add(release(version, offered, targets));
            }
        }
        return releases;
    }

    private static Release release(Version version, List<IndexFile> offered, List<Target> targets) {
        SortedSet<String> fits = new TreeSet<>();
        List<IndexFile> fitting = new ArrayList<>();
        for (IndexFile file : offered) {
            List<String> here = targets.stream()
                    .filter(target -> fits(file, target))
                    .map(Target::id)
                    .toList();
            if (!here.isEmpty()) {
                fits.addAll(here);
                fitting.add(file);
            }
        }
        return new Release(
                version,
                fitting.stream().flatMap(file -> file.uploadTime().stream()).min(Comparator.<Instant>naturalOrder()),
                !fitting.isEmpty()
                        && fitting.stream().allMatch(file -> file.yanked().isPresent()),
                fits);
    }

    private static boolean fits(IndexFile file, Target target) {
        boolean tagged = file instanceof SdistFile
                || (file instanceof WheelFile wheel
                        && target.tags().rank(wheel.filename()).isPresent());
        return tagged
                && file.requiresPython()
                        .map(pythons -> pythons.contains(target.firstRelease(), PreReleases.ALLOW))
                        .orElse(true);
    }
}
