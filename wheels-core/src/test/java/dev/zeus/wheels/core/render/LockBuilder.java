// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.lock.Departures;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedSdist;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.ModuleFacts;
import dev.zeus.wheels.core.lock.OfferedExtra;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.python.WheelFilename;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds a lock as short lines: what the resolver would have found. */
final class LockBuilder {
    static final List<Target> TARGETS = List.of(
            new Target("3.11", Platform.AARCH64_DARWIN, "14.0"),
            new Target("3.11", Platform.X86_64_LINUX, "2.39"),
            new Target("3.12", Platform.AARCH64_DARWIN, "14.0"),
            new Target("3.12", Platform.X86_64_LINUX, "2.39"));

    static final PackageFacts NO_FACTS = ModuleFacts.of(List.of());

    private final List<LockedPackage> packages = new ArrayList<>();

    static SortedSet<String> all() {
        return where("");
    }

    /** The ids of the targets that contain a text. */
    static SortedSet<String> where(String part) {
        SortedSet<String> ids = new TreeSet<>();
        TARGETS.stream().map(Target::id).filter(id -> id.contains(part)).forEach(ids::add);
        return ids;
    }

    /** A requirement such as {@code uvicorn[standard]} on the targets that contain a text. */
    static LockedDependency needs(String requirement, String where) {
        int bracket = requirement.indexOf('[');
        SortedSet<ExtraName> extras = new TreeSet<>();
        if (bracket > 0) {
            Arrays.stream(requirement
                            .substring(bracket + 1, requirement.length() - 1)
                            .split(","))
                    .map(ExtraName::parse)
                    .forEach(extras::add);
        }
        String name = bracket > 0 ? requirement.substring(0, bracket) : requirement;
        return new LockedDependency(PackageName.parse(name), extras, where(where));
    }

    static LockedDependency needs(String requirement) {
        return needs(requirement, "");
    }

    /** A wheel that the targets containing a text install. */
    static LockedWheel wheel(String filename, String where) {
        return new LockedWheel(
                WheelFilename.parse(filename),
                URI.create("https://files.example.org/packages/"
                        + URLEncoder.encode(filename, StandardCharsets.UTF_8).replace("+", "%20")),
                new Sha256("00".repeat(32)),
                OptionalLong.empty(),
                Optional.empty(),
                where(where));
    }

    LockBuilder add(String source, PackageFacts facts, List<LockedDependency> requires, LockedWheel... wheels) {
        return add(source, facts, requires, new TreeMap<>(), wheels);
    }

    LockBuilder add(
            String source,
            PackageFacts facts,
            List<LockedDependency> requires,
            SortedMap<ExtraName, List<LockedDependency>> extras,
            LockedWheel... wheels) {
        WheelFilename first = wheels[0].filename();
        SortedSet<String> targets = new TreeSet<>();
        Arrays.stream(wheels).forEach(wheel -> targets.addAll(wheel.targets()));
        packages.add(new LockedPackage(
                first.name(),
                Version.parse(first.version().toString()),
                source,
                URI.create("https://index.example.org/" + source + "/"),
                Optional.of(VersionSpecifiers.parse(">=3.9")),
                targets,
                requires,
                extras,
                List.of(wheels),
                Optional.empty(),
                facts));
        return this;
    }

    /** What the set decides of the requirements of the last package. */
    LockBuilder departing(Departures departures) {
        packages.set(packages.size() - 1, packages.get(packages.size() - 1).with(departures));
        return this;
    }

    /** An extra of the last package that is not asked for, and that the targets containing a text have all of. */
    LockBuilder offering(String extra, String where, LockedDependency... needs) {
        LockedPackage last = packages.get(packages.size() - 1);
        SortedMap<ExtraName, OfferedExtra> extras = new TreeMap<>(last.offeredExtras());
        extras.put(ExtraName.parse(extra), new OfferedExtra(where(where), List.of(needs)));
        packages.set(packages.size() - 1, last.offering(extras));
        return this;
    }

    /** A package that is built from source on every target. */
    LockBuilder sdist(LockedSdist sdist, PackageFacts facts, String... requires) {
        packages.add(new LockedPackage(
                sdist.filename().name(),
                sdist.filename().version(),
                "pypi",
                URI.create("https://index.example.org/pypi/"),
                Optional.empty(),
                where(""),
                Arrays.stream(requires).map(LockBuilder::needs).toList(),
                new TreeMap<>(),
                List.of(),
                Optional.of(sdist),
                facts));
        return this;
    }

    /** A pure package for every target that requires others. */
    LockBuilder pure(String name, String... requires) {
        return add(
                "pypi",
                NO_FACTS,
                Arrays.stream(requires).map(LockBuilder::needs).toList(),
                wheel(name.replace('-', '_') + "-1.0-py3-none-any.whl", ""));
    }

    Lock lock() {
        return lock("ab");
    }

    /** The lock of declarations with a digest of their own. */
    Lock lock(String inputs) {
        packages.sort(Comparator.comparing(LockedPackage::name).thenComparing(LockedPackage::version));
        return new Lock(
                new LockInputs("sha256:" + inputs.repeat(64 / inputs.length())), Optional.empty(), TARGETS, packages);
    }
}
