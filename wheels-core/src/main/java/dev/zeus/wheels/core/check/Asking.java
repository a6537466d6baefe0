// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.python.PlatformTag.Floor;
import dev.zeus.wheels.python.WheelFilename;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a {@link Check} gets its answer. A constant of it names what is asked; when, of which wheels and in which order
 * follows from it, and nothing else lists checks.
 */
sealed interface Asking {
    /** By fetching the wheel, which is when the store holds its bytes against the locked digest. */
    record Fetching() implements Asking {}

    /**
     * Of the archive by itself, once whatever targets install it.
     *
     * @param whole what is wrong with it
     * @param parts the same as far as its directory and its metadata tell
     */
    record OfArchive(
            BiFunction<WheelArchive, WheelFilename, List<Problem>> whole,
            BiFunction<WheelArchive, WheelFilename, List<Problem>> parts)
            implements Asking {
        /** A question that directory and metadata answer. */
        OfArchive(BiFunction<WheelArchive, WheelFilename, List<Problem>> question) {
            this(question, question);
        }
    }

    /**
     * Of the compiled files, once by themselves, and on each target beside those of its other wheels.
     *
     * @param alone what is wrong with them
     * @param beside what only shows beside the others
     */
    record OfContent(ContentQuestion alone, Function<InstalledWheels, TargetQuestion> beside) implements Asking {}

    /** Of the wheel as a target installs it. */
    record OnTarget(Function<InstalledWheels, TargetQuestion> question) implements Asking {}

    /** Of the installed wheel by a Python of this machine; one answer for each code. */
    record OnHost(Function<HostAnswer, List<Outcome>> question) implements Asking {}

    /** What is asked of compiled files. */
    interface ContentQuestion {
        /**
         * What is wrong with them.
         *
         * @param least the lowest floor of the targets that install the wheel, where they are of one kind
         */
        List<Problem> problems(WheelFilename wheel, NativeContent content, Optional<Floor> least);
    }

    /** What is asked of a wheel on a target. It may remember the wheels that it was asked about before. */
    interface TargetQuestion {
        /**
         * Whether it has anything to ask of a wheel: what it does not ask has no answer, not even that it is not run.
         */
        default boolean isAsked(CheckedWheel wheel) {
            return true;
        }

        /** One answer for each code, so that each can be excused by itself. */
        List<Outcome> ask(CheckedWheel wheel);
    }
}
