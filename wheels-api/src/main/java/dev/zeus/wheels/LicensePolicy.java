// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;

/**
 * Which licences the packages of a wheel set may have.
 *
 * @param allowed SPDX identifiers, such as {@code MIT}; empty for any licence
 * @param exceptions the normalised names of projects that may have any licence
 */
public record LicensePolicy(List<String> allowed, List<String> exceptions) {
    /** Any licence for everybody. */
    public static final LicensePolicy ANY = new LicensePolicy(List.of(), List.of());

    /**
     * Copies what it is given, so that it cannot change.
     *
     * @param allowed SPDX identifiers, such as {@code MIT}; empty for any licence
     * @param exceptions the normalised names of projects that may have any licence
     */
    public LicensePolicy {
        allowed = List.copyOf(allowed);
        exceptions = List.copyOf(exceptions);
    }
}
