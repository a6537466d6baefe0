// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.nixpkgs;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** Trouble with Nix and snapshots of nixpkgs. */
public enum SnapshotProblem implements ProblemKind {
    NO_NIX(
            "E501",
            "Nix cannot be run",
            "wheels:snapshot runs Nix, which is not installed or was interrupted. Check that nix --version "
                    + "works."),
    UNREADABLE_NIXPKGS(
            "E502",
            "The versions in nixpkgs cannot be read",
            "Nix could not evaluate the Python packages of this nixpkgs. Name another one with " + "wheels.nixpkgs."),
    BAD_REFERENCE("E503", "Not a nixpkgs reference", "wheels.nixpkgs is a flake reference without an attribute."),
    UNWRITABLE_SNAPSHOT(
            "E504", "The snapshot cannot be written", "wheels.snapshotFile is not writable. Correct its permissions."),
    BAD_SNAPSHOT(
            "L301",
            "Not a snapshot of nixpkgs",
            "The file in wheels.snapshotFile was not written by wheels:snapshot. Run mvn wheels:snapshot to "
                    + "rewrite it.");

    private final Meaning meaning;

    SnapshotProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
