// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.event;

/** A run that ended unexpectedly. */
public enum RunProblem implements ProblemKind {
    UNEXPECTED(
            "E901",
            "An unexpected failure",
            "Zeus Wheels has a bug, or the JVM failed. Files that were written before are complete. Run the "
                    + "goal again with -e and report its output."),
    OUT_OF_MEMORY(
            "E902",
            "The JVM ran out of memory",
            "The set needs more memory than the JVM may use. Give Maven more with -Xmx in MAVEN_OPTS."),
    NO_PATH(
            "E903",
            "A file name that is impossible here",
            "The JVM takes the characters of file names from the locale, and in the locales C and POSIX these are only "
                    + "ASCII. Run it with a UTF-8 locale, or give the file another name.");

    private final Meaning meaning;

    RunProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
