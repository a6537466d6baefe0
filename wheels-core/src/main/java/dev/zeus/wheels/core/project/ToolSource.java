// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.PackageName;
import java.util.Optional;

/**
 * Where the tool of a project takes one of its requirements from, which the standards have no field for: an entry of
 * {@code [tool.uv.sources]} and its likes.
 *
 * @param name the package
 * @param kind the kind of place
 * @param value the address, path or name of the place, as written
 * @param address the address of the index, where its table has one
 * @param marker where it holds; everywhere if absent
 * @param place the line, as {@code file:line}
 * @param table the table it stands in, such as {@code tool.uv.sources}
 */
public record ToolSource(
        PackageName name,
        Kind kind,
        String value,
        Optional<String> address,
        Optional<EnvironmentMarker> marker,
        String place,
        String table) {
    /** A kind of place. */
    public enum Kind {
        /** Another project of the same repository, by its name. */
        WORKSPACE,
        /** A folder or file of this machine. */
        PATH,
        /** A repository. */
        GIT,
        /** One file at an address. */
        URL,
        /** An index other than the usual one. */
        INDEX
    }
}
