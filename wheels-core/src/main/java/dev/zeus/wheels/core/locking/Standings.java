// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.core.index.ProjectPage;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Standing;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Yank;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the entries of a new lock stand: withdrawn or not, as their indexes say now, and vulnerable or not, as the last
 * audit found of those versions that do not move.
 */
record Standings(PresentLock present, LockUpdate update, EventSink events) {

    /** An entry with how it stands; one that the run must leave as it is stands as it did. */
    LockedPackage of(LockedPackage entry, ProjectPage page, List<Installed> installed) {
        Optional<Standing> before =
                present.entry(entry.name(), entry.version(), entry.source()).map(LockedPackage::standing);
        if (before.isPresent()
                && update instanceof LockUpdate.UpgradeSource
                && update.keeps(entry.name(), entry.source())) {
            return entry.with(before.get());
        }
        Set<String> names = entry.files().map(LockedFile::name).collect(Collectors.toSet());
        List<IndexFile> yanked = page.releases().files(entry.version()).stream()
                .filter(file -> file.yanked().isPresent())
                .filter(file -> names.contains(file.name()))
                .sorted(Comparator.comparing(IndexFile::name))
                .toList();
        warnOfKept(entry.name(), yanked, installed);
        return entry.with(new Standing(
                reason(yanked), before.map(Standing::vulnerabilities).orElse(List.of()), List.of()));
    }

    /** Why files were withdrawn: what the first one says that says anything. */
    private static Optional<Yank> reason(List<IndexFile> yanked) {
        List<String> reasons =
                yanked.stream().flatMap(file -> file.yanked().stream()).toList();
        return reasons.stream()
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .or(() -> reasons.stream().findFirst())
                .map(Yank::new);
    }

    /** Of a file that a target would choose today, the resolver has warned. */
    private void warnOfKept(PackageName name, List<IndexFile> yanked, List<Installed> installed) {
        Set<String> chosen =
                installed.stream().map(one -> one.resolved().file().name()).collect(Collectors.toSet());
        yanked.stream()
                .filter(file -> !chosen.contains(file.name()))
                .forEach(file -> events.accept(new WheelsEvent.Warned(new Problem(
                        LockingProblem.YANKED_SINCE,
                        "\"" + file.name() + "\" is locked, and has been yanked since" + because(List.of(file)),
                        "it stays as long as it can be downloaded; let it move with -Dwheels.upgrade=" + name))));
    }

    private static String because(List<IndexFile> yanked) {
        return reason(yanked)
                .map(Yank::reason)
                .filter(text -> !text.isEmpty())
                .map(text -> ": " + text)
                .orElse("");
    }
}
