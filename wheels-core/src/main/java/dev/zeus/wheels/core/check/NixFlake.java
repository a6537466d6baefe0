package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.program.HostProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final int SHOWN_LINES = 40;
    private static final int SHOWN_NAMES = 8;

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
        String shown = missing.stream().limit(SHOWN_NAMES).collect(Collectors.joining(", "));
        return warned(
                "the flake lacks " + missing.size() + " of the " + expected + " generated checks: " + shown
                        + (missing.size() > SHOWN_NAMES ? " and " + (missing.size() - SHOWN_NAMES) + " more" : ""),
                "give it those of generated/checks.nix, under their names, for a nixpkgs that has their Pythons",
                events);
    }

    private static Optional<String> warned(String reason, String cure, EventSink events) {
        events.accept(new WheelsEvent.Warned(new Problem(CheckProblem.NOT_RUN, "Nix built not all: " + reason, cure)));
        return Optional.of(reason + "; " + cure);
    }

    /**
     * The names of a flake's checks for a system. What Nix cannot evaluate is left to {@code nix flake check}, which
     * fails then and shows why: nothing is said of it here.
     */
    private static Optional<SortedSet<String>> names(String directory, List<String> overrides, String system) {
        List<String> command = nix("eval", "--no-write-lock-file", "--raw");
        command.addAll(overrides);
        command.addAll(List.of(
                "--apply",
                "checks: builtins.concatStringsSep \"\" (map (name: \"\\n" + MARK
                        + "\" + name) (builtins.attrNames (checks." + system + " or { }))) + \"\\n\"",
                directory + "#checks"));
        Ended ended = run(command);
        boolean none = ended.lines().stream().anyMatch(line -> line.contains("does not provide attribute"));
        return ended.status() == 0 || none
                ? Optional.of(ended.lines().stream()
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
        Ended ended = run(command);
        if (ended.status() != 0) {
            List<String> lines = ended.lines();
            List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
            throw new WheelsException(
                    CheckProblem.FLAKE_FAILED,
                    "nix flake check failed:\n" + String.join("\n", last) + "\n",
                    "run it by hand to see all of it: " + String.join(" ", command));
        }
    }

    private static Ended run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return new Ended(process.waitFor(), lines);
        } catch (IOException e) {
            throw new WheelsException(
                    new Problem(
                            CheckProblem.NO_NIX,
                            "nix cannot be run: " + PlainFile.reason(e),
                            "see that `nix --version` works here"),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WheelsException(CheckProblem.NO_NIX, "nix flake check was interrupted", "run mvn verify again");
        }
    }

    /** How a command ended, and what it printed. */
    private record Ended(int status, List<String> lines) {}
}
