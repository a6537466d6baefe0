// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.python.PackageName;

/** An index does not have the project that it was asked for. */
public final class NoSuchProjectException extends WheelsException {
    private static final long serialVersionUID = 1L;

    private final transient PackageName name;

    NoSuchProjectException(PackageName name, IndexSource source) {
        super(
                IndexProblem.NO_SUCH_PROJECT,
                "there is no project \"" + name + "\" on the index \"" + source.name() + "\"",
                CommonMistakes.hint(name, source));
        this.name = name;
    }

    /** The project that is not there. */
    public PackageName name() {
        return name;
    }
}
