// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is locked, by project, as far as declarations ask for it.
 *
 * <p>It is read from the lines of {@code pylock.toml} (PEP 751) as {@code wheels:generate} writes them: this is not a
 * reader of TOML, and a file that looks different has nothing to say here. The plugin, which relies on the lock, reads
 * it whole.
 */
final class Lock {
    /** No lock, which is never held against a declaration. */
    static final Lock NONE = new Lock(false);

    /** A lock has about 2 KB for each package: 30,000 packages fit. */
    private static final long LARGEST = 64L << 20;

    private static final String YANKED = "yanked = ";
    private static final String PROGRAM = "main-program";
    private static final Pattern EXTRA = Pattern.compile("\\{ extra = \"([a-z0-9-]+)\"");
    private static final Pattern NAME = Pattern.compile("\\bname = \"([a-z0-9-]+)\"");

    private final boolean present;
    private final Map<String, List<LockEntry>> entries = new HashMap<>();
    private final Set<String> programs = new TreeSet<>();

    private Lock(boolean present) {
        this.present = present;
    }

    /** Reads a lock; none where there is no file, or one that cannot be read. */
    static Lock read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return NONE;
            }
            Lock lock = new Lock(true);
            try (BufferedReader reader = Files.newBufferedReader(file)) {
                return lock.readLines(reader) ? lock : NONE;
            }
        } catch (IOException | UncheckedIOException e) {
            return NONE;
        }
    }

    boolean isPresent() {
        return present;
    }

    /** What is locked of a project: one entry, or several where targets differ; empty where it is not locked. */
    List<LockEntry> of(String project) {
        return entries.getOrDefault(project, List.of());
    }

    /** The names of all that is locked. */
    Set<String> projects() {
        return entries.keySet();
    }

    /** The main programs of all that is locked, which may have others. */
    Set<String> programs() {
        return programs;
    }

    /** The locked versions as a text, such as {@code 2.1.0, 2.2.0}. */
    Optional<String> versions(String project) {
        List<LockEntry> locked = of(project);
        return locked.isEmpty()
                ? Optional.empty()
                : Optional.of(locked.stream()
                        .map(LockEntry::version)
                        .sorted()
                        .distinct()
                        .map(Version::toString)
                        .collect(Collectors.joining(", ")));
    }

    /** Reads all lines; false where two versions of the file were not merged. */
    private boolean readLines(BufferedReader lines) throws IOException {
        Map<String, String> entry = new HashMap<>();
        List<LockEntry.Vulnerability> vulnerabilities = new ArrayList<>();
        Requirements requirements = new Requirements();
        String table = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("<<<<<<< ")) {
                return false;
            }
            if (line.startsWith("[")) {
                if (!line.startsWith("[packages.")) {
                    add(entry, vulnerabilities, requirements);
                }
                table = line;
            } else if (table.equals("[[packages]]")) {
                requirements.read(line, "dependencies = [");
                put(entry, line, "name");
                put(entry, line, "version");
            } else if (table.equals("[packages.tool.zeus-wheels]")) {
                requirements.read(line, "requires = [");
                put(entry, line, "source");
                put(entry, line, PROGRAM);
                if (line.startsWith(YANKED)) {
                    entry.put(YANKED, LockText.read(line.substring(YANKED.length())));
                } else {
                    LockEntry.Vulnerability.parse(line).ifPresent(vulnerabilities::add);
                }
            }
        }
        add(entry, vulnerabilities, requirements);
        return true;
    }

    private static void put(Map<String, String> entry, String line, String key) {
        String start = key + " = \"";
        if (line.startsWith(start) && line.endsWith("\"") && line.length() > start.length()) {
            entry.put(key, line.substring(start.length(), line.length() - 1));
        }
    }

    /** Names and extras out of the lists of an entry's requirements. */
    private static final class Requirements {
        private final Set<String> names = new TreeSet<>();
        private final Map<String, Boolean> extras = new TreeMap<>();
        private boolean listed;

        void read(String line, String start) {
            listed = line.startsWith(start) || (listed && line.startsWith("    {"));
            if (listed) {
                Matcher name = NAME.matcher(line);
                boolean named = name.find();
                if (named) {
                    names.add(name.group(1));
                }
                Matcher extra = EXTRA.matcher(line);
                if (extra.find()) {
                    extras.merge(extra.group(1), named, Boolean::logicalOr);
                }
            }
        }

        void clear() {
            names.clear();
            extras.clear();
            listed = false;
        }
    }

    private void add(
            Map<String, String> entry, List<LockEntry.Vulnerability> vulnerabilities, Requirements requirements) {
        String name = entry.get("name");
        String version = entry.get("version");
        if (name != null && version != null) {
            LockEntry.parsed(version, Version::parse)
                    .ifPresent(locked -> entries.computeIfAbsent(name, key -> new ArrayList<>(1))
                            .add(new LockEntry(
                                    locked,
                                    entry.getOrDefault("source", ""),
                                    Optional.ofNullable(entry.get(YANKED)),
                                    vulnerabilities,
                                    requirements.names,
                                    requirements.extras)));
        }
        Optional.ofNullable(entry.get(PROGRAM)).ifPresent(programs::add);
        entry.clear();
        requirements.clear();
        vulnerabilities.clear();
    }
}
