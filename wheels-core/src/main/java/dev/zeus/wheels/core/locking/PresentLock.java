// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.ImportedLock;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockProblem;
import dev.zeus.wheels.core.lock.LockRemains;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run finds in the lock's place.
 *
 * @param lock the lock; empty if there is none, or it is damaged
 * @param remains what can still be read of one that is not whole
 */
public record PresentLock(Optional<Lock> lock, LockRemains remains) {
    static final PresentLock NONE = new PresentLock(Optional.empty(), new LockRemains(new TreeMap<>()));

    /**
     * Reads the file. One that is cut, edited or half merged is mended by this run, which says so.
     *
     * @throws WheelsException L102 where a newer plugin wrote it, since writing over it would take its work back; where
     *     nothing may change, also what is wrong with it
     */
    public static PresentLock of(Optional<String> text, LockUpdate update, EventSink events) {
        if (text.filter(ImportedLock::is).isPresent()) {
            LockRemains remains = LockRemains.ofImported(text.get());
            events.accept(new WheelsEvent.Noted("Taking the imported versions of "
                    + Counted.of(remains.versions().size(), "package") + ", where they fit what is declared"));
            return new PresentLock(Optional.empty(), remains);
        }
        try {
            return text.map(Lock::parse)
                    .map(lock -> new PresentLock(Optional.of(lock), NONE.remains))
                    .orElse(NONE);
        } catch (WheelsException e) {
            if (update instanceof LockUpdate.Locked || e.problem().is(LockProblem.OTHER_SCHEMA)) {
                throw e;
            }
            return writtenAnew(e.problem(), text.orElse(""), events);
        }
    }

    /** The entry of a version from a source; empty where the lock has none. */
    Optional<LockedPackage> entry(PackageName name, Version version, String source) {
        return lock.stream()
                .flatMap(each -> each.packages().stream())
                .filter(locked -> locked.name().equals(name)
                        && locked.version().equals(version)
                        && locked.source().equals(source))
                .findFirst();
    }

    private static PresentLock writtenAnew(Problem problem, String text, EventSink events) {
        LockRemains remains = LockRemains.of(text);
        events.accept(new WheelsEvent.Warned(new Problem(
                problem.code(),
                problem.message() + "; it is rewritten, with the versions of "
                        + Counted.of(remains.versions().size(), "package") + " that can still be read",
                "look at the difference to the last good commit")));
        return new PresentLock(Optional.empty(), remains);
    }

    /**
     * The same, where its files may come from where it says; where not, it is as one that is not whole.
     *
     * @throws WheelsException where nothing may change, what is wrong with it; L204 where a file was replaced and is to
     *     be kept
     */
    public PresentLock believed(FilePlaces places, LockUpdate update, String text, EventSink events) {
        if (lock.isEmpty() || update instanceof LockUpdate.UpgradeAll) {
            return this;
        }
        List<Problem> problems = places.problems(lock.get());
        boolean replaced = false;
        for (Problem problem : problems) {
            replaced |= problem.is(LockingProblem.REPLACED_FILE);
            if (update instanceof LockUpdate.Locked || (update instanceof LockUpdate.Keep && replaced)) {
                throw new WheelsException(problem);
            }
        }
        Optional<Problem> elsewhere = problems.stream()
                .filter(each -> each.is(LockingProblem.OTHER_PLACE))
                .findFirst();
        if (elsewhere.isPresent() && !replaced) {
            return writtenAnew(elsewhere.get(), text, events);
        }
        problems.forEach(problem -> events.accept(new WheelsEvent.Warned(problem)));
        return this;
    }
}
