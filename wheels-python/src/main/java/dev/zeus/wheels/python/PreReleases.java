// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

/**
 * Whether versions that are pre-releases may be chosen.
 *
 * <pre>{@code
 * VersionSpecifiers.parse(">=1").contains(Version.parse("2.0rc1"), PreReleases.REFUSE); // false
 * }</pre>
 *
 * <p>Standard: handling of pre-releases, <a href="https://peps.python.org/pep-0440/">PEP 440</a>.
 */
public enum PreReleases {
    /** Where a specifier names one, or where nothing else fits. */
    DEFAULT,
    /** Like any other version. */
    ALLOW,
    /** Never. */
    REFUSE
}
