// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a program took for a case, of some runs.
 *
 * @param runs by processor time, least first
 */
record Row(Point point, String kind, String program, List<Measured> runs) {
    static final String HEAD =
            "| packages | targets | latency | case | program | processor, median (least–most) | clock | peak | requests | bytes |\n"
                    + "|---|---|---|---|---|---|---|---|---|---|\n";

    Row {
        runs = runs.stream()
                .sorted(Comparator.comparingLong(Measured::processor))
                .toList();
    }

    /** The size of a question: packages of the index, targets, and milliseconds before each answer. */
    record Point(int packages, int targets, long latency) {
        /** For a sentence. */
        String said() {
            return packages + " packages, " + targets + " targets, " + latency + " ms";
        }

        /** For a row. */
        @Override
        public String toString() {
            return packages + " | " + targets + " | " + latency + " ms";
        }
    }

    /** The run whose processor time is in the middle. */
    Measured median() {
        return runs.get(runs.size() / 2);
    }

    /** The time of the run in the middle by the clock, in milliseconds. */
    long clock() {
        return runs.stream().mapToLong(Measured::wall).sorted().toArray()[runs.size() / 2];
    }

    @Override
    public String toString() {
        Measured median = median();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f s (%.2f–%.2f) | %.2f s | %d MiB | %d | %.1f MB |",
                point,
                kind,
                program,
                median.processor() / 1e3,
                runs.get(0).processor() / 1e3,
                runs.get(runs.size() - 1).processor() / 1e3,
                median.wall() / 1e3,
                median.peak() >> 10,
                median.requests(),
                median.bytes() / 1e6);
    }
}
