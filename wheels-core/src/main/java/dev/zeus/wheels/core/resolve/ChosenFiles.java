// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.core.index.ProjectPage;
import java.util.Arrays;
import java.util.Optional;

/** The best accepted file of each version of a page that has one, by the version's number. */
final class ChosenFiles {
    private static final int NONE = -1;

    private final Optional<ProjectPage> page;
    private final int[] files;

    private ChosenFiles(Optional<ProjectPage> page, int[] files) {
        this.page = page;
        this.files = files;
    }

    /** Of a project that there is no page of. */
    static ChosenFiles none() {
        return new ChosenFiles(Optional.empty(), new int[0]);
    }

    /** No file yet of any version of a page. */
    static ChosenFiles of(ProjectPage page) {
        int[] files = new int[page.releases().versions().size()];
        Arrays.fill(files, NONE);
        return new ChosenFiles(Optional.of(page), files);
    }

    /** Chooses a file of the page by its number. */
    void choose(int version, int file) {
        files[version] = file;
    }

    /** Whether a version has a file. */
    boolean has(int version) {
        return files[version] != NONE;
    }

    /** The file of a version that has one. */
    Optional<IndexFile> of(int version) {
        return page.filter(known -> has(version)).map(known -> known.releases().file(files[version]));
    }
}
