// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.List;
import java.util.Optional;

/**
 * Where a locked package comes from.
 *
 * <pre>{@code
 * if (source instanceof PylockSource.Distributions files) {
 *     files.wheels();
 * }
 * }</pre>
 *
 * <p>Standard: pylock.toml, <a href="https://peps.python.org/pep-0751/">PEP 751</a>.
 */
public sealed interface PylockSource {
    /**
     * Files of an index.
     *
     * @param sdist the source distribution, if one may be built
     * @param wheels the wheels
     */
    record Distributions(Optional<PylockFile> sdist, List<PylockFile> wheels) implements PylockSource {
        /**
         * Copies the wheels.
         *
         * @param sdist the source distribution, if one may be built
         * @param wheels the wheels
         */
        public Distributions {
            wheels = List.copyOf(wheels);
        }
    }

    /**
     * A file that is built from.
     *
     * @param subdirectory the folder in it that holds the project
     */
    record Archive(PylockFile file, Optional<String> subdirectory) implements PylockSource {}

    /** A folder of the same machine, relative to the lock file if its path is relative. */
    record Directory(String path, boolean editable, Optional<String> subdirectory) implements PylockSource {}

    /**
     * A commit of a repository.
     *
     * @param type the tool, such as {@code git}
     * @param location its address or path
     * @param requestedRevision the branch, tag or commit that was asked for
     */
    record Repository(
            String type,
            String location,
            String commitId,
            Optional<String> requestedRevision,
            Optional<String> subdirectory)
            implements PylockSource {}
}
