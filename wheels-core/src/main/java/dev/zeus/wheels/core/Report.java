// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.core.answer.LockDiff;
import dev.zeus.wheels.core.disk.DurableFile;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.output.OwnFile;
import dev.zeus.wheels.core.page.LockPage;
import dev.zeus.wheels.core.question.LockQuery;
import dev.zeus.wheels.core.question.LockRevision;
import dev.zeus.wheels.core.setup.GoalProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes what is locked as one page for browsers. */
public final class Report {
    private static final Pattern OURS = Pattern.compile(Pattern.quote(LockPage.HEAD));

    private Report() {}

    /**
     * Writes the page.
     *
     * @param query the lock
     * @param since another lock whose differences are shown: a file, a directory or a revision of git
     * @param file where the page goes; nothing but a former page is replaced
     * @throws WheelsException C101 where there is no lock, D224 where the other one cannot be found, E307 where another
     *     file is in its place, D271 where it cannot be written
     */
    public static void run(LockQuery query, Optional<String> since, Path file, EventSink events) {
        try {
            OwnFile.require(file, "wheels.reportFile", OURS);
            String page = page(query, since, events);
            Files.createDirectories(file.toAbsolutePath().getParent());
            DurableFile.replace(file, page);
        } catch (IOException e) {
            throw new WheelsException(
                    GoalProblem.UNWRITABLE_REPORT,
                    "wheels.reportFile is \"" + file + "\", which cannot be written: " + PlainFile.reason(e),
                    "name another file with -Dwheels.reportFile=…",
                    e);
        }
    }

    /** The page itself. */
    static String page(LockQuery query, Optional<String> since, EventSink events) {
        Lock lock = query.lock(events);
        Optional<LockDiff> change = since.map(
                text -> LockDiff.between(new LockRevision("wheels.from", text).lock(query.outputDirectory()), lock));
        List<List<String>> checks = query.set().wheels().stream()
                .map(wheel -> List.of(
                        wheel.name(),
                        wheel.tests().stream()
                                .map(PackageTest::name)
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))))
                .toList();
        return LockPage.of(query.set().packageName(), query.graph(lock), checks, change, since.orElse(""));
    }
}
