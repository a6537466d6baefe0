// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zeus.wheels.core.text.Valid;
import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.AdvisoryId;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * What one document of OSV says of one project. What cannot be understood counts as affected.
 *
 * @param advisory what it says of every version
 * @param versions the versions that are affected, one by one
 * @param ranges others, between versions
 * @param all whether it names neither, so that nothing is known to be spared
 * @see <a href="https://ossf.github.io/osv-schema/#evaluation">how a version is held against it</a>
 */
record OsvAdvisory(Advisory advisory, Set<Version> versions, List<Range> ranges, boolean all) {
    /**
     * Versions from one on to another; {@code end} is empty where they do not end, and is one of them where it is the
     * last.
     */
    private record Range(Optional<Version> start, Optional<Version> end, boolean last) {
        boolean has(Version version) {
            int toEnd = end.map(version::compareTo).orElse(-1);
            return start.map(from -> version.compareTo(from) >= 0).orElse(true) && (last ? toEnd <= 0 : toEnd < 0);
        }
    }

    /** The projects of PyPI that a document is about. */
    static Set<PackageName> about(JsonNode document) {
        Set<PackageName> names = new HashSet<>();
        for (JsonNode affected : document.path("affected")) {
            name(affected).ifPresent(names::add);
        }
        return names;
    }

    private static Optional<PackageName> name(JsonNode affected) {
        JsonNode named = affected.path("package");
        return named.path("ecosystem").asText().split(":", 2)[0].equals("PyPI")
                ? Valid.of(named.path("name").asText(), PackageName::parse)
                : Optional.empty();
    }

    /** What it says of a project; empty where it has no id. */
    static Optional<OsvAdvisory> of(JsonNode document, PackageName name) {
        Set<Version> versions = new HashSet<>();
        List<Range> ranges = new ArrayList<>();
        SortedSet<Version> fixed = new TreeSet<>();
        boolean all = false;
        for (JsonNode affected : document.path("affected")) {
            if (!name(affected).equals(Optional.of(name))) {
                continue;
            }
            int before = ranges.size();
            for (JsonNode version : affected.path("versions")) {
                Valid.of(version.asText(), Version::parse).ifPresent(versions::add);
            }
            for (JsonNode range : affected.path("ranges")) {
                if (!range.path("type").asText().equals("GIT")) {
                    add(range.path("events"), ranges, fixed);
                }
            }
            all |= affected.path("versions").isEmpty() && ranges.size() == before;
        }
        boolean unbounded = all;
        return Valid.of(document.path("id").asText(), AdvisoryId::parse)
                .map(id -> new OsvAdvisory(
                        new Advisory(
                                id,
                                AdvisoryPage.all(document.path("aliases"), AdvisoryId::parse),
                                fixed,
                                AdvisoryPage.summary(document)),
                        versions,
                        ranges,
                        unbounded));
    }

    /** One end of a range; without a version it is before all. */
    private record Event(Optional<Version> at, String kind) {
        /** Empty where a version mends or ends it that cannot be read: it goes on. */
        static Optional<Event> of(JsonNode event) {
            for (String kind : List.of("introduced", "fixed", "last_affected")) {
                if (event.has(kind)) {
                    String text = event.path(kind).asText();
                    Optional<Version> at = text.equals("0") ? Optional.empty() : Valid.of(text, Version::parse);
                    return at.isPresent() || kind.equals("introduced")
                            ? Optional.of(new Event(at, kind))
                            : Optional.empty();
                }
            }
            return Optional.empty();
        }
    }

    private static int order(Event one, Event other) {
        return one.at().isPresent() && other.at().isPresent()
                ? one.at().get().compareTo(other.at().get())
                : Boolean.compare(one.at().isPresent(), other.at().isPresent());
    }

    /** The events of a range by version: each begins one or ends the one that is open. */
    private static void add(JsonNode events, List<Range> ranges, SortedSet<Version> fixed) {
        List<Event> sorted = StreamSupport.stream(events.spliterator(), false)
                .flatMap(event -> Event.of(event).stream())
                .sorted(OsvAdvisory::order)
                .toList();
        Optional<Event> open = Optional.empty();
        for (Event event : sorted) {
            if (event.kind().equals("fixed")) {
                event.at().ifPresent(fixed::add);
            }
            if (event.kind().equals("introduced")) {
                open = open.or(() -> Optional.of(event));
            } else if (open.isPresent()) {
                ranges.add(new Range(open.get().at(), event.at(), event.kind().equals("last_affected")));
                open = Optional.empty();
            }
        }
        open.ifPresent(start -> ranges.add(new Range(start.at(), Optional.empty(), false)));
    }

    /** A build of a version, such as {@code 2.1+cu118}, is as that version is. */
    boolean affects(Version locked) {
        Version version = locked.publicVersion();
        return all || versions.contains(version) || ranges.stream().anyMatch(range -> range.has(version));
    }

    /** What it says of a version: only later ones mend it. */
    Advisory of(Version version) {
        SortedSet<Version> later = new TreeSet<>(advisory.fixedIn());
        later.removeIf(fixed -> fixed.compareTo(version) <= 0);
        return new Advisory(advisory.id(), advisory.aliases(), later, advisory.summary());
    }
}
