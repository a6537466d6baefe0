package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.wheel.BrokenWheelException;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.core.wheel.WheelStore;
import dev.zeus.wheels.python.PlatformTag.Floor;
import dev.zeus.wheels.python.WheelFilename;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A locked wheel, fetched or not, with what holds for it on every target.
 *
 * @param file where it is; empty where it could not be had or is not what is locked
 * @param parts the archive on its server, where only parts of it are read
 * @param outcomes the answers that are the same on every target
 * @param content its compiled files; empty where they cannot be read
 */
record CheckedWheel(
        LockedPackage locked,
        LockedWheel wheel,
        Optional<Path> file,
        Optional<WheelArchive> parts,
        Map<Check, Outcome> outcomes,
        Optional<NativeContent> content) {

    /**
     * Fetches a wheel and looks into it.
     *
     * @param least the lowest floor of the targets that install it, where they are of one kind
     */
    static CheckedWheel of(LockedPackage locked, LockedWheel wheel, Optional<Floor> least, WheelStore store) {
        String name = wheel.filename().text();
        try {
            Path file = store.fetch(wheel.url(), wheel.sha256(), wheel.size());
            return lookInto(locked, wheel, least, file);
        } catch (BrokenWheelException e) {
            return unread(locked, wheel, new Outcome.Failed(e.problem()), "\"" + name + "\" is not the locked wheel");
        } catch (WheelsException e) {
            String reason = "\"" + name + "\" cannot be fetched: " + e.problem().message();
            return unread(locked, wheel, new Outcome.NotRun(reason, true), reason);
        }
    }

    private static CheckedWheel unread(LockedPackage locked, LockedWheel wheel, Outcome hash, String reason) {
        Map<Check, Outcome> outcomes = Check.each(Check.ofWheel(), new Outcome.NotRun(reason));
        outcomes.put(Check.HASH, hash);
        return new CheckedWheel(locked, wheel, Optional.empty(), Optional.empty(), outcomes, Optional.empty());
    }

    private static CheckedWheel lookInto(LockedPackage locked, LockedWheel wheel, Optional<Floor> least, Path file) {
        WheelFilename filename = wheel.filename();
        Map<Check, Outcome> outcomes = new EnumMap<>(Check.class);
        outcomes.put(Check.HASH, new Outcome.Passed());
        Optional<NativeContent> known = SoundWheels.recall(file);
        if (known.isPresent()) {
            outcomes.putAll(Check.each(Check.ofWheel(), new Outcome.Passed()));
            outcomes.put(Check.NATIVE, ofContent(filename, known.get(), least));
            return new CheckedWheel(locked, wheel, Optional.of(file), Optional.empty(), outcomes, known);
        }
        try (WheelArchive archive = WheelArchive.open(file)) {
            Outcome sound = outcome(archive, each -> ArchiveCheck.problem(each, filename.text()));
            outcomes.put(Check.ARCHIVE, sound);
            if (sound instanceof Outcome.Failed) {
                return unasked(locked, wheel, file, outcomes);
            }
            outcomes.put(Check.RECORD, outcome(archive, each -> RecordCheck.problem(each, filename.text())));
            outcomes.put(Check.WHEEL, outcome(archive, each -> WheelFileCheck.problem(each, filename)));
            NativeContent content = NativeContent.read(archive);
            if (outcomes.values().stream().allMatch(Outcome.Passed.class::isInstance)) {
                SoundWheels.remember(file, content);
            }
            outcomes.put(Check.NATIVE, ofContent(filename, content, least));
            return new CheckedWheel(locked, wheel, Optional.of(file), Optional.empty(), outcomes, Optional.of(content));
        } catch (WheelsException e) {
            outcomes.put(
                    outcomes.containsKey(Check.ARCHIVE) ? Check.NATIVE : Check.ARCHIVE,
                    new Outcome.Failed(e.problem()));
            return unasked(locked, wheel, file, outcomes);
        }
    }

    /** What is no sound archive is not asked anything else: the answers would be those of one reader. */
    private static CheckedWheel unasked(
            LockedPackage locked, LockedWheel wheel, Path file, Map<Check, Outcome> outcomes) {
        Outcome unread = new Outcome.NotRun("\"" + wheel.filename() + "\" cannot be read");
        Check.ofWheel().forEach(check -> outcomes.putIfAbsent(check, unread));
        return new CheckedWheel(locked, wheel, Optional.of(file), Optional.empty(), outcomes, Optional.empty());
    }

    private static Outcome ofContent(WheelFilename filename, NativeContent content, Optional<Floor> least) {
        Optional<Problem> problem = NativeCheck.problem(filename, content, least);
        if (problem.isEmpty() && content.unread().isPresent()) {
            return new Outcome.NotRun("\"" + content.unread().get() + "\" is too large to be read");
        }
        return Outcome.of(problem);
    }

    /** Asks something of the archive; what is found to be broken on the way is the answer. */
    private static Outcome outcome(WheelArchive archive, Function<WheelArchive, Optional<Problem>> question) {
        try {
            return Outcome.of(question.apply(archive));
        } catch (WheelsException e) {
            return new Outcome.Failed(e.problem());
        }
    }

    /** Asks something of the archive, if it is at hand and sound, or its parts are. */
    Outcome ask(Function<WheelArchive, Optional<Problem>> question) {
        if (parts.isPresent()) {
            return outcome(parts.get(), question);
        }
        if (file.isEmpty() || !(outcomes.get(Check.ARCHIVE) instanceof Outcome.Passed)) {
            return outcomes.get(Check.ARCHIVE) instanceof Outcome.NotRun notRun
                    ? notRun
                    : new Outcome.NotRun("\"" + wheel.filename() + "\" cannot be read");
        }
        try (WheelArchive archive = WheelArchive.open(file.get())) {
            return outcome(archive, question);
        } catch (WheelsException e) {
            return new Outcome.NotRun("\"" + wheel.filename() + "\" cannot be read");
        }
    }
}
