// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.answer.LockGraph;
import dev.zeus.wheels.core.answer.Reasons;
import dev.zeus.wheels.core.answer.WhyJson;
import dev.zeus.wheels.core.answer.WhyText;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.question.LockQuery;
import dev.zeus.wheels.core.question.LockedOutlook;
import dev.zeus.wheels.core.setup.AnswerFormat;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.OptionProblem;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.python.PackageName;
import java.util.List;
import java.util.Optional;

/** Why a package is locked, in this version and with these files: from the lock and the cache, without network. */
public final class Why {
    private Why() {}

    /**
     * The reasons.
     *
     * @param query the lock
     * @param name the package
     * @param access where the cache is; no index is asked
     * @throws WheelsException C101 where there is no lock, D221 where the package is not in it, D223 where none is
     *     named
     */
    public static String run(
            LockQuery query, Optional<String> name, IndexAccess access, AnswerFormat format, EventSink events) {
        String text = name.filter(given -> !given.isBlank())
                .orElseThrow(() -> new WheelsException(
                        OptionProblem.NO_PACKAGE,
                        "wheels:why has no package to explain; expected its name in wheels.package",
                        "give -Dwheels.package=NAME; mvn wheels:tree shows all names"));
        Lock lock = query.lock(events);
        LockGraph graph = query.graph(lock);
        PackageName asked = LockQuery.name(graph, text);
        // What the cache does not have is part of the answer; that the cache was searched is not.
        try (PackageIndexes indexes =
                access.cacheOnly().open(query.set().sources(), query.outputDirectory(), EventSink.SILENT)) {
            LockedOutlook outlook = new LockedOutlook(query, lock, graph, indexes);
            List<Reasons> reasons =
                    graph.packages(asked).stream().map(outlook::reasons).toList();
            return format == AnswerFormat.JSON
                    ? WhyJson.of(graph, reasons)
                    : Printable.page(WhyText.of(graph, reasons));
        }
    }
}
