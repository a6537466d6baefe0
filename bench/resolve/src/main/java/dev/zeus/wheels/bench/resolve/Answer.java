// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.resolve;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a resolver says to a set of requirements for one target.
 *
 * @param versions the version of each package; none where there is no answer
 * @param problem why there is none, or nothing
 */
record Answer(SortedMap<String, String> versions, String problem) {
    static Answer of(SortedMap<String, String> versions) {
        return new Answer(versions, "");
    }

    static Answer none(String problem) {
        return new Answer(new TreeMap<>(), problem);
    }

    /** Where two answers differ, as {@code name ours/theirs}. */
    String difference(Answer theirs) {
        SortedMap<String, String> all = new TreeMap<>(theirs.versions);
        all.putAll(versions);
        StringBuilder text = new StringBuilder();
        all.keySet().forEach(name -> {
            String our = versions.getOrDefault(name, "-");
            String their = theirs.versions.getOrDefault(name, "-");
            if (!our.equals(their)) {
                text.append(' ')
                        .append(name)
                        .append(' ')
                        .append(our)
                        .append('/')
                        .append(their);
            }
        });
        return text.toString().strip();
    }

    /** A value and the time that it took. */
    record Timed<T>(T value, Duration time) {
        static <T> Timed<T> of(Supplier<T> work) {
            long start = System.nanoTime();
            T value = work.get();
            return new Timed<>(value, Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
