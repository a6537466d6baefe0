// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.disk.DurableFile;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.nixpkgs.NixpkgsSnapshot;
import dev.zeus.wheels.core.nixpkgs.NixpkgsVersions;
import dev.zeus.wheels.core.nixpkgs.SnapshotProblem;
import dev.zeus.wheels.core.output.OwnFile;
import dev.zeus.wheels.core.text.Counted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down which versions of Python packages nixpkgs has for the targets of a wheel set. */
public final class TakeSnapshot {
    /** The name of nixpkgs among a flake's inputs, and in Nix's registry. */
    public static final String NIXPKGS = "nixpkgs";

    private TakeSnapshot() {}

    /**
     * Takes the snapshot and writes it to a file.
     *
     * @param reference the flake reference of nixpkgs; empty for the input of that name of the flake
     * @param flake the directory of the flake whose inputs say what {@code nixpkgs} is
     * @return what was found, one line for people
     * @throws WheelsException E307 where another file is in its place, E501 to E503 where Nix does not tell, E504 where
     *     the file cannot be written
     */
    public static String run(
            WheelSetDeclaration set, Optional<String> reference, Optional<Path> flake, Path file, EventSink events) {
        requireOwn(file);
        NixpkgsSnapshot snapshot = NixpkgsVersions.read(
                reference.orElse(NIXPKGS), reference.isPresent() ? Optional.empty() : flake, targets(set), events);
        try {
            DurableFile.replace(file, snapshot.toJson());
        } catch (IOException e) {
            throw unwritable(file, e);
        }
        return Counted.of(snapshot.versions().size(), "package") + " of nixpkgs"
                + (snapshot.release().isEmpty() ? "" : " " + snapshot.release()) + " written to " + file;
    }

    /** Before Nix is asked, which takes its time. */
    private static void requireOwn(Path file) {
        try {
            OwnFile.require(file, "wheels.snapshotFile", NixpkgsSnapshot.BEGIN);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static WheelsException unwritable(Path file, IOException e) {
        return new WheelsException(
                SnapshotProblem.UNWRITABLE_SNAPSHOT,
                "wheels.snapshotFile is \"" + file + "\", which cannot be written: " + PlainFile.reason(e),
                "make it writable",
                e);
    }

    private static List<Target> targets(WheelSetDeclaration set) {
        List<Target> targets = new ArrayList<>();
        for (String python : set.pythons()) {
            for (TargetDeclaration platform : set.targets()) {
                targets.add(new Target(python, platform.platform(), platform.floor()));
            }
        }
        return targets;
    }
}
