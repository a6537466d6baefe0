package dev.zeus.wheels.core.event;

/** One thing that happened during a run; a front end draws progress from these, the core never prints. */
public sealed interface WheelsEvent {
    /** A named piece of work began; {@code total} is its number of steps, 0 where unknown. */
    record Started(String task, int total) implements WheelsEvent {}

    /** One step of a task was done; {@code what} names it, such as a package. */
    record Advanced(String task, String what) implements WheelsEvent {}

    /** A task ended. */
    record Finished(String task, String summary) implements WheelsEvent {}

    /** Something the user should know, though the run goes on. */
    record Warned(Problem problem) implements WheelsEvent {}

    /** Something odd that needs nobody's attention; for a verbose log. */
    record Noted(String note) implements WheelsEvent {}
}
