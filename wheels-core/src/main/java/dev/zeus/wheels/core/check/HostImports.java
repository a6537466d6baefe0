package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The imports of a target that a Python of this machine is asked for. */
final class HostImports {
    /** The longest time for one package. */
    static final Duration LIMIT = Duration.ofSeconds(120);

    private final CheckRequest request;
    private final Target target;
    private final HostPython python;
    private final SourceBuilds built;
    private final List<String> modules;

    HostImports(CheckRequest request, Target target, List<CheckedWheel> wheels, HostPython python) {
        this.request = request;
        this.target = target;
        this.python = python;
        this.built = new SourceBuilds(request.packages(target), target);
        this.modules = wheels.stream()
                .filter(wheel -> unasked(wheel).isEmpty())
                .flatMap(wheel -> wheel.locked().facts().imports().stream())
                .toList();
    }

    /**
     * What one process imports all at once, which is the usual case and costs a tenth of a process for each package.
     * What fails there is asked by itself, so that the answer names the right package; where the process ends before it
     * could say what fails, every package is.
     */
    List<String> modules() {
        return modules;
    }

    /** Why nobody asks for an import. */
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

    /** What is said of one package, after all were imported together. */
    ImportAnswer answer(SitePython site, CheckedWheel wheel, ImportFailures together) {
        Optional<Outcome> unasked = unasked(wheel);
        List<String> own = wheel.locked().facts().imports();
        if (unasked.isPresent() || together.spare(own)) {
            return ImportAnswer.lasting(unasked.orElseGet(Outcome.Passed::new));
        }
        String file = wheel.wheel().filename().text();
        try {
            Subprocess.Result said = site.imported(own, LIMIT);
            ImportFailures failures = ImportFailures.parse(said.output());
            if (failures.spare(own) || worksForItsUsers(site, wheel.locked())) {
                return ImportAnswer.lasting(new Outcome.Passed());
            }
            String reason = said.timedOut()
                    ? "it took longer than " + LIMIT.toSeconds() + " s"
                    : failures.first().orElseGet(said::lastLine);
            Optional<String> excuse = request.isBroughtAlong(wheel.locked().name())
                    ? failures.onlyWanting()
                    : failures.onlyOptional(wheel, own.size());
            return excuse.map(why -> ImportAnswer.lasting(new Outcome.NotRun(why)))
                    .orElseGet(() -> ImportAnswer.once(failed(file, said.timedOut(), reason)));
        } catch (IOException e) {
            return ImportAnswer.once(new Outcome.NotRun("Python cannot be run: " + e.getMessage()));
        }
    }

    /**
     * Whether it can be imported after the packages that need it: some are parts of another package, which is to be
     * imported first, such as psycopg-binary.
     */
    private boolean worksForItsUsers(SitePython site, LockedPackage locked) throws IOException {
        List<String> together = new ArrayList<>();
        for (LockedPackage user : request.packages(target)) {
            if (dependencies(user).anyMatch(name -> name.equals(locked.name()))) {
                together.addAll(user.facts().imports());
            }
        }
        if (together.isEmpty()) {
            return false;
        }
        together.addAll(locked.facts().imports());
        return ImportFailures.parse(site.imported(together, LIMIT).output())
                .spare(locked.facts().imports());
    }

    private Stream<PackageName> dependencies(LockedPackage locked) {
        return locked.allDependencies()
                .filter(dependency -> dependency.targets().contains(target.id()))
                .map(LockedDependency::name);
    }

    private Outcome failed(String file, boolean timedOut, String reason) {
        return new Outcome.Failed(new Problem(
                timedOut ? "C402" : "C401",
                "\"" + file + "\" cannot be imported by Python " + target.python() + ": " + reason,
                "try " + python.executable() + " with the lock in a fresh environment"));
    }
}
