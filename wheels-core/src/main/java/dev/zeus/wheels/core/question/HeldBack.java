// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.question;

import dev.zeus.wheels.core.answer.Declared;
import dev.zeus.wheels.core.answer.LockGraph;
import dev.zeus.wheels.core.answer.Outlook;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.report.LockChange;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What keeps packages of a new lock from being newer, said without being asked: of what is declared, and of what went
 * down. It is read from what the run has just put into the cache.
 *
 * @param declared of each declared version that is not the newest, what holds it
 * @param downgrades of each package that went down, what keeps the former version out; nothing where that is not known
 */
public record HeldBack(Map<LockedPackage, String> declared, SortedMap<PackageName, List<String>> downgrades) {
    /** Nothing is known. */
    public static final HeldBack NOTHING = new HeldBack(Map.of(), new TreeMap<>());

    /** What is known of a lock that was resolved just now. */
    public static HeldBack of(LockQuery query, IndexAccess access, Lock after, List<LockChange> changes) {
        LockGraph graph = query.graph(after);
        try (PackageIndexes indexes =
                access.cacheOnly().open(query.set().sources(), query.outputDirectory(), EventSink.SILENT)) {
            LockedOutlook outlook = new LockedOutlook(query, after, graph, indexes);
            Map<LockedPackage, String> declared = new LinkedHashMap<>();
            for (Declared one : graph.declared()) {
                outlook.reasons(one.locked())
                        .outlook()
                        .filter(known -> known.newest().isPresent())
                        .map(Outlook::why)
                        .ifPresent(why -> declared.put(one.locked(), why));
            }
            SortedMap<PackageName, List<String>> downgrades = new TreeMap<>();
            changes.stream()
                    .filter(LockChange::isDowngrade)
                    .forEach(change -> downgrades.put(change.name(), against(outlook, graph, change)));
            return new HeldBack(declared, downgrades);
        } catch (WheelsException e) {
            // The lock stands without it; wheels:why reports what is wrong.
            return NOTHING;
        }
    }

    private static List<String> against(LockedOutlook outlook, LockGraph graph, LockChange change) {
        List<String> against = new ArrayList<>();
        for (LockedPackage locked : graph.packages(change.name())) {
            against.addAll(outlook.against(locked, change.before().last()));
        }
        return against.stream().distinct().toList();
    }
}
