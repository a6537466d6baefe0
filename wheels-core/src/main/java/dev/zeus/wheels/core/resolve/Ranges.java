// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Sets of versions in words: runs of neighbours on the page are ranges. */
final class Ranges {
    private static final int RUNS_SHOWN = 4;

    private Ranges() {}

    /** Such as {@code numpy 1.0 to 1.9, 2.1}, or {@code every version of numpy}. */
    static String of(Candidates candidates, VersionSet set) {
        int count = candidates.versions().size();
        if (count > 1 && VersionSet.all(count).within(set)) {
            return "every version of " + candidates.name() + " (" + run(candidates, 0, count - 1) + ')';
        }
        List<String> runs = new ArrayList<>();
        for (int first = 0; first < count; first++) {
            if (set.contains(first)) {
                int last = first;
                while (last + 1 < count && set.contains(last + 1)) {
                    last++;
                }
                runs.add(run(candidates, first, last));
                first = last;
            }
        }
        String shown = String.join(", ", runs.subList(0, Math.min(RUNS_SHOWN, runs.size())));
        String more = runs.size() <= RUNS_SHOWN ? "" : " and others";
        return candidates.name() + " " + shown + more;
    }

    /** All versions that there are. */
    static String all(Candidates candidates) {
        int count = candidates.versions().size();
        return candidates.name() + " "
                + (count <= RUNS_SHOWN
                        ? candidates.versions().stream().map(Version::toString).collect(Collectors.joining(", "))
                        : run(candidates, 0, count - 1));
    }

    private static String run(Candidates candidates, int first, int last) {
        String from = candidates.versions().get(first).toString();
        return first == last ? from : from + " to " + candidates.versions().get(last);
    }
}
