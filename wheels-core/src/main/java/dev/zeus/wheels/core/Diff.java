// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.answer.LockDiff;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.question.LockQuery;
import dev.zeus.wheels.core.question.LockRevision;
import dev.zeus.wheels.core.setup.OptionProblem;
import dev.zeus.wheels.core.text.Printable;
import java.nio.file.Path;
import java.util.Optional;

/** What differs between two locks, such as that of the last commit and the present one. */
public final class Diff {
    private Diff() {}

    /** How it is written. */
    public enum Format {
        TEXT,
        JSON,
        MARKDOWN;

        /**
         * Parses a user's word.
         *
         * @throws WheelsException D208 if it is another word
         */
        public static Format parse(String word) {
            return switch (word) {
                case "text" -> TEXT;
                case "json" -> JSON;
                case "markdown" -> MARKDOWN;
                default ->
                    throw new WheelsException(
                            OptionProblem.BAD_FORMAT,
                            "wheels.format is \"" + word + "\"; expected text, json or markdown",
                            "give -Dwheels.format=markdown");
            };
        }
    }

    /**
     * The difference.
     *
     * @param outputDirectory the generated directory
     * @param from what it was: a file, a directory or a revision of git
     * @param to what it is, as {@code from}; the lock that is there where empty
     * @throws WheelsException C101 where there is no lock, D224 where one cannot be found
     */
    public static String run(Path outputDirectory, String from, Optional<String> to, Format format) {
        Lock before = new LockRevision("wheels.from", from).lock(outputDirectory);
        Lock after = to.map(text -> new LockRevision("wheels.to", text).lock(outputDirectory))
                .orElseGet(() -> LockQuery.present(outputDirectory));
        LockDiff diff = LockDiff.between(before, after);
        return switch (format) {
            case JSON -> diff.json();
            case MARKDOWN -> Printable.page(diff.markdown());
            case TEXT -> Printable.page(diff.text());
        };
    }
}
