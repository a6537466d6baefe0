// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.event;

/** A run that ended in a way nobody expected. */
public enum RunProblem implements ProblemKind {
    UNEXPECTED(
            "E901",
            "An unexpected failure",
            "Zeus Wheels has a bug, or the JVM failed. Files that were written before are complete. Run it "
                    + "again with -e and report what it prints."),
    OUT_OF_MEMORY(
            "E902",
            "The JVM ran out of memory",
            "The set is larger than the memory of the JVM allows. Give Maven more with -Xmx in MAVEN_OPTS."),
    NO_PATH(
            "E903",
            "A name that no file can have here",
            "The JVM takes the characters of file names from the locale, and where that is C or POSIX there are only "
                    + "those of ASCII. Run it with a locale of UTF-8, or give the file another name.");

    private final Meaning meaning;

    RunProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
