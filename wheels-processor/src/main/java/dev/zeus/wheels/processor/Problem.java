// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One kind of problem with declarations, with its stable code. */
public sealed interface Problem permits CompilationProblem, DeploymentMistake, Mistake, PartMistake, Suspicion {
    /** How a problem is said; an error ends the compilation. */
    enum Kind {
        ERROR,
        WARNING,
        NOTE
    }

    /**
     * What is said.
     *
     * @param code the stable code
     * @param meaning what is wrong, as the page that explains the codes says it
     * @param kind how it is said
     * @param message the message as a format
     * @param hint the hint as a format
     */
    record Wording(String code, String meaning, Kind kind, String message, String hint) {}

    /** What is said. */
    Wording wording();

    /** The stable code, such as {@code V101}. */
    default String code() {
        return wording().code();
    }

    /** How it is said. */
    default Kind kind() {
        return wording().kind();
    }

    /** What is wrong, in a sentence without a value, for the page that explains the codes. */
    default String meaning() {
        return wording().meaning();
    }

    /** The message as a format. */
    default String message() {
        return wording().message();
    }

    /** The hint as a format. */
    default String hint() {
        return wording().hint();
    }

    /** All problems. */
    static List<Problem> all() {
        return Stream.<Problem[]>of(
                        Mistake.values(),
                        PartMistake.values(),
                        DeploymentMistake.values(),
                        Suspicion.values(),
                        CompilationProblem.values())
                .flatMap(Stream::of)
                .toList();
    }

    /** This problem at a place. */
    default Finding at(Site site, Object... arguments) {
        return new Finding(
                this,
                site,
                String.format(Locale.ROOT, message(), arguments),
                String.format(Locale.ROOT, hint(), arguments));
    }
}
