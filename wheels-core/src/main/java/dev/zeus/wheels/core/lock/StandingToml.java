package dev.zeus.wheels.core.lock;

import static dev.zeus.wheels.core.lock.Toml.entry;

import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.AdvisoryId;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.Yank;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** How a version stands as the lock writes it; the summary comes last, as the only foreign text of its line. */
final class StandingToml {
    private StandingToml() {}

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

    static Standing read(LockTable ours) {
        return new Standing(
                ours.optional("yanked", Yank::new),
                ours.tables("vulnerabilities").stream()
                        .map(StandingToml::advisory)
                        .toList());
    }

    private static Advisory advisory(LockTable table) {
        AdvisoryId id = table.parsed("id", AdvisoryId::parse);
        TreeSet<AdvisoryId> aliases = new TreeSet<>(table.list("aliases", AdvisoryId::parse));
        TreeSet<Version> fixedIn = new TreeSet<>(table.list("fixed-in", Version::parse));
        return table.optional("summary", summary -> new Advisory(id, aliases, fixedIn, summary))
                .orElseGet(() -> new Advisory(id, aliases, fixedIn, ""));
    }
}
