// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.AdvisoryId;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A locked version.
 *
 * @param version the version
 * @param source the source that it comes from; empty where the lock does not say
 * @param yanked why it was withdrawn, empty if no reason is given; absent if it was not
 * @param vulnerabilities what the last audit found
 * @param requirements the projects that it requires, those of its extras with them
 * @param extras the extras that it is locked with, and whether each adds a requirement
 */
record LockEntry(
        Version version,
        String source,
        Optional<String> yanked,
        List<Vulnerability> vulnerabilities,
        Set<String> requirements,
        Map<String, Boolean> extras) {
    LockEntry {
        vulnerabilities = List.copyOf(vulnerabilities);
        requirements = new TreeSet<>(requirements);
        extras = new TreeMap<>(extras);
    }

    /**
     * A known vulnerability.
     *
     * @param id such as {@code PYSEC-2024-60}
     * @param fixedIn the versions that do not have it
     */
    record Vulnerability(AdvisoryId id, List<Version> fixedIn) {
        private static final String START = "    { id = \"";
        private static final String FIXED_IN = ", fixed-in = [";
        private static final String SUMMARY = ", summary = ";

        Vulnerability {
            fixedIn = List.copyOf(fixedIn);
        }

        /** Reads a line of the lock's list; the summary is its last part, and may hold anything. */
        static Optional<Vulnerability> parse(String line) {
            if (!line.startsWith(START)) {
                return Optional.empty();
            }
            int summary = line.indexOf(SUMMARY);
            String own = summary < 0 ? line : line.substring(0, summary);
            int end = own.indexOf('"', START.length());
            int fixed = own.indexOf(FIXED_IN);
            int last = own.indexOf(']', Math.max(fixed, 0));
            String versions = fixed < 0 || last < 0 ? "" : own.substring(fixed + FIXED_IN.length(), last);
            return parsed(own.substring(START.length(), Math.max(end, START.length())), AdvisoryId::parse)
                    .map(id -> new Vulnerability(id, versions(versions)));
        }

        private static List<Version> versions(String list) {
            List<Version> versions = new ArrayList<>();
            Arrays.stream(list.split(", ", -1))
                    .filter(text -> text.length() > 2)
                    .forEach(text -> parsed(text.substring(1, text.length() - 1), Version::parse)
                            .ifPresent(versions::add));
            return versions;
        }

        @Override
        public String toString() {
            String versions =
                    String.join(", ", fixedIn.stream().map(Version::toString).toList());
            return fixedIn.isEmpty() ? id.value() : id + " (fixed in " + versions + ")";
        }
    }

    /** The value; empty if the text is malformed, since the plugin reports a damaged lock. */
    static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }
}
