package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.python.WheelFilename;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlInvalidTypeException;
import org.tomlj.TomlTable;

/** The tables of a lock file as the model. */
final class LockTables {
    private final TomlTable root;
    private final SortedSet<String> allTargets = new TreeSet<>();

    LockTables(TomlTable root) {
        this.root = root;
    }

    Lock lock() {
        try {
            TomlTable tool = table(root, "tool." + LockPrinter.TOOL);
            List<Target> targets =
                    tables(tool, "targets").stream().map(LockTables::target).toList();
            if (targets.isEmpty()) {
                throw new IllegalArgumentException("\"targets\" is missing");
            }
            targets.forEach(target -> allTargets.add(target.id()));
            List<LockedPackage> packages =
                    tables(root, "packages").stream().map(this::lockedPackage).toList();
            long count = required(tool.getLong("packages"), "packages");
            if (count != packages.size()) {
                throw new IllegalArgumentException(
                        count + " packages are counted, and " + packages.size() + " are there");
            }
            Optional<Instant> cutoff =
                    Optional.ofNullable(tool.getOffsetDateTime("exclude-newer")).map(OffsetDateTime::toInstant);
            return new Lock(new LockInputs(string(tool, "inputs")), cutoff, targets, packages);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | TomlInvalidTypeException e) {
            throw new WheelsException(
                    new Problem(
                            "L105",
                            "pylock.toml is not a lock of Zeus Wheels: " + e.getMessage(),
                            "write it anew with: mvn wheels:generate"),
                    e);
        }
    }

    private static Target target(TomlTable table) {
        String system = string(table, "platform");
        for (Platform platform : Platform.values()) {
            if (platform.system().equals(system)) {
                return new Target(string(table, "python"), platform, string(table, "floor"));
            }
        }
        throw new IllegalArgumentException("unknown platform \"" + system + '"');
    }

    private LockedPackage lockedPackage(TomlTable table) {
        TomlTable tool = table(table, "tool." + LockPrinter.TOOL);
        SortedSet<String> targets = tool.contains("targets") ? new TreeSet<>(strings(tool, "targets")) : allTargets;
        List<LockedDependency> dependencies = new ArrayList<>();
        SortedMap<ExtraName, List<LockedDependency>> optional = new TreeMap<>();
        for (TomlTable edge : tables(tool, "requires")) {
            List<LockedDependency> list = optional(edge, "extra")
                    .map(extra -> optional.computeIfAbsent(new ExtraName(extra), name -> new ArrayList<>()))
                    .orElse(dependencies);
            if (edge.contains("name")) {
                list.add(dependency(edge, targets));
            }
        }
        return new LockedPackage(
                new PackageName(string(table, "name")),
                Version.parse(string(table, "version")),
                string(tool, "source"),
                URI.create(optional(table, "index").orElse("")),
                optional(table, "requires-python").map(VersionSpecifiers::parse),
                targets,
                dependencies,
                optional,
                wheels(
                        tables(required(table.getArray("wheels"), "wheels")),
                        required(tool.getArray("selected"), "selected")),
                facts(tool));
    }

    private static LockedDependency dependency(TomlTable edge, SortedSet<String> targets) {
        SortedSet<ExtraName> extras = new TreeSet<>();
        strings(edge, "extras").forEach(extra -> extras.add(new ExtraName(extra)));
        return new LockedDependency(
                new PackageName(string(edge, "name")),
                extras,
                edge.contains("targets") ? new TreeSet<>(strings(edge, "targets")) : targets);
    }

    private static List<LockedWheel> wheels(List<TomlTable> tables, TomlArray selected) {
        if (tables.size() != selected.size()) {
            throw new IllegalArgumentException(
                    tables.size() + " wheels, and \"selected\" speaks of " + selected.size());
        }
        return IntStream.range(0, tables.size())
                .mapToObj(i -> wheel(tables.get(i), selected.getArray(i)))
                .toList();
    }

    private static LockedWheel wheel(TomlTable table, TomlArray targets) {
        OffsetDateTime uploaded = table.getOffsetDateTime("upload-time");
        Long size = table.getLong("size");
        return new LockedWheel(
                WheelFilename.parse(string(table, "name")),
                table.contains("path") ? LockedWheel.local(string(table, "path")) : URI.create(string(table, "url")),
                new Sha256(string(table, "hashes.sha256")),
                size == null ? OptionalLong.empty() : OptionalLong.of(size),
                Optional.ofNullable(uploaded).map(OffsetDateTime::toInstant),
                new TreeSet<>(strings(targets)));
    }

    private static PackageFacts facts(TomlTable tool) {
        return new PackageFacts(
                optional(tool, "summary"),
                optional(tool, "license"),
                optional(tool, "homepage"),
                optional(tool, "changelog"),
                strings(tool, "imports"),
                optional(tool, "main-program"));
    }

    private static TomlTable table(TomlTable table, String key) {
        return required(table.getTable(key), key);
    }

    private static List<TomlTable> tables(TomlTable table, String key) {
        TomlArray array = table.getArray(key);
        return array == null ? List.of() : tables(array);
    }

    private static List<TomlTable> tables(TomlArray array) {
        return IntStream.range(0, array.size()).mapToObj(array::getTable).toList();
    }

    private static String string(TomlTable table, String key) {
        return required(table.getString(key), key);
    }

    private static Optional<String> optional(TomlTable table, String key) {
        return Optional.ofNullable(table.getString(key));
    }

    private static List<String> strings(TomlTable table, String key) {
        TomlArray array = table.getArray(key);
        return array == null ? List.of() : strings(array);
    }

    private static List<String> strings(TomlArray array) {
        return IntStream.range(0, array.size()).mapToObj(array::getString).toList();
    }

    private static <T> T required(@Nullable T value, String key) {
        if (value == null) {
            throw new IllegalArgumentException("\"" + key + "\" is missing");
        }
        return value;
    }
}
