// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import static dev.zeus.wheels.core.lock.Toml.entry;

import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.PackageName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A pylock.toml of nothing but the standard's own fields, for some targets of a lock.
 *
 * <p>Standard: pylock.toml, PEP 751.
 */
public final class PlainPylock {
    /** The first line. */
    public static final String HEAD = "# Exported by Zeus Wheels; write it anew with: mvn wheels:export";

    private PlainPylock() {}

    /**
     * A package that is installed.
     *
     * @param marker where it is installed, everywhere if empty
     * @param files what is installed of it
     * @param needs what it needs itself, of those that are installed
     */
    public record Entry(
            LockedPackage locked,
            Optional<EnvironmentMarker> marker,
            List<LockedFile> files,
            List<LockedPackage> needs) {
        public Entry {
            files = List.copyOf(files);
            needs = List.copyOf(needs);
        }
    }

    /** The text of the file. */
    public static String print(List<Target> targets, List<Entry> entries) {
        TomlLines text = new TomlLines()
                .line(HEAD)
                .string("lock-version", "1.0")
                .items(
                        "environments",
                        targets.stream()
                                .map(target -> Toml.string(TargetMarkers.of(target)))
                                .toList())
                .string("requires-python", ">=" + targets.get(0).python())
                .string("created-by", LockPrinter.TOOL + " export");
        if (entries.isEmpty()) {
            text.set("packages", Toml.strings(List.of()));
        }
        Map<PackageName, Long> named = entries.stream()
                .collect(Collectors.groupingBy(each -> each.locked().name(), Collectors.counting()));
        entries.forEach(each -> print(each, named, text));
        return text.lines().stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static void print(Entry each, Map<PackageName, Long> named, TomlLines text) {
        LockedPackage locked = each.locked();
        text.line("")
                .line(Wholeness.ENTRY)
                .string("name", locked.name().value())
                .string("version", locked.version().toString())
                .string("marker", each.marker())
                .string("requires-python", locked.requiresPython())
                .string("index", Optional.of(locked.index()).filter(URI::isAbsolute))
                .items(
                        "dependencies",
                        each.needs().stream()
                                .map(needed -> reference(needed, named))
                                .distinct()
                                .toList())
                .items(
                        "wheels",
                        each.files().stream()
                                .filter(LockedWheel.class::isInstance)
                                .map(FileToml::of)
                                .toList());
        each.files().stream()
                .filter(LockedSdist.class::isInstance)
                .findFirst()
                .ifPresent(sdist -> text.set("sdist", FileToml.of(sdist)));
    }

    /** The standard wants the version too where the name alone would be ambiguous. */
    private static String reference(LockedPackage needed, Map<PackageName, Long> named) {
        List<String> keys = new ArrayList<>();
        keys.add(entry("name", Toml.string(needed.name().value())));
        if (named.getOrDefault(needed.name(), 0L) > 1) {
            keys.add(entry("version", Toml.string(needed.version().toString())));
        }
        return Toml.table(keys);
    }
}
