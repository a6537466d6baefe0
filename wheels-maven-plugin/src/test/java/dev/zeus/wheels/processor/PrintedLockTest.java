// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.lock.ImportsAlone;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.OfferedExtra;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.core.lock.Standing;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.AdvisoryId;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Publisher;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.WheelFilename;
import dev.zeus.wheels.python.Yank;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The processor, which may not see the core, reads the lock by its lines: what the core prints is what it reads. The
 * processor's classes are seen here only, beside the core's.
 */
class PrintedLockTest {
    private static final Target TARGET = new Target("3.12", Platform.X86_64_LINUX, "2.39");
    private static final SortedSet<String> IDS = new TreeSet<>(List.of(TARGET.id()));
    private static final String REASON = "it's \"broken\", see C:\\notes # = [x]";

    @TempDir
    private Path folder;

    @Test
    void isReadAsItIsPrinted() throws IOException {
        SortedMap<ExtraName, List<LockedDependency>> extras = new TreeMap<>();
        extras.put(ExtraName.parse("fast"), List.of(needs("speedup")));
        extras.put(ExtraName.parse("none"), List.of());
        Standing standing = new Standing(
                Optional.of(new Yank(REASON)),
                List.of(
                        new Advisory(AdvisoryId.parse("GHSA-a"), new TreeSet<>(), new TreeSet<>(), ""),
                        new Advisory(
                                AdvisoryId.parse("PYSEC-2024-60"),
                                new TreeSet<>(List.of(AdvisoryId.parse("CVE-1"))),
                                new TreeSet<>(List.of(Version.parse("1.9"), Version.parse("1.10"))),
                                "} ], id = \"x\", fixed-in = [\"7\"] # '")));

        Lock read = read(
                locked("app", "1.0", "nautech", List.of(needs("numpy")), extras, standing)
                        .offering(new TreeMap<>(
                                Map.of(ExtraName.parse("other"), new OfferedExtra(IDS, List.of(needs("numpy")))))),
                locked("numpy", "2.5.1", "pypi", List.of(), new TreeMap<>(), Standing.GOOD),
                locked(
                        "speedup",
                        "0.1+local.1",
                        "pypi",
                        List.of(),
                        new TreeMap<>(),
                        new Standing(
                                Optional.of(new Yank("")),
                                List.of(),
                                List.of(new Publisher(
                                        "GitLab", new TreeMap<>(Map.of("workflow_filepath", "[[packages]] # } ]")))))));

        assertThat(read.projects()).containsExactlyInAnyOrder("app", "numpy", "speedup");
        assertThat(read.of("app"))
                .containsExactly(new LockEntry(
                        Version.parse("1.0"),
                        "nautech",
                        Optional.of(REASON),
                        List.of(
                                new LockEntry.Vulnerability(
                                        AdvisoryId.parse("PYSEC-2024-60"),
                                        List.of(Version.parse("1.9"), Version.parse("1.10"))),
                                new LockEntry.Vulnerability(AdvisoryId.parse("GHSA-a"), List.of())),
                        new TreeSet<>(List.of("numpy", "speedup")),
                        Map.of("fast", true, "none", false)));
        assertThat(read.of("numpy")).containsExactly(entry("2.5.1", Optional.empty()));
        assertThat(read.of("speedup")).containsExactly(entry("0.1+local.1", Optional.of("")));
    }

    private Lock read(LockedPackage... packages) throws IOException {
        dev.zeus.wheels.core.lock.Lock lock = new dev.zeus.wheels.core.lock.Lock(
                new LockInputs("sha256:" + "ab".repeat(32)), Optional.empty(), List.of(TARGET), List.of(packages));
        return Lock.read(Files.writeString(folder.resolve("pylock.toml"), lock.toToml()));
    }

    private static LockEntry entry(String version, Optional<String> yanked) {
        return new LockEntry(Version.parse(version), "pypi", yanked, List.of(), new TreeSet<>(), Map.of());
    }

    private static LockedDependency needs(String name) {
        return new LockedDependency(PackageName.parse(name), new TreeSet<>(), IDS);
    }

    private static LockedPackage locked(
            String name,
            String version,
            String source,
            List<LockedDependency> dependencies,
            SortedMap<ExtraName, List<LockedDependency>> extras,
            Standing standing) {
        String file = name + "-" + version + "-py3-none-any.whl";
        return new LockedPackage(
                        PackageName.parse(name),
                        Version.parse(version),
                        source,
                        URI.create("https://index.example/simple/"),
                        Optional.empty(),
                        IDS,
                        dependencies,
                        extras,
                        List.of(new LockedWheel(
                                WheelFilename.parse(file),
                                URI.create("https://files.index.example/" + file.replace("+", "%2B")),
                                new Sha256("01".repeat(32)),
                                OptionalLong.of(12_345),
                                Optional.empty(),
                                IDS)),
                        Optional.empty(),
                        new PackageFacts(
                                Optional.of("version = \"9\""),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(name),
                                Optional.empty(),
                                Optional.empty(),
                                ImportsAlone.NONE.with(TARGET.id(), List.of(name))))
                .with(standing);
    }
}
