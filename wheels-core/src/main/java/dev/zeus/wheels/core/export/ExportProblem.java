package dev.zeus.wheels.core.export;

import dev.zeus.wheels.core.event.ProblemKind;

/** What cannot be exported. */
public enum ExportProblem implements ProblemKind {
    NOT_IN_LOCK(
            "D230",
            "The lock has no such part",
            "wheels.platform, wheels.python or another option names a part that is not locked. Give one of "
                    + "those that the message lists.");

    private final String code;
    private final String title;
    private final String explanation;

    ExportProblem(String code, String title, String explanation) {
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
