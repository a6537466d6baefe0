// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;
import dev.zeus.wheels.core.event.WheelsException;
import java.util.Arrays;

/** Why there is no set of versions, or one that needs a second look. */
public enum ResolveProblem implements ProblemKind {
    CONFLICT(
            "R201",
            "The requirements contradict each other",
            "No set of versions satisfies all requirements; the message derives why, step by step. Loosen "
                    + "one of the requirements that it names."),
    NO_FITTING_FILE(
            "R202",
            "No file fits the target",
            "Every permitted version has files only for other Pythons, other platforms or newer systems. "
                    + "Raise the floor of the target, build from source, or take the package from nixpkgs."),
    NO_PROJECT(
            "R203",
            "A required project does not exist",
            "None of the permitted sources has a package that is declared or required. Correct the name, or "
                    + "declare its source."),
    UNCLEAR_SOURCE(
            "R204",
            "A package with an unclear source",
            "Packages of two sources need it, and it is not declared. Declare it with the source that it "
                    + "should come from."),
    URL_DECLARED(
            "R205",
            "A declaration names a URL",
            "A package is declared by name and version, and comes from a source. Declare a version instead."),
    YANKED(
            "R206",
            "A yanked release is chosen",
            "Its authors withdrew the release, and only an exact requirement permits it. Ask for another "
                    + "version, unless you know why it was withdrawn."),
    UNKNOWN_MACHINE(
            "R207",
            "A marker that no target can answer",
            "A requirement depends on the machine's kernel, which a target does not specify. The message "
                    + "says how the marker is treated."),
    TOO_MANY_UNUSABLE(
            "R208",
            "Too many unusable versions",
            "One version after another has unusable metadata, so the search ends. Give the package a "
                    + "version that works."),
    TOO_MANY_PACKAGES(
            "R209",
            "Too many packages",
            "More packages are required than any real set has. Check what the index says that the declared "
                    + "packages require."),
    NOT_COMPARED(
            "R215",
            "Newer versions were not searched for",
            "Some packages gave way to others, so another choice of versions may be newer overall. The run is offline, "
                    + "and the cache lacks the data to decide. Run it once without -o.");

    private final Meaning meaning;

    ResolveProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    /** Whether a failure says that there is no answer, and not that an index gives none. */
    static boolean is(WheelsException failure) {
        return Arrays.stream(values())
                .anyMatch(each -> each.code().equals(failure.problem().code()));
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
