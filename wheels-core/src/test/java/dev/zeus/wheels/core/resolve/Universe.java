// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.http.HttpProblem;
import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.core.index.IndexSource;
import dev.zeus.wheels.core.index.MissingProjects;
import dev.zeus.wheels.core.index.PackageIndex;
import dev.zeus.wheels.core.index.ProjectPage;
import dev.zeus.wheels.core.index.ProjectStatus;
import dev.zeus.wheels.core.index.SdistContent;
import dev.zeus.wheels.core.index.SdistFile;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.index.WheelListing;
import dev.zeus.wheels.core.wheel.BrokenWheelException;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.LenientReader;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.SdistFilename;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.python.WheelFilename;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An index in memory, written as text.
 *
 * <p>{@code package a 1.0} begins a version; the indented lines after it say more: {@code requires b>=1}, {@code python
 * >=3.9}, {@code tags cp312-cp312-manylinux_2_28_x86_64} (more than once for more wheels, {@code tags sdist} for a
 * source archive only), {@code extra x}, {@code yanked reason}, {@code uploaded 2026-11-20T12:00:00Z}, {@code broken}.
 */
final class Universe implements PackageIndex {
    private static final class Release {
        final String name;
        final String version;
        final List<String> tags = new ArrayList<>();
        final List<String> fields = new ArrayList<>();
        Optional<VersionSpecifiers> python = Optional.empty();
        Optional<String> leftOut = Optional.empty();
        Optional<String> yanked = Optional.empty();
        Optional<Instant> uploaded = Optional.empty();
        boolean broken;

        Release(String name, String version) {
            this.name = name;
            this.version = version;
        }
    }

    private final IndexSource source;
    private final Map<PackageName, List<Release>> releases = new HashMap<>();
    private final Map<String, Release> byFile = new ConcurrentHashMap<>();

    Universe(String name, List<String> lines) {
        source = new IndexSource(name, URI.create("https://index.example/" + name + "/"));
        Release release = new Release("", "");
        for (String line : lines) {
            String[] words = line.strip().split(" ", 3);
            String rest = line.strip().substring(words[0].length()).strip();
            switch (words[0]) {
                case "package" -> {
                    release = new Release(words[1], words[2]);
                    releases.computeIfAbsent(PackageName.parse(words[1]), n -> new ArrayList<>())
                            .add(release);
                }
                case "requires" -> release.fields.add("Requires-Dist: " + rest);
                case "extra" -> release.fields.add("Provides-Extra: " + rest);
                case "python" -> python(release, rest);
                case "tags" -> release.tags.add(rest);
                case "yanked" -> release.yanked = Optional.of(rest);
                case "uploaded" -> release.uploaded = Optional.of(Instant.parse(rest));
                case "broken" -> release.broken = true;
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    private static void python(Release release, String text) {
        try {
            release.python = Optional.of(LenientReader.specifiers(text));
        } catch (PackagingParseException e) {
            release.leftOut = Optional.of("Requires-Python " + e.getMessage());
        }
    }

    @Override
    public IndexSource source() {
        return source;
    }

    @Override
    public CompletableFuture<ProjectPage> page(PackageName name) {
        if (!releases.containsKey(name)) {
            return CompletableFuture.failedFuture(MissingProjects.missing(name, source));
        }
        List<WheelFile> wheels = new ArrayList<>();
        List<SdistFile> sdists = new ArrayList<>();
        SortedMap<Version, String> leftOut = new TreeMap<>();
        for (Release release : releases.getOrDefault(name, List.of())) {
            if (release.leftOut.isPresent()) {
                leftOut.put(Version.parse(release.version), release.leftOut.get());
                continue;
            }
            String stem = release.name.replace('-', '_') + "-" + release.version;
            for (String tags : release.tags.isEmpty() ? List.of("py3-none-any") : release.tags) {
                if (tags.equals("sdist")) {
                    SdistFilename file = SdistFilename.parse(stem + ".tar.gz");
                    byFile.put(file.text(), release);
                    sdists.add(new SdistFile(
                            file,
                            source.url().resolve(file.text()),
                            Optional.empty(),
                            release.python,
                            OptionalLong.empty(),
                            release.uploaded,
                            release.yanked));
                } else {
                    wheels.add(wheel(release, stem + "-" + tags + ".whl"));
                }
            }
        }
        return CompletableFuture.completedFuture(
                ProjectPage.of(name, source, wheels, sdists, leftOut, ProjectStatus.ACTIVE));
    }

    private WheelFile wheel(Release release, String file) {
        byFile.put(file, release);
        return new WheelFile(
                WheelFilename.parse(file),
                source.url().resolve(file),
                Optional.empty(),
                release.python,
                OptionalLong.empty(),
                release.uploaded,
                release.yanked,
                true,
                Optional.empty());
    }

    @Override
    public CompletableFuture<CoreMetadata> metadata(WheelFile wheel) {
        return said(wheel);
    }

    @Override
    public CompletableFuture<SdistContent> content(SdistFile sdist) {
        return said(sdist).thenApply(metadata -> new SdistContent(metadata, List.of(), List.of()));
    }

    private CompletableFuture<CoreMetadata> said(IndexFile file) {
        Release release = Optional.ofNullable(byFile.get(file.name())).orElseThrow();
        if (release.broken) {
            return CompletableFuture.failedFuture(new BrokenWheelException(
                    HttpProblem.UNREACHABLE,
                    "the metadata of \"" + file.name() + "\" is cut off",
                    "take another version",
                    "it is cut off"));
        }
        return CompletableFuture.completedFuture(CoreMetadata.parse("Metadata-Version: 2.1\nName: " + release.name
                + "\nVersion: " + release.version + "\n" + String.join("\n", release.fields) + "\n"));
    }

    @Override
    public CompletableFuture<WheelListing> listing(WheelFile wheel) {
        return CompletableFuture.completedFuture(new WheelListing(List.of(), List.of(), List.of()));
    }

    @Override
    public CompletableFuture<Sha256> sha256(IndexFile file) {
        return CompletableFuture.completedFuture(Sha256.of(new byte[0]));
    }
}
