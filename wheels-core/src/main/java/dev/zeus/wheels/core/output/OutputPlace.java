// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a project may have its files generated: in itself, since that directory is replaced as a whole. */
public final class OutputPlace {
    private OutputPlace() {}

    /**
     * The directory that a project declares, if it may.
     *
     * @param declared where the files are to go
     * @param module the directory of the module that declares it
     * @param projects the directories of the module and of the projects that it is part of
     * @throws WheelsException E306 if it is in none of them, also by way of links, or if the module is in it
     */
    public static Path within(Path declared, Path module, List<Path> projects) {
        Path real = real(declared);
        if (real(module).startsWith(real)) {
            throw new WheelsException(
                    OutputProblem.OUTSIDE,
                    "wheels.outputDirectory is \"" + declared + "\", which holds the module \"" + module
                            + "\" itself, and would be replaced as a whole",
                    "name a directory of its own, such as generated");
        }
        boolean isWithin = false;
        for (Path project : projects) {
            isWithin |= real.startsWith(real(project));
        }
        if (!isWithin) {
            throw new WheelsException(
                    OutputProblem.OUTSIDE,
                    "wheels.outputDirectory is \"" + declared + "\", outside the project \"" + module + "\"",
                    "name a directory in the project, or give one outside on the command line with"
                            + " -Dwheels.outputDirectory=…");
        }
        return declared;
    }

    /** The path without links, as far as it exists. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Optional<Path> there = Optional.of(absolute);
        while (there.isPresent() && !Files.exists(there.get(), LinkOption.NOFOLLOW_LINKS)) {
            there = Optional.ofNullable(there.get().getParent());
        }
        try {
            Path existing = there.orElse(absolute);
            return existing.toRealPath().resolve(existing.relativize(absolute));
        } catch (IOException e) {
            return absolute;
        }
    }
}
