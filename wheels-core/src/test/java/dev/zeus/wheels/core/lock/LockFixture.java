// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.AdvisoryId;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Publisher;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.python.WheelFilename;
import dev.zeus.wheels.python.Yank;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A small lock with one of everything: two versions of a package, an extra, a file without size, odd text. */
final class LockFixture {
    static final Target OLD = new Target("3.9", Platform.X86_64_LINUX, "2.28");
    static final Target LINUX = new Target("3.12", Platform.X86_64_LINUX, "2.39");
    static final Target MAC = new Target("3.12", Platform.AARCH64_DARWIN, "14.0");
    static final List<Target> TARGETS = List.of(OLD, LINUX, MAC);

    private LockFixture() {}

    static Lock lock() {
        SortedMap<ExtraName, List<LockedDependency>> extras = new TreeMap<>();
        extras.put(ExtraName.parse("fast"), List.of(needs("speedup", LINUX)));
        extras.put(ExtraName.parse("none"), List.of());
        SortedMap<String, SortedSet<String>> alone = new TreeMap<>();
        alone.put("app", ids(OLD, LINUX));
        alone.put("app_cli", ids(LINUX));
        PackageFacts facts = new PackageFacts(
                Optional.of("\"quotes\" \\ \t\r\n \u0000 \u202e # = [x] ''' \u00e4 \ud83d\ude00"),
                Optional.of("MIT OR Apache-2.0"),
                Optional.of("https://example.org/app"),
                Optional.of("https://example.org/app/changes"),
                List.of("app", "app_cli", "app_web"),
                Optional.of("app"),
                Optional.empty(),
                new ImportsAlone(alone));
        return new Lock(
                new LockInputs("sha256:" + "ab".repeat(32)),
                Optional.of(Instant.parse("2026-11-14T12:00:00Z")),
                TARGETS,
                List.of(
                        locked(
                                        extras,
                                        List.of(needs("numpy", OLD, LINUX, MAC)),
                                        facts,
                                        wheel("app-1.0-py3-none-any.whl", OptionalLong.of(12_345), OLD, LINUX, MAC))
                                .with(standing())
                                .offering(offers()),
                        locked(
                                new TreeMap<>(),
                                List.of(),
                                none().with(Optional.of(new LibraryFacts(new TreeSet<>(), new TreeSet<>()))),
                                wheel("numpy-2.0-cp39-cp39-manylinux_2_28_x86_64.whl", OptionalLong.empty(), OLD)),
                        locked(
                                new TreeMap<>(),
                                List.of(),
                                none().with(Optional.of(new LibraryFacts(
                                        new TreeSet<>(List.of("libz.so.1", "lib\"\\ \u202e.so")),
                                        new TreeSet<>(List.of("libnpy.so"))))),
                                wheel("numpy-2.5-cp312-cp312-macosx_14_0_arm64.whl", OptionalLong.empty(), MAC),
                                wheel("numpy-2.5-cp312-cp312-manylinux_2_28_x86_64.whl", OptionalLong.empty(), LINUX)),
                        locked(
                                        new TreeMap<>(),
                                        List.of(),
                                        none(),
                                        wheel("speedup-0.1+local.1-py3-none-any.whl", OptionalLong.empty(), LINUX))
                                .with(new Standing(Optional.of(new Yank("")), List.of(), publishers()))));
    }

    private static SortedMap<ExtraName, OfferedExtra> offers() {
        SortedMap<ExtraName, OfferedExtra> offers = new TreeMap<>();
        offers.put(
                ExtraName.parse("array"),
                new OfferedExtra(ids(OLD, LINUX, MAC), List.of(needs("numpy", OLD, LINUX, MAC))));
        offers.put(ExtraName.parse("empty"), new OfferedExtra(ids(OLD, LINUX, MAC), List.of()));
        offers.put(ExtraName.parse("quick"), new OfferedExtra(ids(LINUX), List.of(needs("speedup", LINUX))));
        offers.put(
                ExtraName.parse("some"),
                new OfferedExtra(ids(LINUX, MAC), List.of(needs("numpy", LINUX, MAC), needs("speedup", LINUX))));
        return offers;
    }

    private static List<Publisher> publishers() {
        return List.of(
                new Publisher("Google", new TreeMap<>()),
                new Publisher(
                        "GitLab",
                        new TreeMap<>(Map.of("workflow_filepath", "\"quotes\" } ], # '", "environment", ""))));
    }

    private static Standing standing() {
        return new Standing(
                Optional.of(new Yank("\"quotes\" and '\\' \ud83d\udca5")),
                List.of(
                        new Advisory(AdvisoryId.parse("GHSA-a"), new TreeSet<>(), new TreeSet<>(), ""),
                        new Advisory(
                                AdvisoryId.parse("PYSEC-2024-60"),
                                new TreeSet<>(List.of(AdvisoryId.parse("CVE-2"), AdvisoryId.parse("CVE-1"))),
                                new TreeSet<>(List.of(Version.parse("1.10"), Version.parse("1.9"))),
                                "} ], id = \"x\" # '")));
    }

    static SortedSet<String> ids(Target... targets) {
        SortedSet<String> ids = new TreeSet<>();
        for (Target target : targets) {
            ids.add(target.id());
        }
        return ids;
    }

    static LockedWheel wheel(String name, OptionalLong size, Target... targets) {
        return new LockedWheel(
                WheelFilename.parse(name),
                URI.create("https://files.example.org/" + name.replace("+", "%2B")),
                new Sha256("01".repeat(32)),
                size,
                size.isPresent() ? Optional.of(Instant.parse("2026-01-02T03:04:00.5Z")) : Optional.empty(),
                ids(targets));
    }

    private static PackageFacts none() {
        return ModuleFacts.of(List.of());
    }

    private static LockedDependency needs(String name, Target... targets) {
        return new LockedDependency(PackageName.parse(name), new TreeSet<>(), ids(targets));
    }

    private static LockedPackage locked(
            SortedMap<ExtraName, List<LockedDependency>> extras,
            List<LockedDependency> dependencies,
            PackageFacts facts,
            LockedWheel... wheels) {
        SortedSet<String> targets = new TreeSet<>();
        List.of(wheels).forEach(wheel -> targets.addAll(wheel.targets()));
        WheelFilename first = wheels[0].filename();
        return new LockedPackage(
                first.name(),
                first.version(),
                "pypi",
                URI.create("https://index.example.org/simple/"),
                Optional.of(VersionSpecifiers.parse(">=3.9")),
                targets,
                dependencies,
                extras,
                List.of(wheels),
                Optional.empty(),
                facts);
    }
}
