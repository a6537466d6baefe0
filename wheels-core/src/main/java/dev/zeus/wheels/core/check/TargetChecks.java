package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.WheelFilename;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is asked of the wheels of one target, each by itself and all together. */
final class TargetChecks {
    private final CheckRequest request;
    private final Target target;
    private final List<CheckedWheel> wheels;
    private final MetadataCheck metadata;
    private final LicenseCheck licenses;
    private final OwnChecks own;
    private final CollisionCheck collisions;
    private final Map<String, SortedSet<String>> definitions = new HashMap<>();
    private final Set<String> modules = new HashSet<>();

    TargetChecks(CheckRequest request, Target target, List<CheckedWheel> wheels) {
        this.request = request;
        this.target = target;
        this.wheels = wheels;
        this.collisions = new CollisionCheck(target.python());
        this.metadata = new MetadataCheck(
                target, request.packages(target), request.lock().packages());
        this.licenses = new LicenseCheck(request.licenses());
        this.own = new OwnChecks(request.inspections());
        for (CheckedWheel wheel : wheels) {
            wheel.content().ifPresent(content -> {
                definitions.putAll(content.definitions());
            });
            wheel.locked().facts().imports().forEach(module -> modules.add(module.split("\\.", 2)[0]));
        }
    }

    List<CheckResult> run() {
        List<CheckResult> results = new ArrayList<>();
        for (CheckedWheel wheel : wheels) {
            LockedPackage locked = wheel.locked();
            answers(wheel).forEach((check, outcomes) -> {
                if (request.wants(locked.name(), check)) {
                    outcomes.forEach(
                            outcome -> results.add(new CheckResult(locked.name(), check, target.id(), outcome)));
                }
            });
        }
        return results;
    }

    /** What is found of a wheel: one answer for each code, so that each can be excused by itself. */
    private Map<Check, List<Outcome>> answers(CheckedWheel wheel) {
        String name = wheel.wheel().filename().text();
        Map<Check, List<Outcome>> outcomes = new EnumMap<>(wheel.outcomes());
        outcomes.put(
                Check.METADATA,
                wheel.ask(archive ->
                        metadata.problem(archive, name, wheel.locked()).stream().toList()));
        outcomes.put(Check.TAGS, List.of(tags(wheel)));
        outcomes.put(Check.ENTRY_POINTS, wheel.ask(archive -> EntryPointsCheck.problems(archive, name, modules)));
        outcomes.put(
                Check.COLLISION,
                wheel.ask(archive -> collisions.add(archive, name).stream().toList()));
        if (licenses.isAsked(wheel.locked().name())) {
            outcomes.put(
                    Check.LICENSE,
                    wheel.ask(archive -> licenses.problem(archive, name, wheel.locked()).stream()
                            .toList()));
        }
        if (!request.inspections().isEmpty()) {
            // Which files they read is not known, and may be all of a large wheel.
            outcomes.computeIfAbsent(
                    Check.OWN, check -> wheel.ask(archive -> own.problems(archive, wheel, target.id())));
        } else {
            outcomes.remove(Check.OWN);
        }
        wheel.content().ifPresent(content -> {
            List<Outcome> found = together(wheel, content);
            outcomes.computeIfPresent(Check.NATIVE, (check, alone) -> both(alone, found));
        });
        return outcomes;
    }

    /** Passed is only what has passed alone and beside the others. */
    private static List<Outcome> both(List<Outcome> alone, List<Outcome> beside) {
        List<Outcome> all = Stream.concat(alone.stream(), beside.stream())
                .filter(outcome -> !(outcome instanceof Outcome.Passed))
                .toList();
        return all.isEmpty() ? List.of(new Outcome.Passed()) : all;
    }

    /** What of its compiled files only shows beside those of the other wheels. */
    private List<Outcome> together(CheckedWheel wheel, NativeContent content) {
        WheelFilename filename = wheel.wheel().filename();
        Optional<Problem> library = target.isLinux()
                ? LibrariesCheck.problem(
                        filename.text(),
                        content,
                        around(wheel.locked()),
                        request.recipe(wheel.locked().name()))
                : Optional.empty();
        return Stream.concat(StableAbiCheck.problem(filename, content, definitions).stream(), library.stream())
                .map(this::unlessUnread)
                .toList();
    }

    /** Where the libraries of a package are looked for: in what it is built after, and never in what comes later. */
    private LibrariesCheck.Around around(LockedPackage locked) {
        Set<String> before = new HashSet<>();
        Set<String> later = new HashSet<>();
        Set<String> elsewhere = new HashSet<>();
        for (CheckedWheel each : wheels) {
            Set<String> provided = each.content().map(NativeContent::provided).orElseGet(TreeSet::new);
            if (request.isBuiltAfter(locked.name(), each.locked().name())) {
                before.addAll(provided);
            } else if (request.isBuiltAfter(each.locked().name(), locked.name())) {
                later.addAll(provided);
            } else {
                elsewhere.addAll(provided);
            }
        }
        return new LibrariesCheck.Around(
                before, later, elsewhere, locked.facts().libraries().isPresent());
    }

    /** A library that seems to be missing may be in a wheel of which the compiled files were not read. */
    private Outcome unlessUnread(Problem problem) {
        return wheels.stream()
                .filter(each -> each.content().isEmpty())
                .findFirst()
                .<Outcome>map(unread -> new Outcome.NotRun("the compiled files of \""
                        + unread.wheel().filename() + "\" were not read, and may have what seems to be missing: "
                        + problem.message()))
                .orElseGet(() -> new Outcome.Failed(problem));
    }

    private Outcome tags(CheckedWheel wheel) {
        boolean fits = target.tags().rank(wheel.wheel().filename()).isPresent();
        return Outcome.of(
                fits
                        ? Optional.empty()
                        : Optional.of(new Problem(
                                CheckProblem.OTHER_TAG,
                                "\"" + wheel.wheel().filename() + "\" does not fit " + target.id() + " with the floor "
                                        + target.floor(),
                                "run mvn wheels:generate to lock a wheel that fits")));
    }
}
