// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.OptionProblem;
import dev.zeus.wheels.core.setup.OptionWords;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackagingParseException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What is imported, and where to.
 *
 * @param file the file of another tool
 * @param sourceRoot the root of the Java sources
 * @param packageName the package of the declarations
 * @param outputDirectory the generated directory, which gets the locked versions
 * @param pythons the Pythons of the set, separated by commas
 * @param platforms the platforms of the set, separated by commas
 * @param with the extras and groups that are taken in
 */
public record ImportRequest(
        Path file,
        Path sourceRoot,
        String packageName,
        Path outputDirectory,
        Optional<String> pythons,
        Optional<String> platforms,
        Set<ExtraName> with) {
    private static final Pattern PACKAGE = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*){0,20}");

    public ImportRequest {
        with = Set.copyOf(with);
        requirePackage("wheels.importPackage", packageName);
    }

    /**
     * Refuses what is not a name of a Java package, as all are written.
     *
     * @throws WheelsException D232
     */
    static void requirePackage(String option, String name) {
        boolean named = PACKAGE.matcher(name).matches() && javax.lang.model.SourceVersion.isName(name);
        if (!named || name.length() > 200) {
            throw new WheelsException(
                    OptionProblem.BAD_IMPORT_PACKAGE,
                    option + " is \"" + name + "\"; expected the name of a Java package in lower case",
                    "give -D" + option + "=com.acme.python");
        }
    }

    /**
     * The extras and groups that a user names.
     *
     * @throws WheelsException D235 where one is not a name
     */
    public static Set<ExtraName> names(String text) {
        Set<ExtraName> names = new TreeSet<>();
        for (String word : OptionWords.of(text)) {
            try {
                names.add(ExtraName.parse(word));
            } catch (PackagingParseException e) {
                throw new WheelsException(
                        OptionProblem.BAD_IMPORT_GROUP,
                        "wheels.importWith is \"" + text + "\"; expected names of extras and groups",
                        "give -Dwheels.importWith=dev,test");
            }
        }
        return names;
    }
}
