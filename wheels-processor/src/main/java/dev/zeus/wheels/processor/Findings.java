// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems that the rules find. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void add(Problem problem, Site site, Object... arguments) {
        found.add(problem.at(site, arguments));
    }

    List<Finding> sorted() {
        return found.stream().sorted(Finding.IN_ORDER).toList();
    }
}
