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
            "A file is told by its name: requirements.txt, .in, pyproject.toml, Pipfile, flake.nix, or a lock of uv, Poetry, "
                    + "PDM, Pipenv or the standard. Other tools export one of these."),
    MALFORMED(
            "I103", "The file is malformed", "A line cannot be read as its format says. Have its tool write it anew."),
    NOTHING_TO_IMPORT(
            "I105",
            "Nothing to import",
            "The file asks for no package that can be declared. Name extras and groups with wheels.importWith."),
    BAD_PYTHONS("D233", "wheels.importPythons is malformed", "It is a list of Python versions, separated by commas."),
    BAD_PLATFORMS(
            "D234", "wheels.importPlatforms is malformed", "It is a list of systems of Nix, separated by commas."),
    UNKNOWN_VERSION(
            "I109",
            "The format is of an unknown version",
            "The lock was written by a newer tool than this plugin knows, or by a very old one. Update Zeus Wheels, or have "
                    + "a release of the tool write the file that knows the version that the message names."),
    OUR_LOCK(
            "I110",
            "The lock is one of Zeus Wheels",
            "A pylock.toml that this plugin wrote was made of declarations that say more than it does. Take those."),
    OUTSIDE(
            "I111",
            "The file includes one outside of its project",
            "A project is the repository that a file is in, else the outermost folder above it with a pom.xml or "
                    + "pyproject.toml, else its own folder. Files elsewhere on this machine are not read for a line of it."),
    UNDECLARABLE(
            "I203",
            "A requirement cannot be declared",
            "The message says why: nixpkgs may need the name itself, or the package come from a repository, or be for other systems.");

    private final Meaning meaning;

    ImportProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
