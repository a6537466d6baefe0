// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

/** Nothing satisfies the declarations; carries the proof. */
final class Unsatisfiable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Incompatibility proof;

    Unsatisfiable(Incompatibility proof) {
        super("nothing satisfies the declarations");
        this.proof = proof;
    }

    Incompatibility proof() {
        return proof;
    }
}
