// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The imports of a target that a Python of this machine is asked for. */
final class HostImports {
    /** The longest time for one package: an import that never ends costs this and no more. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private final CheckRequest request;
    private final Target target;
    private final HostPython python;
    private final List<CheckedWheel> wheels;
    private final SourceBuilds built;
    private final List<String> modules;

    HostImports(CheckRequest request, Target target, List<CheckedWheel> wheels, HostPython python) {
        this.request = request;
        this.target = target;
        this.python = python;
        this.wheels = wheels;
        this.built = new SourceBuilds(request.packages(target), target);
        this.modules = wheels.stream()
                .filter(wheel -> unasked(wheel).isEmpty())
                .flatMap(wheel -> wheel.locked().facts().imports().stream())
                .toList();
    }

    /** All that is imported. */
    List<String> modules() {
        return modules;
    }

    /** Why no import is run. */
    Optional<Outcome> unasked(CheckedWheel wheel) {
        if (!request.wants(wheel.locked().name(), Check.IMPORT)) {
            return Optional.of(new Outcome.NotRun("not wanted"));
        }
        if (wheel.locked().facts().imports().isEmpty()) {
            return Optional.of(new Outcome.NotRun("the lock names no module of it"));
        }
        Optional<PackageName> source = built.neededBy(wheel.locked().name());
        if (source.isPresent()) {
            return Optional.of(new Outcome.NotRun("it needs \"" + source.get() + "\", which Nix builds from source"));
        }
        return python.asTarget(target).tags().rank(wheel.wheel().filename()).isPresent()
                ? Optional.empty()
                : Optional.of(new Outcome.NotRun(
                        "this machine is older than \"" + wheel.wheel().filename() + "\" wants: " + python.floor()));
    }

    /** The answer for each package, in their order. */
    List<ImportAnswer> answers(SitePython site) {
        List<CheckedWheel> asked =
                wheels.stream().filter(wheel -> unasked(wheel).isEmpty()).toList();
        IdentityHashMap<CheckedWheel, ImportAnswer> answers = new IdentityHashMap<>();
        try {
            List<List<String>> packages = asked.stream()
                    .map(wheel -> wheel.locked().facts().imports())
                    .toList();
            List<ImportReport> reports = withModulesBehind(site, packages, reports(site, packages));
            Set<CheckedWheel> mended = workForTheirUsers(site, asked, reports);
            for (int i = 0; i < asked.size(); i++) {
                CheckedWheel wheel = asked.get(i);
                answers.put(
                        wheel,
                        mended.contains(wheel)
                                ? ImportAnswer.lasting(new Outcome.Passed())
                                : answer(wheel, reports.get(i)));
            }
        } catch (ImportSupervision.DisturbedException e) {
            asked.forEach(wheel -> answers.put(wheel, ImportAnswer.once(unbelieved(e))));
        } catch (IOException e) {
            ImportAnswer none = ImportAnswer.once(new Outcome.NotRun("Python cannot be run: " + PlainFile.reason(e)));
            asked.forEach(wheel -> answers.put(wheel, none));
        }
        return wheels.stream()
                .map(wheel -> Optional.ofNullable(answers.get(wheel))
                        .orElseGet(() -> ImportAnswer.lasting(unasked(wheel).orElseThrow())))
                .toList();
    }

    private static List<ImportReport> reports(SitePython site, List<List<String>> packages) throws IOException {
        return site.imported(packages.stream().map(ImportTask::amongAll).toList(), LIMIT);
    }

