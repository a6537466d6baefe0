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
            "A source name that cannot be a directory",
            "The files of each source go into a directory of its name. Rename the source."),
    BAD_DEFINITION(
            "N303",
            "A definition is not Nix",
            "The definition of a @CustomPackage has a syntax error at the line and column in the message."),
    NO_FUNCTION(
            "N304",
            "A definition is not a function of a set",
            "callPackage calls the definition with the arguments that it names. Start it with { "
                    + "buildPythonPackage, … }:."),
    NO_SNAPSHOT(
            "N305",
            "No snapshot of nixpkgs",
            "dependencies = NIXPKGS_FIRST needs the versions in nixpkgs. Take a snapshot with mvn "
                    + "wheels:snapshot."),
    BAD_PATH(
            "N306",
            "A path that Nix cannot express",
            "Nix paths consist of letters, digits and a few signs. Rename the folder."),
    UNKNOWN_BUILD(
            "N307",
            "Information that no index provides",
            "A source distribution with Rust code needs a hash of its crates, or a marker asks something "
                    + "that Nix cannot answer."),
    SDIST_CYCLE(
            "N308",
            "A source distribution within a cycle",
            "Packages that require each other cannot each be built first. Break the cycle with remove in a "
                    + "@Recipe, or use wheels."),
    MISSING_LIBRARY(
            "N309",
            "A library that nothing provides",
            "A wheel needs a system library that no known nixpkgs package has. Declare it with buildInputs, "
                    + "searchPaths or ignoredLibraries in a @Recipe."),
    BUILD_CYCLE(
            "N310",
            "A build that needs itself",
            "A custom package, a recipe or a replacement leads back to itself. Remove one of the links."),
    MISSING_FILE(
            "N340",
            "A declared file is missing",
            "A patch or a folder of wheels is named relative to the directory that contains generated/, and "
                    + "does not exist. Put it there, or correct the path.");

    private final Meaning meaning;

    RenderProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
