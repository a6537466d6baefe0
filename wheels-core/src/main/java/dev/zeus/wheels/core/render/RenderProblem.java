// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** What cannot be written in Nix. */
public enum RenderProblem implements ProblemKind {
    TAKEN_NAME(
            "N301",
            "A package name that nixpkgs needs",
            "The package would replace something else in nixpkgs' Python package set. Leave it out."),
    BAD_SOURCE_NAME(
            "N302",
            "A source name that is no directory",
            "The files of each source go to a directory of its name. Rename the source."),
    BAD_DEFINITION(
            "N303",
            "A definition is not Nix",
            "The definition of a @CustomPackage has a syntax error at the line and column of the message."),
    NO_FUNCTION(
            "N304",
            "A definition is not a function of a set",
            "callPackage calls the definition with the arguments that it names. Begin it with { "
                    + "buildPythonPackage, … }:."),
    NO_SNAPSHOT(
            "N305",
            "No snapshot of nixpkgs",
            "dependencies = NIXPKGS_FIRST needs to know the versions in nixpkgs. Take a snapshot with mvn "
                    + "wheels:snapshot."),
    BAD_PATH(
            "N306",
            "A path that Nix cannot have",
            "Nix paths have letters, digits and a few signs. Rename the folder."),
    UNKNOWN_BUILD(
            "N307",
            "Nix needs what no index tells",
            "A source distribution with Rust code needs a hash of its crates, or a marker asks what Nix "
                    + "cannot answer."),
    SDIST_CYCLE(
            "N308",
            "A source distribution within a cycle",
            "Packages that require each other cannot be built before each other. Break the cycle with remove "
                    + "in a @Recipe, or take wheels."),
    MISSING_LIBRARY(
            "N309",
            "A library that nobody brings",
            "A wheel needs a system library that no known package of nixpkgs has. Declare it with "
                    + "buildInputs, searchPaths or ignoredLibraries in a @Recipe."),
    BUILD_CYCLE(
            "N310",
            "A build that needs itself",
            "A custom package, a recipe or a replacement leads back to itself. Leave out one of its links."),
    MISSING_FILE(
            "N340",
            "A declared file is not there",
            "A patch or a folder of wheels is named relative to the directory that holds generated/, and is not there. "
                    + "Put it there, or correct the path.");

    private final Meaning meaning;

    RenderProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
