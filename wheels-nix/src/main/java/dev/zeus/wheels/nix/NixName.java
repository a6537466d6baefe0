// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

/** One part of an attribute path: a fixed name or a computed one. */
public sealed interface NixName {
    /** A fixed name, which may be any text. */
    record Fixed(String text) implements NixName {}

    /** A name that an expression computes, <code>${target}</code>. */
    record Computed(NixExpr expression) implements NixName {}

    static NixName of(String text) {
        return new Fixed(text);
    }
}
