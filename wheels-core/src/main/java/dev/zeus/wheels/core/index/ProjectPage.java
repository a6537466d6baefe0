// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All files of one project on one index. */
public final class ProjectPage {
    private final PackageName name;
    private final IndexSource source;
    private final ReleaseTable releases;
    private final SortedMap<Version, String> leftOut;
    private final ProjectStatus status;

    ProjectPage(
            PackageName name,
            IndexSource source,
            ReleaseTable releases,
            SortedMap<Version, String> leftOut,
            ProjectStatus status) {
        this.name = name;
        this.source = source;
        this.releases = releases;
        this.leftOut = Collections.unmodifiableSortedMap(leftOut);
        this.status = status;
    }

    /** The page of files of which everything is known. */
    public static ProjectPage of(
            PackageName name,
            IndexSource source,
            List<WheelFile> wheels,
            List<SdistFile> sdists,
            SortedMap<Version, String> leftOut,
            ProjectStatus status) {
        SortedMap<Version, String> copy = new TreeMap<>(leftOut);
        return new ProjectPage(name, source, ReleaseTable.of(wheels, sdists, copy.keySet()), copy, status);
    }

    /** The project. */
    public PackageName name() {
        return name;
    }

    /** Its files by release. */
    public ReleaseTable releases() {
        return releases;
    }

    /** Its wheels in the order of the page. */
    public List<WheelFile> wheels() {
        return releases.wheels();
    }

    /** Its source distributions in the order of the page. */
    public List<SdistFile> sdists() {
        return releases.sdists();
    }

    /** The file of a name, if the page has it. */
    public Optional<IndexFile> file(Version version, String file) {
        return releases.files(version).stream()
                .filter(each -> each.name().equals(file))
                .findFirst();
    }

    /** Why files of a version are left out, though the page has them. */
    public SortedMap<Version, String> leftOut() {
        return leftOut;
    }

    /** What the index says of the project. */
    public ProjectStatus status() {
        return status;
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
