// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.List;

/** Joins parts of markers with as few parentheses as their meaning needs. */
final class MarkerNodes {
    private MarkerNodes() {}

    /** All of the parts: alternatives among them go into parentheses. */
    static MarkerNode and(List<MarkerNode> parts) {
        List<MarkerNode> flat = new ArrayList<>();
        for (MarkerNode part : parts) {
            if (part instanceof MarkerNode.And and) {
                flat.addAll(and.parts());
            } else {
                flat.add(part instanceof MarkerNode.Or ? new MarkerNode.Group(part) : part);
            }
        }
        return flat.size() == 1 ? MarkerNode.ungroup(flat.get(0)) : new MarkerNode.And(List.copyOf(flat));
    }

    /** One of the parts. */
    static MarkerNode or(List<MarkerNode> parts) {
        List<MarkerNode> flat = new ArrayList<>();
        for (MarkerNode part : parts) {
            if (part instanceof MarkerNode.Or or) {
                flat.addAll(or.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new MarkerNode.Or(List.copyOf(flat));
    }
}
