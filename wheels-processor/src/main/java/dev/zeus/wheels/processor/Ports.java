// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

/** Numbers of ports. */
final class Ports {
    /** The last one that there is. */
    static final int LAST = 65_535;

    private Ports() {}
}
