// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.python.PackageName;
import java.util.List;

/** A package is to be taken out that no type declares ({@code I210}). */
public final class NotDeclaredException extends WheelsException {
    private static final long serialVersionUID = 1L;

    private final transient PackageName missing;
    private final transient List<String> declared;

    NotDeclaredException(PackageName name, List<String> declared) {
        super(
                DeclaringProblem.NOT_DECLARED,
                "\"" + name + "\" is not declared by any type of this module",
                "list what is declared with: mvn wheels:tree -Dwheels.depth=0");
        this.missing = name;
        this.declared = List.copyOf(declared);
    }

    /** What is not. */
    public PackageName missing() {
        return missing;
    }

    /** What is declared. */
    public List<String> declared() {
        return declared;
    }
}
