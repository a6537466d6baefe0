// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.core.text.NixText;
import dev.zeus.wheels.nix.NixExpr;

/** External text as a Nix string. */
final class ForeignText {
    private ForeignText() {}

    /** The text without what people would not see; NUL and halves of surrogate pairs become U+FFFD. */
    static NixExpr nix(String text) {
        return NixExpr.string(NixText.forPeople(text));
    }
}
