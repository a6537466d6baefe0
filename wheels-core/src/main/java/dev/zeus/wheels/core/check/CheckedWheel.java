// SPDX-License-Identifier: Apache-2.0
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A locked wheel, fetched or not, with what holds for it on every target.
 *
 * @param file its file; empty if it could not be fetched or is not what is locked
 * @param parts the archive on its server, where only parts of it are read
 * @param outcomes the answers that are the same on every target, one for each code that is found
 * @param content its compiled files; empty where they cannot be read
 */
record CheckedWheel(
        LockedPackage locked,
        LockedWheel wheel,
        Optional<Path> file,
        Optional<WheelArchive> parts,
        Map<Check, List<Outcome>> outcomes,
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
        Map<Check, List<Outcome>> outcomes = Check.each(Check.ofWheel(), new Outcome.NotRun(reason));
        outcomes.put(Check.HASH, List.of(hash));
        return new CheckedWheel(locked, wheel, Optional.empty(), Optional.empty(), outcomes, Optional.empty());
    }

    private static CheckedWheel lookInto(LockedPackage locked, LockedWheel wheel, Optional<Floor> least, Path file) {
        WheelFilename filename = wheel.filename();
        Map<Check, List<Outcome>> outcomes = new EnumMap<>(Check.class);
        outcomes.put(Check.HASH, List.of(new Outcome.Passed()));
        Optional<NativeContent> known = SoundWheels.recall(file);
        if (known.isPresent()) {
            outcomes.putAll(Check.each(Check.ofWheel(), new Outcome.Passed()));
            outcomes.putAll(ofContent(filename, known.get(), least));
            return new CheckedWheel(locked, wheel, Optional.of(file), Optional.empty(), outcomes, known);
        }
        try (WheelArchive archive = WheelArchive.open(file)) {
            for (Map.Entry<Check, Asking.OfArchive> asked :
                    Check.asked(Asking.OfArchive.class).entrySet()) {
                outcomes.put(
                        asked.getKey(),
                        answers(archive, each -> asked.getValue().whole().apply(each, filename)));
                if (!isSound(outcomes)) {
                    return unasked(locked, wheel, file, outcomes);
                }
            }
            NativeContent content = NativeContent.read(archive);
            if (outcomes.values().stream().allMatch(CheckedWheel::havePassed)) {
                SoundWheels.remember(file, content);
            }
            outcomes.putAll(ofContent(filename, content, least));
            return new CheckedWheel(locked, wheel, Optional.of(file), Optional.empty(), outcomes, Optional.of(content));
        } catch (WheelsException e) {
            outcomes.putAll(Check.each(
                    outcomes.containsKey(Check.ARCHIVE)
                            ? Check.asked(Asking.OfContent.class).keySet()
                            : Set.of(Check.ARCHIVE),
                    new Outcome.Failed(e.problem())));
            return unasked(locked, wheel, file, outcomes);
        }
    }

    /** What is not a sound archive is not asked anything else: the answers would be those of one reader. */
    private static CheckedWheel unasked(
            LockedPackage locked, LockedWheel wheel, Path file, Map<Check, List<Outcome>> outcomes) {
        Outcome unread = new Outcome.NotRun("\"" + wheel.filename() + "\" cannot be read");
        Check.ofWheel().forEach(check -> outcomes.putIfAbsent(check, List.of(unread)));
        return new CheckedWheel(locked, wheel, Optional.of(file), Optional.empty(), outcomes, Optional.empty());
    }

    /** Whether it is an archive of which every reader sees the same: only then is more asked of it. */
    private static boolean isSound(Map<Check, List<Outcome>> outcomes) {
        return havePassed(outcomes.getOrDefault(Check.ARCHIVE, List.of()));
    }

    private static Map<Check, List<Outcome>> ofContent(
            WheelFilename filename, NativeContent content, Optional<Floor> least) {
        Map<Check, List<Outcome>> outcomes = new EnumMap<>(Check.class);
        Check.asked(Asking.OfContent.class)
                .forEach((check, asked) ->
                        outcomes.put(check, ofContent(content, asked.alone().problems(filename, content, least))));
        return outcomes;
    }

    private static List<Outcome> ofContent(NativeContent content, List<Problem> problems) {
        if (content.unread().isEmpty()) {
            return Outcome.each(problems);
        }
        Outcome unread = new Outcome.NotRun("\"" + content.unread().get() + "\" is too large to be read");
        return Stream.concat(problems.stream().map(Outcome.Failed::new), Stream.of(unread))
                .toList();
    }

    /** Whether nothing was found in the answers to a check. */
    static boolean havePassed(List<Outcome> answers) {
        return answers.stream().allMatch(Outcome.Passed.class::isInstance);
    }

    /** Asks something of the archive; what is found to be broken on the way is the answer. */
    private static List<Outcome> answers(WheelArchive archive, Function<WheelArchive, List<Problem>> question) {
        try {
            return Outcome.each(question.apply(archive));
        } catch (WheelsException e) {
            return List.of(new Outcome.Failed(e.problem()));
        }
    }

    /** Asks something of the archive, if it is at hand and sound, or its parts are. */
    List<Outcome> ask(Function<WheelArchive, List<Problem>> question) {
        if (parts.isPresent()) {
            return answers(parts.get(), question);
        }
        List<Outcome> sound = outcomes.getOrDefault(Check.ARCHIVE, List.of());
        Outcome unread = new Outcome.NotRun("\"" + wheel.filename() + "\" cannot be read");
        if (file.isEmpty() || !havePassed(sound)) {
            return sound.stream().allMatch(Outcome.NotRun.class::isInstance) ? sound : List.of(unread);
        }
        try (WheelArchive archive = WheelArchive.open(file.get())) {
            return answers(archive, question);
        } catch (WheelsException e) {
            return List.of(unread);
        }
    }
}