    /**
     * With what becomes of the modules behind one that took too long: its answer, or its excuse, holds for no other. It
     * is asked once more only, so that a package costs twice the limit at most.
     */
    private static List<ImportReport> withModulesBehind(
            SitePython site, List<List<String>> packages, List<ImportReport> reports) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        List<List<String>> behind = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            int next = reports.get(i).tried() + 1;
            if (reports.get(i).timedOut() && next < packages.get(i).size()) {
                numbers.add(i);
                behind.add(packages.get(i).subList(next, packages.get(i).size()));
            }
        }
        List<ImportReport> all = new ArrayList<>(reports);
        List<ImportReport> more = reports(site, behind);
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            all.set(number, reports.get(number).and(more.get(i)));
        }
        return all;
    }

    private ImportAnswer answer(CheckedWheel wheel, ImportReport report) {
        List<String> own = wheel.locked().facts().imports();
        ImportFailures failures = report.failures();
        if (failures.spare(own)) {
            return ImportAnswer.lasting(new Outcome.Passed());
        }
        String file = wheel.wheel().filename().text();
        if (report.timedOut()) {
            List<Outcome> outcomes = new ArrayList<>();
            outcomes.add(failed(
                    CheckProblem.IMPORT_TIMEOUT,
                    file,
                    (report.tried() < own.size() ? "\"" + own.get(report.tried()) + "\": " : "")
                            + "it took longer than " + LIMIT.toSeconds() + " s"));
            ImportFailures others = failures.serious();
            if (excuse(wheel, others).isEmpty()) {
                others.first().ifPresent(reason -> outcomes.add(failed(CheckProblem.IMPORT_FAILED, file, reason)));
            }
            return ImportAnswer.once(outcomes);
        }
        String reason = failures.first().orElseGet(report::ended);
        return failures.onlyByNature()
                .or(() -> excuse(wheel, failures))
                .map(why -> ImportAnswer.lasting(new Outcome.NotRun(why)))
                .orElseGet(() -> ImportAnswer.once(failed(CheckProblem.IMPORT_FAILED, file, reason)));
    }

    /** Why failures do not count, if everything that was asked for is there. */
    private Optional<String> excuse(CheckedWheel wheel, ImportFailures failures) {
        return request.isBroughtAlong(wheel.locked().name())
                ? failures.onlyWanting()
                : failures.onlyOptional(wheel, wheel.locked().facts().imports().size());
    }

    /**
     * Those that can be imported after the packages that need them: some are parts of another package, which is to be
     * imported first, such as psycopg-binary.
     */
    private Set<CheckedWheel> workForTheirUsers(SitePython site, List<CheckedWheel> asked, List<ImportReport> reports)
            throws IOException {
        List<CheckedWheel> broken = new ArrayList<>();
        List<List<String>> together = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            List<String> own = asked.get(i).locked().facts().imports();
            List<String> users = modulesOfUsers(asked.get(i).locked());
            if (!reports.get(i).failures().spare(own) && !reports.get(i).timedOut() && !users.isEmpty()) {
                broken.add(asked.get(i));
                together.add(Stream.concat(users.stream(), own.stream()).toList());
            }
        }
        List<ImportReport> again = reports(site, together);
        Set<CheckedWheel> work = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < broken.size(); i++) {
            if (again.get(i).failures().spare(broken.get(i).locked().facts().imports())) {
                work.add(broken.get(i));
            }
        }
        return work;
    }

    private List<String> modulesOfUsers(LockedPackage locked) {
        List<String> modules = new ArrayList<>();
        for (LockedPackage user : request.packages(target)) {
            if (dependencies(user).anyMatch(name -> name.equals(locked.name()))) {
                modules.addAll(user.facts().imports());
            }
        }
        return modules;
    }

    private Stream<PackageName> dependencies(LockedPackage locked) {
        return locked.allDependencies()
                .filter(dependency -> dependency.targets().contains(target.id()))
                .map(LockedDependency::name);
    }

    private Outcome unbelieved(ImportSupervision.DisturbedException e) {
        return new Outcome.Failed(new Problem(
                CheckProblem.UNTRUSTED_IMPORT,
                "no import by Python " + target.python() + " counts: " + e.getMessage(),
                "find out which package does that, and leave it out: importing it changes other packages"));
    }

    private Outcome failed(CheckProblem problem, String file, String reason) {
        return new Outcome.Failed(new Problem(
                problem,
                "\"" + file + "\" cannot be imported by Python " + target.python() + ": " + reason,
                "try " + python.executable() + " with the lock in a fresh environment"));
    }
}
