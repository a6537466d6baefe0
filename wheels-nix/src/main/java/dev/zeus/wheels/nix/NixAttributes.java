// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The attributes that one set defines, to find one defined twice: {@code a = 1; a.b = 2;}. */
final class NixAttributes {
    /** Every path defined and every beginning of one, with whether more may be added below it. */
    private final Map<List<String>, Boolean> open = new HashMap<>();

    void define(List<String> path, boolean isSet, int offset) {
        for (int length = 1; length < path.size(); length++) {
            requireOpen(path.subList(0, length), offset);
            open.put(List.copyOf(path.subList(0, length)), true);
        }
        if (open.containsKey(path) && !(isSet && open.getOrDefault(path, false))) {
            throw twice(path, offset);
        }
        open.put(List.copyOf(path), isSet);
    }

    private void requireOpen(List<String> beginning, int offset) {
        if (!open.getOrDefault(beginning, true)) {
            throw twice(beginning, offset);
        }
    }

    private static NixSyntaxException twice(List<String> path, int offset) {
        return new NixSyntaxException(
                offset,
                "the attribute \"" + String.join(".", path) + "\" is defined twice",
                "Leave one of the two definitions out.");
    }
}
