// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/** Whether pre-releases are taken. */
public enum PrereleasePolicy {
    /** Where a declaration names one, or where nothing else fits. */
    IF_NECESSARY,
    /** Like any other version. */
    ALLOW,
    /** Never. */
    REFUSE
}
