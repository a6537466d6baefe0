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
            "No set of versions meets all requirements; the message derives why, step by step. Loosen one of "
                    + "the requirements that it names."),
    NO_FITTING_FILE(
            "R202",
            "No file fits the target",
            "Every admitted version has files for other Pythons, platforms or newer systems only. Raise the "
                    + "floor of the target, build from source, or take the package from nixpkgs."),
    NO_PROJECT(
            "R203",
            "A required project does not exist",
            "A package that is declared or required is on none of the sources that may be asked. Correct the "
                    + "name, or declare its source."),
    UNCLEAR_SOURCE(
            "R204",
            "Not clear which source a package comes from",
            "Packages of two sources need it and nobody declares it. Declare it with the source that it "
                    + "should come from."),
    URL_DECLARED(
            "R205",
            "A declaration names a URL",
            "Packages are declared by name and version, and come from sources. Declare a version instead."),
    YANKED(
            "R206",
            "A yanked release is chosen",
            "Its authors withdrew the release and only an exact requirement admits it. Ask for another "
                    + "version, unless you know why it was withdrawn."),
    UNKNOWN_MACHINE(
            "R207",
            "A marker asks what no target says",
            "A requirement depends on the kernel of the machine, which a target does not know. The message "
                    + "says how it is counted."),
    TOO_MANY_UNUSABLE(
            "R208",
            "Too many unusable versions",
            "Version after version has metadata that cannot be used, and the search ends. Give the package a "
                    + "version that can be used."),
    TOO_MANY_PACKAGES(
            "R209",
            "Too many packages",
            "More packages are required than any real set has. Look at what the index says that the declared "
                    + "packages require."),
    NOT_COMPARED(
            "R215",
            "Newer versions were not looked for",
            "Packages had to give way to others, so that other versions may go together that are newer in sum. The "
                    + "run is offline, and the cache lacks what it takes to tell. Run it once without -o.");

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
