// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.start.StarterFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * A project that is begun around declarations: what {@code wheels:init} writes beside them.
 *
 * @param directory where its files go
 * @param without the files that are not written
 * @param version the version of Zeus Wheels that it uses
 */
public record NewProject(Path directory, List<String> without, String version) {
    public NewProject {
        without = List.copyOf(without);
        InitRequest.requireFiles("wheels.importWithout", without);
    }

    /** The texts of its files, by their paths with {@code /} as separator. */
    SortedMap<String, String> texts(String packageName, List<String> pythons) {
        SortedMap<String, String> texts =
                new StarterFiles(Init.group(packageName), InitRequest.artifact(directory), version, pythons).texts();
        texts.keySet().removeAll(without);
        return texts;
    }
}
