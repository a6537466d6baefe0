// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** Files that cannot be imported. */
public enum ImportProblem implements ProblemKind {
    UNREADABLE(
            "I101",
            "The file cannot be read",
            "The file does not exist, is not readable, or is larger than 16 MiB. Correct the path."),
    UNKNOWN_KIND(
            "I102",
            "Not a file that can be imported",
            "The file's name determines its format: requirements.txt, .in, pyproject.toml, Pipfile, "
                    + "flake.nix, or a lock of uv, Poetry, PDM, Pipenv or the standard. Other tools can export one of "
                    + "these."),
    MALFORMED("I103", "The file is malformed", "A line does not match the format. Let its tool write the file again."),
    NOTHING_TO_IMPORT(
            "I105",
            "Nothing to import",
            "The file requires no package that can be declared. Name extras and groups with " + "wheels.importWith."),
    BAD_PYTHONS("D233", "wheels.importPythons is malformed", "It is a comma-separated list of Python versions."),
    BAD_PLATFORMS("D234", "wheels.importPlatforms is malformed", "It is a comma-separated list of Nix systems."),
    UNKNOWN_VERSION(
            "I109",
            "An unknown version of the format",
            "The tool that wrote the lock is newer than this plugin, or very old. Update Zeus Wheels, or "
                    + "write the file with a release of the tool that knows the version in the message."),
    OUR_LOCK(
            "I110",
            "A lock of Zeus Wheels",
            "This plugin wrote the pylock.toml from declarations, which say more than the lock. Use those "
                    + "declarations."),
    OUTSIDE(
            "I111",
            "The file includes one outside its project",
            "A project is the repository that contains the file, else the outermost folder above it with a "
                    + "pom.xml or pyproject.toml, else its own folder. An imported file cannot make the import read "
                    + "other files on this machine."),
    UNDECLARABLE(
            "I203",
            "A requirement cannot be declared",
            "The message says why: nixpkgs may need the name itself, the package may come from a "
                    + "repository, or it may be for other systems.");

    private final Meaning meaning;

    ImportProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
