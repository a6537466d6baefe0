// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.answer.Declared;
import dev.zeus.wheels.core.answer.LockGraph;
import dev.zeus.wheels.core.answer.Outlook;
import dev.zeus.wheels.core.answer.OutlookTable;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.OnceEach;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.index.ProjectPage;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.question.LockQuery;
import dev.zeus.wheels.core.question.LockedOutlook;
import dev.zeus.wheels.core.setup.AnswerFormat;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Which locked packages have newer releases on their indexes, and what holds each of them back. */
public final class Outdated {
    private static final String TASK = "outdated";

    private Outdated() {}

    /**
     * The table.
     *
     * @param query the lock
     * @param all whether what is not declared is asked for, too
     * @param access how the indexes are reached; offline, the cache answers
     * @throws WheelsException C101 where there is no lock; where nothing could be asked for, why the first could not
     */
    public static String run(LockQuery query, boolean all, IndexAccess access, AnswerFormat format, EventSink events) {
        Lock lock = query.lock(events);
        LockGraph graph = query.graph(lock);
        List<LockedPackage> asked = all
                ? graph.packages()
                : graph.declared().stream().map(Declared::locked).distinct().toList();
        List<Outlook> outlooks = new ArrayList<>();
        List<Problem> unasked = new ArrayList<>();
        EventSink once = new OnceEach(events);
        events.accept(new WheelsEvent.Started(TASK, asked.size()));
        try (PackageIndexes indexes = access.open(query.set().sources(), query.outputDirectory(), events)) {
            LockedOutlook outlook = new LockedOutlook(query, lock, graph, indexes);
            List<CompletableFuture<ProjectPage>> pages =
                    asked.stream().map(locked -> begin(indexes, locked)).toList();
            for (int i = 0; i < asked.size(); i++) {
                LockedPackage locked = asked.get(i);
                CompletableFuture<ProjectPage> page = pages.get(i);
                problem(page).ifPresentOrElse(unasked::add, () -> {
                    page.join().unmaintained().ifPresent(problem -> once.accept(new WheelsEvent.Warned(problem)));
                    outlook.reasons(locked).outlook().ifPresent(outlooks::add);
                });
                events.accept(new WheelsEvent.Advanced(TASK, locked.name() + " " + locked.version()));
            }
        }
        if (outlooks.isEmpty() && !unasked.isEmpty()) {
            throw new WheelsException(unasked.get(0));
        }
        unasked.forEach(problem -> events.accept(new WheelsEvent.Warned(problem)));
        return format == AnswerFormat.JSON
                ? OutlookTable.json(outlooks)
                : Printable.page(OutlookTable.text(outlooks, asked.size()));
    }

    /** All are asked for at once. */
    private static CompletableFuture<ProjectPage> begin(PackageIndexes indexes, LockedPackage locked) {
        try {
            return indexes.of(locked.source()).page(locked.name());
        } catch (WheelsException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Why the releases of a package are not known, where that is so. */
    private static Optional<Problem> problem(CompletableFuture<ProjectPage> page) {
        try {
            page.join();
            return Optional.empty();
        } catch (CompletionException e) {
            if (WheelsException.of(e) instanceof WheelsException cause) {
                return Optional.of(cause.problem());
            }
            throw e;
        }
    }
}
