// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files of one project on one index.
 *
 * @param name the project
 * @param source the index
 * @param wheels its wheels in the order of the page
 * @param sdists its source archives in the order of the page
 * @param leftOut why files of a version are neither, though the page has them
 * @param status what the index says of the project
 * @param releases the wheels of each version, oldest first; none for one that has source archives only, or whose files
 *     were left out
 */
public record ProjectPage(
        PackageName name,
        IndexSource source,
        List<WheelFile> wheels,
        List<SdistFile> sdists,
        SortedMap<Version, String> leftOut,
        ProjectStatus status,
        SortedMap<Version, List<WheelFile>> releases) {
    public ProjectPage {
        wheels = List.copyOf(wheels);
        sdists = List.copyOf(sdists);
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        releases = Collections.unmodifiableSortedMap(new TreeMap<>(releases));
    }

    /** The files of a page, brought together by version once for all targets. */
    @SuppressWarnings("ReferenceEquality") // of neighbours, as said below
    public static ProjectPage of(
            PackageName name,
            IndexSource source,
            List<WheelFile> wheels,
            List<SdistFile> sdists,
            SortedMap<Version, String> leftOut,
            ProjectStatus status) {
        SortedMap<Version, List<WheelFile>> releases = new TreeMap<>();
        Optional<Version> before = Optional.empty();
        List<WheelFile> same = List.of();
        for (WheelFile wheel : wheels) {
            Version version = wheel.version();
            // Neighbours are of one version, and mostly share its value.
            if (before.isEmpty() || before.get() != version) {
                same = releases.computeIfAbsent(version, v -> new ArrayList<>());
                before = Optional.of(version);
            }
            same.add(wheel);
        }
        for (SdistFile sdist : sdists) {
            releases.computeIfAbsent(sdist.filename().version(), v -> new ArrayList<>());
        }
        leftOut.keySet().forEach(version -> releases.computeIfAbsent(version, v -> new ArrayList<>()));
        return new ProjectPage(name, source, wheels, sdists, leftOut, status, releases);
    }

    /**
     * What to warn of where the project's authors maintain it no more; it concerns only who locks the project, since
     * other pages are read, too.
     */
    public Optional<Problem> unmaintained() {
        return status.state() == ProjectStatus.State.ACTIVE
                ? Optional.empty()
                : Optional.of(new Problem(
                        IndexProblem.UNMAINTAINED,
                        status.said(name, source.name()),
                        "look for the successor that its authors name"));
    }
}
