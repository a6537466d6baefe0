// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of a lock file as the model. */
final class LockTables {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,4}){0,3}");

    private final LockTable root;
    private final LockTable tool;
    private final List<Target> targets;
    private final TargetMarkers markers;
    private final FileTables files;

    LockTables(LockTable root) {
        this.root = root;
        this.tool = root.table("tool").table(LockPrinter.TOOL);
        this.targets = tool.tables("targets").stream().map(LockTables::target).toList();
        if (targets.isEmpty()) {
            throw tool.defect("targets", "\"targets\" is missing");
        }
        this.markers = new TargetMarkers(targets);
        SortedMap<String, SortedSet<String>> hosts = new TreeMap<>();
        for (LockTable source : tool.tables("sources")) {
            hosts.put(source.text("name"), new TreeSet<>(source.strings("files-from")));
        }
        this.files = new FileTables(hosts);
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
                entries.stream().map(this::lockedPackage).toList(),
                tool.optional("nixpkgs-snapshot")
                        .map(snapshot -> new NixpkgsShare(
                                snapshot, new TreeSet<>(tool.list("from-nixpkgs", PackageName::parse)))));
    }

    private static Target target(LockTable table) {
        Platform platform = table.parsed("platform", LockTables::platform);
        return new Target(
                table.parsed("python", LockTables::number), platform, table.parsed("floor", LockTables::number));
    }

    /** A version of Python, glibc or macOS. */
    private static String number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("expected numbers with dots between them");
        }
        return text;
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
                offers(ours, installing),
                files.wheels(entry, ours, installing, source),
                files.sdist(entry, ours, source),
                FactTables.facts(ours, installing),
                StandingToml.read(entry, ours),
                edges.departures());
        requireOwn(entry, locked);
        return locked;
    }

    private record LockedEdges(
            List<LockedDependency> base,
            SortedMap<ExtraName, List<LockedDependency>> optional,
            Departures departures) {}

    /** The edges; if they have no details, as the standard's own list of names. */
    private LockedEdges edges(LockTable entry, LockTable ours, SortedSet<String> installing) {
        List<LockedDependency> base = new ArrayList<>();
        SortedMap<ExtraName, List<LockedDependency>> optional = new TreeMap<>();
        TargetMarkers among = among(installing);
        Departures departures = new Departures(
                edges(ours.tables("relaxed"), among, installing), edges(ours.tables("removed"), among, installing));
        if (!ours.has("requires")) {
            new LinkedHashSet<>(entry.tables("dependencies").stream()
                            .map(edge -> edge.parsed("name", PackageName::new))
                            .toList())
                    .forEach(name -> base.add(new LockedDependency(name, new TreeSet<>(), installing)));
            return new LockedEdges(base, optional, departures);
        }
        for (LockTable edge : ours.tables("requires")) {
            List<LockedDependency> list = edge.optional("extra", ExtraName::new)
                    .map(extra -> optional.computeIfAbsent(extra, name -> new ArrayList<>()))
                    .orElse(base);
            if (edge.has("name")) {
                list.add(edge(edge, among, installing));
            }
        }
        return new LockedEdges(base, optional, departures);
    }

    /** The extras that were not asked for. */
    private SortedMap<ExtraName, OfferedExtra> offers(LockTable ours, SortedSet<String> installing) {
        SortedMap<ExtraName, OfferedExtra> offers = new TreeMap<>();
        TargetMarkers among = among(installing);
        for (LockTable table : ours.tables("offers")) {
            boolean isEdge = table.has("name");
            OfferedExtra read = new OfferedExtra(
                    isEdge ? installing : table.optional("marker", among::where).orElse(installing),
                    isEdge ? List.of(edge(table, among, installing)) : List.of());
            offers.merge(table.parsed("extra", ExtraName::new), read, OfferedExtra::and);
        }
        return offers;
    }

    private TargetMarkers among(SortedSet<String> installing) {
        return new TargetMarkers(targets.stream()
                .filter(target -> installing.contains(target.id()))
                .toList());
    }

    private static List<LockedDependency> edges(
            List<LockTable> tables, TargetMarkers among, SortedSet<String> installing) {
        return tables.stream().map(table -> edge(table, among, installing)).toList();
    }

    private static LockedDependency edge(LockTable edge, TargetMarkers among, SortedSet<String> installing) {
        return new LockedDependency(
                edge.parsed("name", PackageName::new),
                new TreeSet<>(edge.list("extras", ExtraName::new)),
                edge.optional("marker", among::where).orElse(installing));
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
        locked.sdist().map(LockedSdist::filename).ifPresent(file -> {
            if (!file.name().equals(locked.name()) || !file.version().equals(locked.version())) {
                throw entry.defect("sdist", "\"" + file + "\" is not of " + locked.name() + " " + locked.version());
            }
        });
    }
}
