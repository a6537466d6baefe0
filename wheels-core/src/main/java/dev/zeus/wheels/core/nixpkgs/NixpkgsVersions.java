// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.nixpkgs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.program.HostProgram;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.python.PackageName;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the versions of every Python package of a nixpkgs, one target after the other, with {@code nix eval}. */
public final class NixpkgsVersions {
    private static final String TASK = "read nixpkgs";

    /** The last lines, where Nix repeats the error. */
    private static final int SHOWN_LINES = 20;

    /** Nix fetches a nixpkgs that it has not got, and evaluates all Python packages of it; both take minutes. */
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final String reference;
    private final Optional<Path> flake;
    private final EventSink events;

    private NixpkgsVersions(String reference, Optional<Path> flake, EventSink events) {
        this.reference = reference;
        this.flake = flake;
        this.events = events;
    }

    /**
     * Takes the snapshot.
     *
     * @param reference the flake reference of nixpkgs, such as {@code nixpkgs} or {@code path:/src/nixpkgs}
     * @param flake a flake whose inputs are names for references, so that {@code nixpkgs} is the one it locks
     * @throws WheelsException E501 where Nix cannot be run, E502 where it fails, E503 for what is not a reference
     */
    public static NixpkgsSnapshot read(String reference, Optional<Path> flake, List<Target> targets, EventSink events) {
        if (reference.isBlank() || reference.startsWith("-") || reference.indexOf('#') >= 0) {
            throw new WheelsException(
                    SnapshotProblem.BAD_REFERENCE,
                    "wheels.nixpkgs is \"" + reference + "\", which is not a flake reference of nixpkgs",
                    "give one without an attribute, such as github:NixOS/nixpkgs/nixos-unstable");
        }
        return new NixpkgsVersions(reference, flake, events).read(targets);
    }

    private NixpkgsSnapshot read(List<Target> targets) {
        events.accept(new WheelsEvent.Started(TASK, targets.size()));
        Map<String, Map<PackageName, String>> byTarget = new TreeMap<>();
        String release = "";
        for (Target target : targets) {
            JsonNode found = eval(target);
            release = found.path("release").asText();
            Map<PackageName, String> versions = new TreeMap<>();
            found.path("versions").properties().forEach(entry -> {
                if (!entry.getValue().asText().isEmpty()) {
                    versions.put(
                            PackageName.parse(entry.getKey()), entry.getValue().asText());
                }
            });
            byTarget.put(target.id(), versions);
            events.accept(new WheelsEvent.Advanced(TASK, target.id()));
        }
        events.accept(new WheelsEvent.Finished(TASK, "Read nixpkgs for " + Counted.of(targets.size(), "target")));
        return NixpkgsSnapshot.of(release, byTarget);
    }

    private JsonNode eval(Target target) {
        List<String> command = new ArrayList<>(List.of(
                "nix",
                "--extra-experimental-features",
                "nix-command flakes",
                "eval",
                "--json",
                "--no-write-lock-file"));
        // The inputs say what the name means, so the global registry is not needed.
        flake.ifPresent(directory ->
                command.addAll(List.of("--inputs-from", directory.toString(), "--option", "flake-registry", "")));
        command.addAll(List.of(
                reference + "#legacyPackages." + target.platform().nixSystem()
                        + (target.platform().isMusl() ? ".pkgsMusl" : ""),
                "--apply",
                "(" + program() + ") \"python" + target.python().replace(".", "") + "Packages\""));
        try {
            HostProgram.Ended nix = HostProgram.run(command, Path.of("").toAbsolutePath(), LIMIT)
                    .orElseThrow(() -> failed(target, "Nix did not answer in " + LIMIT.toMinutes() + " minutes"));
            if (nix.exit() != 0) {
                throw failed(target, nix.errors());
            }
            return new ObjectMapper().readTree(nix.output());
        } catch (InterruptedIOException e) {
            throw new WheelsException(
                    SnapshotProblem.NO_NIX, "reading nixpkgs was interrupted", "run mvn wheels:snapshot again");
        } catch (IOException e) {
            throw new WheelsException(
                    SnapshotProblem.NO_NIX,
                    "nix cannot be run: " + PlainFile.reason(e),
                    "check that `nix --version` works here",
                    e);
        }
    }

    private WheelsException failed(Target target, String said) {
        List<String> lines = said.lines().toList();
        String last = String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        return new WheelsException(
                SnapshotProblem.UNREADABLE_NIXPKGS,
                "the versions in \"" + reference + "\" for " + target.id() + " cannot be read:\n" + last + "\n",
                "give another nixpkgs with -Dwheels.nixpkgs=…");
    }

    private static String program() {
        try (InputStream program =
                Objects.requireNonNull(NixpkgsVersions.class.getResourceAsStream("read-versions.nix"))) {
            return new String(program.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
