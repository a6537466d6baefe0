// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.generated;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.GoalProblem;
import dev.zeus.wheels.core.text.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A lock of another tool where ours goes: said before anything is resolved, since it is not replaced. */
public final class ForeignLock {
    /** The standard puts created-by among the first lines. */
    private static final int HEAD = 4096;

    private static final int SHOWN = 60;
    private static final Pattern CREATED_BY = Pattern.compile("(?m)^created-by *= *['\"]([^'\"\n]*)['\"]");

    private ForeignLock() {}

    /**
     * Refuses a lock that another tool says it created.
     *
     * @throws WheelsException I108
     */
    public static void refuse(Path file) {
        creator(file).ifPresent(tool -> {
            throw new WheelsException(
                    GoalProblem.FOREIGN_LOCK,
                    "\"" + file + "\" is a lock of \"" + Printable.of(tool, SHOWN) + "\", not of Zeus Wheels",
                    "move it next to its pyproject.toml, and create declarations from it, which keep its versions: mvn"
                            + " wheels:import -Dwheels.import=pylock.toml");
        });
    }

    private static Optional<String> creator(Path file) {
        try {
            Matcher matcher = CREATED_BY.matcher(new String(PlainFile.head(file, HEAD), StandardCharsets.UTF_8));
            return matcher.find() && !matcher.group(1).startsWith("zeus-wheels")
                    ? Optional.of(matcher.group(1))
                    : Optional.empty();
        } catch (IOException e) {
            // There is none, or the next reader reports what is wrong.
            return Optional.empty();
        }
    }
}
