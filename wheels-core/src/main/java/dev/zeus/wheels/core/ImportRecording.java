// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.check.HostSystem;
import dev.zeus.wheels.core.check.ImportRecord;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.lock.ImportsAlone;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.output.GeneratedDirectory;
import dev.zeus.wheels.core.output.Reservation;
import dev.zeus.wheels.core.setup.GoalProblem;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notes in the lock which modules import with nothing but what their package requires, and writes the lock and what is
 * rendered from it as one change. What was recorded on targets that this machine cannot run stays.
 */
final class ImportRecording {
    private final LockedWheels wheels;
    private final SourceRoots sources;
    private final EventSink events;

    ImportRecording(LockedWheels wheels, SourceRoots sources, EventSink events) {
        this.wheels = wheels;
        this.sources = sources;
        this.events = events;
    }

    /**
     * Imports, and records.
     *
     * @return what was recorded, and what was not
     * @throws WheelsException C101 where the lock has changed meanwhile, or what writing fails with; the generated
     *     directory is then as it was
     */
    List<String> record(Lock lock) {
        List<ImportRecord> records = wheels.importsAlone(lock, events);
        Lock after = lock.with(
                lock.packages().stream().map(locked -> with(locked, records)).toList());
        write(lock, after);
        List<String> lines = new ArrayList<>();
        if (records.isEmpty()) {
            lines.add("not recorded  which modules import alone: nothing is locked for " + HostSystem.name());
        }
        for (ImportRecord record : records) {
            long modules =
                    record.modules().values().stream().mapToLong(List::size).sum();
            long packages = record.modules().values().stream()
                    .filter(each -> !each.isEmpty())
                    .count();
            lines.add("recorded  " + record.target().id() + ": " + Counted.of(modules, "module") + " of "
                    + Counted.of(packages, "package") + " import alone");
            record.left().forEach(left -> lines.add("not recorded  " + left));
        }
        return lines;
    }

    private static LockedPackage with(LockedPackage locked, List<ImportRecord> records) {
        ImportsAlone all = locked.facts().importsAlone();
        for (ImportRecord record : records) {
            Map<PackageName, List<String>> modules = record.modules();
            Optional<List<String>> own =
                    locked.targets().contains(record.target().id())
                            ? Optional.ofNullable(modules.get(locked.name()))
                            : Optional.empty();
            if (own.isPresent()) {
                all = all.with(record.target().id(), own.get());
            }
        }
        return locked.with(locked.facts().with(all));
    }

    /** The lock is read again once the directory is reserved. */
    private void write(Lock before, Lock after) {
        GeneratedDirectory directory = GeneratedFiles.in(wheels.outputDirectory());
        try (Reservation mine = directory.reserve(events)) {
            if (!before.toToml().equals(directory.read().get(GeneratedFiles.LOCK_FILE))) {
                throw new WheelsException(
                        GoalProblem.OUT_OF_DATE,
                        "pylock.toml has changed while its wheels were checked",
                        "run it again: mvn wheels:check -Dwheels.check.recordImports");
            }
            mine.replace(GeneratedFiles.of(wheels.set(), after, wheels.outputDirectory(), sources));
        }
    }
}
