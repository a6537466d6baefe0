package dev.zeus.wheels.core.nixpkgs;

import dev.zeus.wheels.core.event.ProblemKind;

/** Trouble with Nix and snapshots of nixpkgs. */
public enum SnapshotProblem implements ProblemKind {
    NO_NIX(
            "E501",
            "Nix cannot be run",
            "wheels:snapshot asks Nix, which is not installed or was interrupted. See that nix --version works."),
    UNREADABLE_NIXPKGS(
            "E502",
            "The versions in nixpkgs cannot be read",
            "Nix could not evaluate the Python packages of that nixpkgs. Give another one with wheels.nixpkgs."),
    BAD_REFERENCE("E503", "Not a reference of nixpkgs", "wheels.nixpkgs is a flake reference without an attribute."),
    UNWRITABLE_SNAPSHOT(
            "E504", "The snapshot cannot be written", "wheels.snapshotFile is not writable. Correct its permissions."),
    BAD_SNAPSHOT(
            "L301",
            "Not a snapshot of nixpkgs",
            "wheels.snapshotFile is not what wheels:snapshot writes. Write it anew.");

    private final String code;
    private final String title;
    private final String explanation;

    SnapshotProblem(String code, String title, String explanation) {
        this.code = code;
        this.title = title;
        this.explanation = explanation;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
