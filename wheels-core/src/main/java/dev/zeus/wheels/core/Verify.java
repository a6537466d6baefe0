package dev.zeus.wheels.core;

import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.core.check.CheckRequest;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.HostPythons;
import dev.zeus.wheels.core.check.NixFlake;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.check.WheelChecks;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.output.FileDiff;
import dev.zeus.wheels.core.report.RunResult;
import dev.zeus.wheels.python.PackageName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Proves what was generated: that it is what the lock renders to, that the locked wheels are what they say, that they
 * can be imported here, and, where Nix is present, that it builds them.
 */
public final class Verify {
    private static final int LONGEST_DIFF = 60;

    private final VerifyRequest request;
    private final EventSink events;

    private Verify(VerifyRequest request, EventSink events) {
        this.request = request;
        this.events = events;
    }

    /**
     * Runs all checks.
     *
     * @return the answers, and what could not be asked
     * @throws WheelsException C101 where files or lock are out of date, C102 where checks failed
     */
    public static VerifyOutcome run(VerifyRequest request, EventSink events) {
        try {
            VerifyOutcome outcome = new Verify(request, events).run();
            RunResult result = outcome.problems().isEmpty()
                    ? RunResult.ok("check")
                    : RunResult.failed("check", outcome.problems());
            result.with(
                            outcome.passed(),
                            outcome.problems().size(),
                            outcome.notRun().size())
                    .write(request.resultFile());
            return outcome;
        } catch (WheelsException e) {
            throw RunResult.failed("check", e, request.resultFile());
        }
    }

    private VerifyOutcome run() {
        Lock lock = lock();
        List<Target> targets = lock.targets().stream()
                .filter(target -> request.allTargets() || target.system().equals(thisSystem()))
                .toList();
        List<CheckResult> results = wheels(lock, targets);
        String nix = NixFlake.check(request.flake(), request.nixInputs(), thisSystem(), events)
                .map(reason -> "nix: not run: " + reason)
                .orElse("nix: passed");
        return new VerifyOutcome(results, nix);
    }

    /** The lock, once it is shown to answer the declarations and to render to exactly the files that are there. */
    private Lock lock() {
        SortedMap<String, String> present =
                GeneratedFiles.in(request.outputDirectory()).read();
        String text = present.get(Generate.LOCK_FILE);
        if (text == null) {
            throw drift("there is no \"" + request.outputDirectory().resolve(Generate.LOCK_FILE) + "\"");
        }
        Lock lock = Lock.parse(text);
        if (!lock.inputs().equals(LockInputs.of(request.set()))) {
            throw drift("the declarations have changed since pylock.toml was resolved");
        }
        List<String> diff = FileDiff.between(present, GeneratedFiles.of(request.set(), lock));
        if (!diff.isEmpty()) {
            String shown = String.join("\n", diff.subList(0, Math.min(LONGEST_DIFF, diff.size())));
            String more = diff.size() > LONGEST_DIFF ? "\n… and " + (diff.size() - LONGEST_DIFF) + " lines more" : "";
            throw drift("the generated files are not what the lock renders to:\n" + shown + more + "\n");
        }
        events.accept(new WheelsEvent.Finished("drift", "Generated files are what the lock renders to"));
        return lock;
    }

    private static WheelsException drift(String message) {
        return new WheelsException(new Problem("C101", message, "run: mvn wheels:generate"));
    }

    private List<CheckResult> wheels(Lock lock, List<Target> targets) {
        ExecutorService executor =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (PackageIndexes indexes =
                request.access().open(request.set().sources(), request.outputDirectory(), events)) {
            return new WheelChecks(indexes.wheels(), HostPythons.ofThisMachine(request.pythons()), executor, events)
                    .run(new CheckRequest(lock, targets, tests(), recipes(), request.inspections()));
        } finally {
            executor.shutdownNow();
        }
    }

    private Map<PackageName, Set<PackageTest>> tests() {
        Map<PackageName, Set<PackageTest>> tests = new TreeMap<>();
        request.set().wheels().forEach(wheel -> tests.put(new PackageName(wheel.name()), Set.copyOf(wheel.tests())));
        return tests;
    }

    private Map<PackageName, RecipeDeclaration> recipes() {
        Map<PackageName, RecipeDeclaration> recipes = new TreeMap<>();
        request.set().wheels().forEach(wheel -> recipes.put(new PackageName(wheel.name()), wheel.recipe()));
        return recipes;
    }

    /** The Nix system double of the machine that this runs on. */
    private static String thisSystem() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = arch.equals("amd64") ? "x86_64" : arch.equals("arm64") ? "aarch64" : arch;
        return machine + "-" + (os.startsWith("mac") ? "darwin" : os);
    }

    /** The problems of failed checks. */
    static Optional<Problem> problem(CheckResult result) {
        return result.outcome() instanceof Outcome.Failed failed
                ? Optional.of(new Problem(
                        failed.problem().code(),
                        result.name() + " on " + result.target() + ": "
                                + failed.problem().message(),
                        failed.problem().hint()))
                : Optional.empty();
    }
}
