// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.program.HostProgram;
import dev.zeus.wheels.core.text.Counted;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The checks of a flake by Nix itself: {@code nix flake check}, which builds every package of this system. */
public final class NixFlake {
    private static final String TASK = "nix flake check";

    /** The last lines, where Nix repeats the error; a trace of its modules precedes them. */
    private static final int SHOWN_LINES = 40;

    private static final int SHOWN_NAMES = 8;

    /** Evaluation takes minutes; before it, Nix may fetch a nixpkgs over a slow line. */
    private static final Duration EVALUATION = Duration.ofMinutes(30);

    /** As long as Hydra gives one build, unless that asks for more. */
    private static final Duration BUILD = Duration.ofHours(10);

    /** What sets the names apart from what else Nix prints. */
    private static final String MARK = "check: ";

    private NixFlake() {}

    /**
     * Runs {@code nix flake check}. Where the flake has checks, but not all that were generated, those it has are run
     * all the same: what Nix builds must build.
     *
     * @param flake the flake's directory
     * @param inputs inputs to replace, by name
     * @param system the system that is built for
     * @param expected the names of the generated checks of that system
     * @return empty where all of them passed, else why they, or which of them, were not run
     * @throws WheelsException C291 where it failed, with the last lines that Nix printed; C292 where it cannot be run
     */
    public static Optional<String> check(
            Optional<Path> flake,
            Map<String, String> inputs,
            String system,
            SortedSet<String> expected,
            EventSink events) {
        if (HostProgram.find("nix", Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .isEmpty()) {
            return Optional.of("no nix on the PATH");
        }
        if (flake.isEmpty() || !Files.exists(flake.get().resolve("flake.nix"))) {
            return Optional.of("no flake.nix above the generated directory");
        }
        List<String> overrides = new ArrayList<>();
        new TreeMap<>(inputs)
                .forEach((name, reference) -> overrides.addAll(List.of("--override-input", name, reference)));
        String directory = flake.get().toString();
        Optional<SortedSet<String>> names = names(directory, overrides, system);
        if (names.filter(SortedSet::isEmpty).isPresent()) {
            return warned(
                    "the flake has no checks for " + system + ", so Nix would build nothing",
                    "give it those of generated/checks.nix",
                    events);
        }
        List<String> command = nix("flake", "check", "--no-write-lock-file", "--print-build-logs");
        command.addAll(overrides);
        command.add(directory);
        events.accept(new WheelsEvent.Started(TASK, 0));
        requirePassed(command);
        events.accept(new WheelsEvent.Finished(TASK, "nix flake check passed for " + system));
        SortedSet<String> missing = new TreeSet<>(expected);
        missing.removeAll(names.orElseGet(TreeSet::new));
        return missing.isEmpty() ? Optional.empty() : warnedOf(missing, expected.size(), events);
    }

    private static Optional<String> warnedOf(SortedSet<String> missing, int expected, EventSink events) {
        return warned(
                "the flake lacks " + missing.size() + " of the " + expected + " generated checks: "
                        + Counted.first(SHOWN_NAMES, missing),
                "give it those of generated/checks.nix, under their names, for a nixpkgs that has their Pythons",
                events);
    }

    private static Optional<String> warned(String reason, String cure, EventSink events) {
        events.accept(new WheelsEvent.Warned(new Problem(CheckProblem.NOT_RUN, "Nix built not all: " + reason, cure)));
        return Optional.of(reason + "; " + cure);
    }

    /**
     * The names of a flake's checks for a system. What Nix cannot evaluate is left to {@code nix flake check}, which
     * then fails and shows why; it is not reported here.
     */
    private static Optional<SortedSet<String>> names(String directory, List<String> overrides, String system) {
        List<String> command = nix("eval", "--no-write-lock-file", "--raw");
        command.addAll(overrides);
        command.addAll(List.of(
                "--apply",
                "checks: builtins.concatStringsSep \"\" (map (name: \"\\n" + MARK
                        + "\" + name) (builtins.attrNames (checks." + system + " or { }))) + \"\\n\"",
                directory + "#checks"));
        HostProgram.Ended ended = run(command, EVALUATION);
        boolean none = ended.errors().contains("does not provide attribute");
        return ended.exit() == 0 || none
                ? Optional.of(ended.output()
                        .lines()
                        .filter(line -> line.startsWith(MARK))
                        .map(line -> line.substring(MARK.length()))
                        .collect(Collectors.toCollection(TreeSet::new)))
                : Optional.empty();
    }

    private static List<String> nix(String... arguments) {
        List<String> command = new ArrayList<>(List.of("nix", "--extra-experimental-features", "nix-command flakes"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void requirePassed(List<String> command) {
        HostProgram.Ended ended = run(command, BUILD);
        if (ended.exit() != 0) {
            List<String> lines = ended.errors().lines().toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
            throw new WheelsException(
                    CheckProblem.FLAKE_FAILED,
                    "nix flake check failed:\n" + String.join("\n", last) + "\n",
                    "run it by hand to see all of it: " + String.join(" ", command));
        }
    }

    private static HostProgram.Ended run(List<String> command, Duration limit) {
        try {
            return HostProgram.run(command, Path.of("").toAbsolutePath(), limit)
                    .orElseThrow(() -> new WheelsException(
                            CheckProblem.FLAKE_FAILED,
                            "nix did not end in " + limit.toMinutes() + " minutes",
                            "run it by hand to see what takes so long: " + String.join(" ", command)));
        } catch (InterruptedIOException e) {
            throw new WheelsException(CheckProblem.NO_NIX, "nix flake check was interrupted", "run mvn verify again");
        } catch (IOException e) {
            throw new WheelsException(
                    CheckProblem.NO_NIX,
                    "nix cannot be run: " + PlainFile.reason(e),
                    "check that `nix --version` works here",
                    e);
        }
    }
}
