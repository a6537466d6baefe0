// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import static dev.zeus.wheels.core.lock.Toml.entry;

import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.AdvisoryId;
import dev.zeus.wheels.python.Publisher;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.Yank;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** How a version stands as the lock writes it; the summary comes last, as the only foreign text of its line. */
final class StandingToml {
    private static final String PUBLISHERS = "attestation-identities";

    private StandingToml() {}

    /** PEP 751's own field for who published the files, one of them a line. */
    static void writePublishers(Standing standing, TomlLines entry) {
        entry.items(
                PUBLISHERS, standing.publishers().stream().map(StandingToml::of).toList());
    }

    private static String of(Publisher publisher) {
        List<String> entries = new ArrayList<>(List.of(entry("kind", Toml.string(publisher.kind()))));
        publisher.claims().forEach((name, value) -> entries.add(entry(name, Toml.string(value))));
        return Toml.table(entries);
    }

    static void write(Standing standing, TomlLines entry) {
        entry.string("yanked", standing.yanked().map(Yank::reason))
                .items(
                        "vulnerabilities",
                        standing.vulnerabilities().stream()
                                .map(StandingToml::of)
                                .toList());
    }

    private static String of(Advisory advisory) {
        List<String> entries = new ArrayList<>();
        entries.add(entry("id", Toml.string(advisory.id().value())));
        if (!advisory.aliases().isEmpty()) {
            entries.add(entry(
                    "aliases",
                    Toml.strings(
                            advisory.aliases().stream().map(AdvisoryId::value).toList())));
        }
        if (!advisory.fixedIn().isEmpty()) {
            entries.add(entry(
                    "fixed-in",
                    Toml.strings(
                            advisory.fixedIn().stream().map(Version::toString).toList())));
        }
        if (!advisory.summary().isEmpty()) {
            entries.add(entry("summary", Toml.string(advisory.summary())));
        }
        return Toml.table(entries);
    }

    static Standing read(LockTable entry, LockTable ours) {
        return new Standing(
                ours.optional("yanked", Yank::new),
                ours.tables("vulnerabilities").stream()
                        .map(StandingToml::advisory)
                        .toList(),
                entry.tables(PUBLISHERS).stream().map(StandingToml::publisher).toList());
    }

    private static Publisher publisher(LockTable table) {
        SortedMap<String, String> claims = new TreeMap<>();
        table.toml().items().keySet().forEach(name -> claims.put(name, table.text(name)));
        claims.remove("kind");
        return table.parsed("kind", kind -> new Publisher(kind, claims));
    }

    private static Advisory advisory(LockTable table) {
        AdvisoryId id = table.parsed("id", AdvisoryId::parse);
        TreeSet<AdvisoryId> aliases = new TreeSet<>(table.list("aliases", AdvisoryId::parse));
        TreeSet<Version> fixedIn = new TreeSet<>(table.list("fixed-in", Version::parse));
        return table.optional("summary", summary -> new Advisory(id, aliases, fixedIn, summary))
                .orElseGet(() -> new Advisory(id, aliases, fixedIn, ""));
    }
}
