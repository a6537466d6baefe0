// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.question;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.answer.LockGraph;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.setup.GoalProblem;
import dev.zeus.wheels.core.setup.OptionProblem;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.python.NearName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The lock that a question is about, with the declarations that it answers.
 *
 * @param set the declarations
 * @param outputDirectory the generated directory
 * @param sources where the declarations are written
 */
public record LockQuery(WheelSetDeclaration set, Path outputDirectory, SourceRoots sources) {

    /**
     * The lock that is there. One that no longer answers the declarations is asked all the same, with a warning.
     *
     * @throws WheelsException C101 if there is none, or what reading it fails with
     */
    public Lock lock(EventSink events) {
        Lock lock = present(outputDirectory);
        if (!lock.inputs().equals(LockInputs.of(set))) {
            events.accept(new WheelsEvent.Warned(new Problem(
                    GoalProblem.OUT_OF_DATE,
                    "the declarations have changed since pylock.toml was resolved; the answer is about what is locked",
                    "run: mvn wheels:generate")));
        }
        return lock;
    }

    /**
     * The lock of a generated directory, whatever is declared.
     *
     * @throws WheelsException C101 if there is none, or what reading it fails with
     */
    public static Lock present(Path outputDirectory) {
        Path file = outputDirectory.resolve(GeneratedFiles.LOCK_FILE);
        return GeneratedFiles.lock(outputDirectory)
                .orElseThrow(() -> new WheelsException(
                        GoalProblem.OUT_OF_DATE,
                        Files.exists(file)
                                ? "\"" + file + "\" was not written by Zeus Wheels"
                                : "there is no \"" + file + "\" to ask",
                        "run: mvn wheels:generate"));
    }

    /** The graph of a lock, with the places of what is declared. */
    public LockGraph graph(Lock lock) {
        return new LockGraph(set, lock, sources::origin);
    }

    /**
     * The package that is asked about.
     *
     * @param text what the user typed
     * @throws WheelsException D221 where it is not locked, with the name that is probably meant
     */
    public static PackageName name(LockGraph graph, String text) {
        Optional<PackageName> name = Optional.empty();
        try {
            name = Optional.of(PackageName.parse(text.strip()));
        } catch (PackagingParseException e) {
            // Said below: no such name is locked.
        }
        return name.filter(one -> !graph.packages(one).isEmpty()).orElseThrow(() -> {
            List<String> names = graph.names().stream().map(PackageName::value).toList();
            return new WheelsException(
                    OptionProblem.NOT_LOCKED,
                    "wheels.package is \"" + text + "\", and the lock has no such package",
                    NearName.among(names, text)
                            .map(near -> "did you mean -Dwheels.package=" + near + "?")
                            .orElse("mvn wheels:tree shows all " + names.size()
                                    + "; what was declared since needs: mvn wheels:generate"));
        });
    }
}
