// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.Requirement;

/**
 * One declared requirement, where a resolution begins.
 *
 * @param requirement what is declared, such as {@code nautilus-trader>=1.200}; its marker may leave it out of a target
 * @param source the name of the index that the package comes from, and what it needs unless declared otherwise
 * @param accepts which files of it will do
 * @param origin where it is declared, such as {@code com.acme.NautilusTrader (@Wheel)}
 */
public record RootRequirement(Requirement requirement, String source, AcceptedFile accepts, String origin) {
    /** The same declaration with another requirement. */
    RootRequirement with(Requirement other) {
        return new RootRequirement(other, source, accepts, origin);
    }
}
