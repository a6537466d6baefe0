// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

/**
 * As much metadata was read as was allowed; only {@link Freshening} sets such a limit, and it ends its attempts by it.
 */
final class EnoughReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnoughReadException() {
        super("enough metadata was read", null, false, false);
    }
}
