package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.Platform;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tables of a lock file as the model. */
final class LockTables {
    private final LockTable root;
    private final LockTable tool;
    private final List<Target> targets;
    private final TargetMarkers markers;
    private final SortedMap<String, SortedSet<String>> hosts = new TreeMap<>();

    LockTables(LockTable root) {
        this.root = root;
        this.tool = root.table("tool").table(LockPrinter.TOOL);
        this.targets = tool.tables("targets").stream().map(LockTables::target).toList();
        if (targets.isEmpty()) {
            throw tool.defect("targets", "\"targets\" is missing");
        }
        this.markers = new TargetMarkers(targets);
        for (LockTable source : tool.tables("sources")) {
            hosts.put(source.text("name"), new TreeSet<>(source.strings("files-from")));
        }
    }

    Lock lock() {
        List<LockTable> entries = root.tables("packages");
        long count = tool.required("packages", tool.value("packages", Long.class, "a number"));
        if (count != entries.size()) {
            throw tool.defect("packages", count + " entries are counted, and " + entries.size() + " are there");
        }
        return new Lock(
                new LockInputs(tool.text("inputs")),
                tool.value("exclude-newer", OffsetDateTime.class, "a moment").map(OffsetDateTime::toInstant),
                targets,
                entries.stream().map(this::lockedPackage).toList());
    }

    private static Target target(LockTable table) {
        Platform platform = table.parsed("platform", LockTables::platform);
        return new Target(table.text("python"), platform, table.text("floor"));
    }

    private static Platform platform(String system) {
        for (Platform platform : Platform.values()) {
            if (platform.system().equals(system)) {
                return platform;
            }
        }
        throw new IllegalArgumentException("no such platform");
    }

    private LockedPackage lockedPackage(LockTable entry) {
        LockTable ours = entry.table("tool").table(LockPrinter.TOOL);
        SortedSet<String> installing = entry.optional("marker", markers::where)
                .orElseGet(() -> targets.stream().map(Target::id).collect(Collectors.toCollection(TreeSet::new)));
        String source = ours.text("source");
        LockedEdges edges = edges(entry, ours, installing);
        LockedPackage locked = new LockedPackage(
                entry.parsed("name", PackageName::new),
                entry.parsed("version", Version::parse),
                source,
                entry.optional("index", URI::create).orElse(URI.create("")),
                entry.optional("requires-python", VersionSpecifiers::parse),
                installing,
                edges.base(),
                edges.optional(),
                wheels(entry, ours, installing, source),
                facts(ours));
        requireOwn(entry, locked);
        return locked;
    }

    private record LockedEdges(List<LockedDependency> base, SortedMap<ExtraName, List<LockedDependency>> optional) {}

    /** The edges; where nothing more is said of them, the standard's own list of names. */
    private LockedEdges edges(LockTable entry, LockTable ours, SortedSet<String> installing) {
        List<LockedDependency> base = new ArrayList<>();
        SortedMap<ExtraName, List<LockedDependency>> optional = new TreeMap<>();
        if (!ours.has("requires")) {
            new LinkedHashSet<>(entry.tables("dependencies").stream()
                            .map(edge -> edge.parsed("name", PackageName::new))
                            .toList())
                    .forEach(name -> base.add(new LockedDependency(name, new TreeSet<>(), installing)));
            return new LockedEdges(base, optional);
        }
        TargetMarkers among = new TargetMarkers(targets.stream()
                .filter(target -> installing.contains(target.id()))
                .toList());
        for (LockTable edge : ours.tables("requires")) {
            List<LockedDependency> list = edge.optional("extra", ExtraName::new)
                    .map(extra -> optional.computeIfAbsent(extra, name -> new ArrayList<>()))
                    .orElse(base);
            if (edge.has("name")) {
                list.add(new LockedDependency(
                        edge.parsed("name", PackageName::new),
                        new TreeSet<>(edge.list("extras", ExtraName::new)),
                        edge.optional("marker", among::where).orElse(installing)));
            }
        }
        return new LockedEdges(base, optional);
    }

    private List<LockedWheel> wheels(LockTable entry, LockTable ours, SortedSet<String> installing, String source) {
        List<LockTable> tables = entry.tables("wheels");
        List<List<String>> selected = ours.has("selected") ? ours.lists("selected") : List.of(List.copyOf(installing));
        if (tables.size() != selected.size()) {
            throw entry.defect("wheels", tables.size() + " wheels, and " + selected.size() + " are selected");
        }
        SortedSet<String> served = new TreeSet<>();
        selected.forEach(served::addAll);
        if (!served.equals(installing)) {
            throw ours.defect("selected", "wheels are selected for " + served + ", and the marker says " + installing);
        }
        return IntStream.range(0, tables.size())
                .mapToObj(i -> wheel(tables.get(i), new TreeSet<>(selected.get(i)), source))
                .toList();
    }

    private LockedWheel wheel(LockTable table, SortedSet<String> installing, String source) {
        return new LockedWheel(
                table.parsed("name", WheelFilename::parse),
                url(table, source),
                sha256(table),
                table.value("size", Long.class, "a number")
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()),
                uploaded(table),
                installing);
    }

    private static Optional<Instant> uploaded(LockTable wheel) {
        return wheel.value("upload-time", OffsetDateTime.class, "a moment").map(OffsetDateTime::toInstant);
    }

    private static Sha256 sha256(LockTable wheel) {
        Optional<LockTable> hashes = wheel.has("hashes") ? Optional.of(wheel.table("hashes")) : Optional.empty();
        if (hashes.filter(table -> table.has("sha256")).isEmpty()) {
            String others = hashes.map(table -> String.join(", ", table.toml().keySet()))
                    .orElse("");
            throw wheel.defect(
                    "hashes",
                    "\"" + wheel.text("name") + "\" has no sha256, but " + (others.isEmpty() ? "no hash" : others)
                            + "; nothing weaker proves what it is");
        }
        return hashes.orElseThrow().parsed("sha256", Sha256::new);
    }

    private URI url(LockTable wheel, String source) {
        boolean local = wheel.has("path");
        URI url = local ? wheel.parsed("path", LockedWheel::local) : wheel.parsed("url", URI::create);
        SortedSet<String> usual = hosts.getOrDefault(source, new TreeSet<>());
        if (!usual.contains(FileHosts.place(url))) {
            throw wheel.defect(
                    local ? "path" : "url",
                    "\"" + wheel.text("name") + "\" is to come from \""
                            + (local ? wheel.text("path") : FileHosts.place(url)) + "\", and files of the source \""
                            + source + "\" come from " + (usual.isEmpty() ? "nowhere" : String.join(", ", usual)));
        }
        return url;
    }

    /** An installer goes by the file's name, so that it must be one of this package. */
    private static void requireOwn(LockTable entry, LockedPackage locked) {
        for (LockedWheel wheel : locked.wheels()) {
            if (!wheel.filename().name().equals(locked.name())
                    || !wheel.filename().version().equals(locked.version())) {
                throw entry.defect(
                        "wheels", "\"" + wheel.filename() + "\" is not of " + locked.name() + " " + locked.version());
            }
        }
    }

    private static PackageFacts facts(LockTable ours) {
        return new PackageFacts(
                ours.optional("summary"),
                ours.optional("license"),
                ours.optional("homepage"),
                ours.optional("changelog"),
                ours.strings("imports"),
                ours.optional("main-program"));
    }
}
