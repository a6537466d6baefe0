// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import java.util.List;

/**
 * What a process of its own imports.
 *
 * @param modules the modules, in their order
 * @param path the parts of the site directory that are on its path, first of all; none where that is the whole
 *     directory, as one place in which everything is installed
 */
record ImportTask(List<String> modules, List<String> path) {
    ImportTask {
        modules = List.copyOf(modules);
        path = List.copyOf(path);
    }

    /** With everything that is installed. */
    static ImportTask amongAll(List<String> modules) {
        return new ImportTask(modules, List.of());
    }
}
