// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a check finds: the first problem of each code. An excuse is about a code, so that what it excuses must not hide
 * what it does not.
 */
final class Findings {
    private final Map<String, Problem> byCode = new LinkedHashMap<>();

    /** Adds problems of which the code is new. */
    Findings add(Collection<Problem> problems) {
        problems.forEach(problem -> byCode.putIfAbsent(problem.code(), problem));
        return this;
    }

    /** Adds a problem if its code is new. */
    Findings add(Problem problem) {
        return add(List.of(problem));
    }

    /** The problems, in the order in which they were found. */
    List<Problem> all() {
        return List.copyOf(byCode.values());
    }
}
