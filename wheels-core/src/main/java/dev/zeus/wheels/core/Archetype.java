// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.importing.FirstDeclarations;
import dev.zeus.wheels.core.setup.AskedRequirements;
import dev.zeus.wheels.core.start.StarterFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Maven archetype: what {@code wheels:init} writes, with the places that the archetype plugin fills in.
 *
 * <p>The build of the plugin's jar writes it there, so that {@code mvn archetype:generate} takes the jar for one.
 */
public final class Archetype {
    /** The names that a jar cannot hold, since Maven leaves such files out, with those that stand for them. */
    private static final Map<String, String> RENAMED = Map.of(".gitignore", "__gitignore__");

    private Archetype() {}

    /** The texts of its files, by their paths below {@code archetype-resources} with {@code /} as separator. */
    static SortedMap<String, String> files(String version) {
        FirstDeclarations declarations = FirstDeclarations.of(
                InitRequest.OPTION,
                "${package}",
                AskedRequirements.parse(InitRequest.OPTION + "Wheels", InitRequest.WHEELS),
                Optional.empty(),
                Optional.empty());
        SortedMap<String, String> files = new TreeMap<>();
        new StarterFiles("${groupId}", "${artifactId}", version, declarations.pythons())
                .texts()
                .forEach((name, text) -> files.put(RENAMED.getOrDefault(name, name), text));
        files.computeIfPresent(
                "pom.xml",
                (name, text) -> text.replace("<version>1.0-SNAPSHOT</version>", "<version>${version}</version>"));
        declarations.sources().forEach((name, text) -> files.put("src/main/java/" + name, text));
        return files;
    }

    /** Writes the archetype: the directory, then the version of Zeus Wheels that its projects use. */
    public static void main(String... arguments) throws IOException {
        for (Map.Entry<String, String> each : files(arguments[1]).entrySet()) {
            Path file = Path.of(arguments[0], "archetype-resources").resolve(each.getKey());
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, each.getValue());
        }
    }
}
