// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

/**
 * A lock file that has no unique answer for an environment.
 *
 * <pre>{@code
 * lock.select(python38, tags, Set.of(), Set.of()); // throws: the lock needs Python >=3.11, this is 3.8.20
 * }</pre>
 *
 * <p>Standard: installing from pylock.toml, <a href="https://peps.python.org/pep-0751/">PEP 751</a>.
 */
public final class PylockSelectionException extends RuntimeException {
    PylockSelectionException(String message) {
        super(message);
    }
}
