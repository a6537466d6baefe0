// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.python.WheelFilename;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of the compiled files of a wheel only shows beside those of the other wheels: its libraries and symbols. */
final class NativeNeighbours implements Asking.TargetQuestion {
    private final InstalledWheels installed;
    private final Map<String, SortedSet<String>> definitions;

    NativeNeighbours(InstalledWheels installed) {
        this.installed = installed;
        this.definitions = installed.definitions();
    }

    @Override
    public boolean isAsked(CheckedWheel wheel) {
        return wheel.content().isPresent();
    }

    @Override
    public List<Outcome> ask(CheckedWheel wheel) {
        return wheel.content().stream()
                .flatMap(content -> problems(wheel, content))
                .map(this::unlessUnread)
                .toList();
    }

    private Stream<Problem> problems(CheckedWheel wheel, NativeContent content) {
        WheelFilename filename = wheel.wheel().filename();
        Optional<Problem> library = installed.target().isLinux()
                ? LibrariesCheck.problem(
                        filename.text(),
                        content,
                        around(wheel.locked()),
                        installed.request().recipe(wheel.locked().name()))
                : Optional.empty();
        return Stream.concat(StableAbiCheck.problem(filename, content, definitions).stream(), library.stream());
    }

    /** Where the libraries of a package are looked for: in what it is built after, and never in what comes later. */
    private LibrariesCheck.Around around(LockedPackage locked) {
        CheckRequest request = installed.request();
        Set<String> before = new HashSet<>();
        Set<String> later = new HashSet<>();
        Set<String> elsewhere = new HashSet<>();
        for (CheckedWheel each : installed.wheels()) {
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
        return installed.wheels().stream()
                .filter(each -> each.content().isEmpty())
                .findFirst()
                .<Outcome>map(unread -> new Outcome.NotRun("the compiled files of \""
                        + unread.wheel().filename() + "\" were not read, and may have what seems to be missing: "
                        + problem.message()))
                .orElseGet(() -> new Outcome.Failed(problem));
    }
}
