// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Version;
import java.util.List;

/**
 * What a Python of this machine says of an installed package.
 *
 * @param locked the package
 * @param imported whether its modules can be imported
 * @param reported the version that {@code importlib.metadata} reports, or {@code -}
 */
record HostAnswer(LockedPackage locked, ImportAnswer imported, String reported) {
    /** The answer to {@link Check#IMPORT}. */
    List<Outcome> imports() {
        return imported.outcomes();
    }

    /** The answer to {@link Check#VERSION}. */
    List<Outcome> version() {
        try {
            if (Version.parse(reported).equals(locked.version())) {
                return List.of(new Outcome.Passed());
            }
        } catch (PackagingParseException e) {
            // Said below with the text itself.
        }
        return List.of(new Outcome.Failed(new Problem(
                CheckProblem.OTHER_VERSION,
                "importlib.metadata reports \"" + reported + "\" for \"" + locked.name() + "\", expected "
                        + locked.version(),
                "use another version of the package, and tell its authors")));
    }
}
