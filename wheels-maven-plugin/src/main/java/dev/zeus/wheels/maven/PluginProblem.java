package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.event.ProblemKind;

/** What only the Maven plugin says. */
enum PluginProblem implements ProblemKind {
    NOTHING_NAMED("D236", "wheels:import without a file", "Name the file with -Dwheels.import=FILE."),
    UNREADABLE_PASSWORD(
            "E401",
            "A password of settings.xml cannot be decrypted",
            "The password of a <server> is encrypted, and Maven has no master password for it. Encrypt it "
                    + "anew, or give the login in the environment.");

    private final String code;
    private final String title;
    private final String explanation;

    PluginProblem(String code, String title, String explanation) {
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
