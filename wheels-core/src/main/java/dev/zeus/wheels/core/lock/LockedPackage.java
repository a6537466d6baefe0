// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One version of one package, for all targets that install it.
 *
 * @param name the package
 * @param version the version
 * @param source the name of the source it comes from
 * @param index the root of that source's simple API
 * @param requiresPython the Python versions that all its files say they run on; empty where they differ
 * @param targets the ids of the targets that install this version
 * @param dependencies what it needs, without extras
 * @param optionalDependencies what its active extras need
 * @param offeredExtras its further extras, as far as the set has what they need
 * @param wheels its wheels, by file name
 * @param sdist what it is built from instead, where that was declared
 * @param facts what rendering needs of its metadata
 * @param standing what its index says of it
 * @param departures what of its requirements the set meets in another way
 */
public record LockedPackage(
        PackageName name,
        Version version,
        String source,
        URI index,
        Optional<VersionSpecifiers> requiresPython,
        SortedSet<String> targets,
        List<LockedDependency> dependencies,
        SortedMap<ExtraName, List<LockedDependency>> optionalDependencies,
        SortedMap<ExtraName, OfferedExtra> offeredExtras,
        List<LockedWheel> wheels,
        Optional<LockedSdist> sdist,
        PackageFacts facts,
        Standing standing,
        Departures departures) {
    public LockedPackage {
        targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
        dependencies = List.copyOf(dependencies);
        optionalDependencies = Collections.unmodifiableSortedMap(new TreeMap<>(optionalDependencies));
        offeredExtras = Collections.unmodifiableSortedMap(new TreeMap<>(offeredExtras));
        wheels = List.copyOf(wheels);
    }

    /** A version that nothing is said against, with all that it requires. */
    public LockedPackage(
            PackageName name,
            Version version,
            String source,
            URI index,
            Optional<VersionSpecifiers> requiresPython,
            SortedSet<String> targets,
            List<LockedDependency> dependencies,
            SortedMap<ExtraName, List<LockedDependency>> optionalDependencies,
            List<LockedWheel> wheels,
            Optional<LockedSdist> sdist,
            PackageFacts facts) {
        this(
                name,
                version,
                source,
                index,
                requiresPython,
                targets,
                dependencies,
                optionalDependencies,
                new TreeMap<>(),
                wheels,
                sdist,
                facts,
                Standing.GOOD,
                Departures.NONE);
    }

    /** The same entry with other facts. */
    public LockedPackage with(PackageFacts other) {
        return with(other, standing, departures);
    }

    /** The same entry with what its index says of it now. */
    public LockedPackage with(Standing now) {
        return with(facts, now, departures);
    }

    /** The same entry with what of its requirements the set meets in another way. */
    public LockedPackage with(Departures others) {
        return with(facts, standing, others);
    }

    /** The same entry with these further extras. */
    public LockedPackage offering(SortedMap<ExtraName, OfferedExtra> extras) {
        return with(extras, facts, standing, departures);
    }

    private LockedPackage with(PackageFacts other, Standing now, Departures others) {
        return with(offeredExtras, other, now, others);
    }

    private LockedPackage with(
            SortedMap<ExtraName, OfferedExtra> extras, PackageFacts other, Standing now, Departures others) {
        return new LockedPackage(
                name,
                version,
                source,
                index,
                requiresPython,
                targets,
                dependencies,
                optionalDependencies,
                extras,
                wheels,
                sdist,
                other,
                now,
                others);
    }

    /** The Python versions that one of its files says it runs on. */
    public Optional<VersionSpecifiers> requiresPython(String file) {
        return wheels.stream()
                .filter(wheel -> wheel.name().equals(file))
                .flatMap(wheel -> wheel.requiresPython().stream())
                .findFirst()
                .or(() -> requiresPython);
    }

    /** All that it requires, by itself or with one of its locked extras. */
    public Stream<LockedDependency> allDependencies() {
        return Stream.concat(
                dependencies.stream(), optionalDependencies.values().stream().flatMap(List::stream));
    }

    /** All its files. */
    public Stream<LockedFile> files() {
        return Stream.concat(wheels.stream(), sdist.stream());
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        // Most are held against themselves, or against one of another name.
        return this == other
                || (other instanceof LockedPackage that
                        && name.equals(that.name)
                        && version.equals(that.version)
                        && source.equals(that.source)
                        && index.equals(that.index)
                        && requiresPython.equals(that.requiresPython)
                        && targets.equals(that.targets)
                        && dependencies.equals(that.dependencies)
                        && optionalDependencies.equals(that.optionalDependencies)
                        && offeredExtras.equals(that.offeredExtras)
                        && wheels.equals(that.wheels)
                        && sdist.equals(that.sdist)
                        && facts.equals(that.facts)
                        && standing.equals(that.standing)
                        && departures.equals(that.departures));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + version.hashCode()) + source.hashCode();
    }
}
