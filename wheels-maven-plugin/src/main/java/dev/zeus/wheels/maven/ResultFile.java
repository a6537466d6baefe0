// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.report.ResultPlace;
import dev.zeus.wheels.core.report.RunRecord;
import dev.zeus.wheels.core.report.RunResult;
import dev.zeus.wheels.core.setup.OptionProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The file of the result of a goal: what is in it is of this run, whichever way it ends, and never of an older one.
 *
 * <p>A use case that has more to say writes it itself; what it wrote stays.
 */
final class ResultFile {
    private final String goal;
    private final Optional<Path> file;
    private final boolean isAnswer;

    /**
     * The result of a goal.
     *
     * @param file its place; empty for a goal that has none
     * @param isAnswer whether the goal only answers a question, and so fails for no file that cannot be written
     */
    ResultFile(String goal, Optional<Path> file, boolean isAnswer) {
        this.goal = goal;
        this.file = file;
        this.isAnswer = isAnswer;
    }

    /**
     * Removes that of an older run.
     *
     * @throws WheelsException E305, E307 where that cannot be done
     */
    void begin() {
        try {
            if (file.isPresent()) {
                ResultPlace.remove(file.get());
            }
        } catch (WheelsException e) {
            if (!isAnswer) {
                throw e;
            }
        }
    }

    /** Writes that of a goal that has done what it was asked to, or was skipped. */
    void end(boolean skipped, RunRecord record) {
        if (isDue()) {
            write(skipped ? RunResult.skipped(goal) : RunResult.ok(goal).with(record));
        }
    }

    /** Writes that of a goal that failed. */
    void end(WheelsException cause, RunRecord record) {
        if (cause.problem().is(OptionProblem.HOME_PATH)
                && file.filter(ResultFile::isBelowTilde).isPresent()) {
            // It would make the directory that was refused.
            return;
        }
        if (isDue()) {
            write(RunResult.failed(goal, List.of(cause.problem())).with(record));
        }
    }

    private static boolean isBelowTilde(Path file) {
        return StreamSupport.stream(file.spliterator(), false)
                .anyMatch(name -> name.toString().startsWith("~"));
    }

    /** What a use case wrote stays, and no other is made: the library of JSON takes its time to be loaded. */
    private boolean isDue() {
        return file.isPresent() && !Files.exists(file.get());
    }

    private void write(RunResult result) {
        try {
            result.write(file.orElseThrow());
        } catch (WheelsException e) {
            // What the goal did or failed with is what counts; the use cases that must have a result say so.
        }
    }
}
