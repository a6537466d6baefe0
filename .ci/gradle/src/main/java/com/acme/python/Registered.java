// SPDX-License-Identifier: Apache-2.0
package com.acme.python;

/** That the registry is there when the consumer's own code is compiled. */
final class Registered {
    static final String NAME = AcmeWheels.NUMPY.name();

    private Registered() {}
}
