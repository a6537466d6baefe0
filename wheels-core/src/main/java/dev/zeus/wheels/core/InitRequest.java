// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.OptionProblem;
import dev.zeus.wheels.core.setup.OptionWords;
import dev.zeus.wheels.core.start.StarterFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A project that is begun.
 *
 * @param directory where its files go
 * @param artifact its name
 * @param packageName the Java package of the wheel set
 * @param wheels the first requirements, separated by commas
 * @param pythons the Pythons of the set, separated by commas
 * @param platforms the platforms of the set, separated by commas
 * @param without the files that are not written
 * @param version the version of Zeus Wheels that it uses
 */
public record InitRequest(
        Path directory,
        String artifact,
        String packageName,
        String wheels,
        Optional<String> pythons,
        Optional<String> platforms,
        List<String> without,
        String version) {
    /** How the properties begin that say it. */
    static final String OPTION = "wheels.init";

    /** What a project begins with where nothing is asked for. */
    public static final String WHEELS = "numpy";

    private static final Pattern ARTIFACT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");

    public InitRequest {
        without = List.copyOf(without);
        ImportRequest.requirePackage(OPTION + "Package", packageName);
        if (!ARTIFACT.matcher(artifact).matches()) {
            throw new WheelsException(
                    OptionProblem.BAD_PROJECT_NAME,
                    "wheels.initName is \"" + artifact + "\"; expected letters, digits, dots and hyphens",
                    "give -Dwheels.initName=acme-wheels");
        }
        requireFiles(OPTION + "Without", without);
    }

    /**
     * Refuses what is not a file of a project that is begun.
     *
     * @throws WheelsException I204
     */
    static void requireFiles(String option, List<String> without) {
        for (String file : without) {
            if (!StarterFiles.names().containsKey(file)) {
                throw new WheelsException(
                        OptionProblem.BAD_WITHOUT,
                        option + " names \"" + file + "\"; expected some of "
                                + String.join(", ", StarterFiles.names().keySet()),
                        "give -D" + option + "=.gitignore");
            }
        }
    }

    /** The files that a user leaves out. */
    public static List<String> without(String words) {
        return OptionWords.of(words);
    }

    /** A name for a project in a directory: the directory's, as far as it may be one. */
    public static String artifact(Path directory) {
        String name = String.valueOf(directory.toAbsolutePath().normalize().getFileName())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_.-]+", "-")
                .replaceAll("^[.-]+|[.-]+$", "");
        return ARTIFACT.matcher(name).matches() && !name.equals("null") ? name : "wheels";
    }
}
