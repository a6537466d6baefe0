// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;

/**
 * Python source of one's own in an environment.
 *
 * @param name the name in the environment, such as {@code service}
 * @param directory the directory that has the {@code pyproject.toml}, from the one that has {@code generated/}; of
 *     {@code .}, which has more than it, only what belongs to it is the project
 * @param editable whether the shell runs the files where they are
 * @param tests the tests below the directory, empty for none
 * @param markers which tests are run, empty for all
 * @param deselect tests that are left out
 * @param version its version where its files do not say it, empty where they do
 * @param includes what belongs to a project in {@code .} besides what is found
 */
public record ProjectDeclaration(
        String name,
        String directory,
        boolean editable,
        String tests,
        String markers,
        List<String> deselect,
        String version,
        List<String> includes)
        implements EnvironmentPart {
    /**
     * Copies the lists.
     *
     * @param name the name in the environment, such as {@code service}
     * @param directory the directory that has the {@code pyproject.toml}, from the one that has {@code generated/}; of
     *     {@code .}, which has more than it, only what belongs to it is the project
     * @param editable whether the shell runs the files where they are
     * @param tests the tests below the directory, empty for none
     * @param markers which tests are run, empty for all
     * @param deselect tests that are left out
     * @param version its version where its files do not say it, empty where they do
     * @param includes what belongs to a project in {@code .} besides what is found
     */
    public ProjectDeclaration {
        deselect = List.copyOf(deselect);
        includes = List.copyOf(includes);
    }

    /**
     * A project whose files say all of it.
     *
     * @param name the name in the environment, such as {@code service}
     * @param directory the directory that has the {@code pyproject.toml}, from the one that has {@code generated/}; of
     *     {@code .}, which has more than it, only what belongs to it is the project
     * @param editable whether the shell runs the files where they are
     * @param tests the tests below the directory, empty for none
     * @param markers which tests are run, empty for all
     * @param deselect tests that are left out
     */
    public ProjectDeclaration(
            String name, String directory, boolean editable, String tests, String markers, List<String> deselect) {
        this(name, directory, editable, tests, markers, deselect, "", List.of());
    }
}
