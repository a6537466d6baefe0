// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.importing.FirstDeclarations;
import dev.zeus.wheels.core.output.NewFiles;
import dev.zeus.wheels.core.setup.AskedRequirements;
import dev.zeus.wheels.core.start.StarterFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Begins a project: writes all that {@code mvn wheels:generate} and Nix need. It overwrites nothing. */
public final class Init {
    /** What comes after the lock, where a flake was written. */
    static final String THEN_NIX = ", and then nix develop (in a Git repository, after git add .)";

    private Init() {}

    /**
     * Writes the files.
     *
     * @return what to say of it
     * @throws dev.zeus.wheels.core.event.WheelsException I201, I203, D233, D234 for what was asked, I106 where a file
     *     is there already, I107 where one cannot be written; nothing is then left behind
     */
    public static List<String> run(InitRequest request) {
        SortedMap<Path, String> files = new TreeMap<>();
        files(request).forEach((name, text) -> files.put(request.directory().resolve(name), text));
        NewFiles.write(
                files,
                "move them away, or use another directory; to leave a file out, give"
                        + " -Dwheels.initWithout=.gitignore");
        List<String> lines = new ArrayList<>();
        files.keySet().forEach(file -> lines.add("Wrote " + request.directory().relativize(file)));
        lines.add("Next: mvn wheels:generate" + THEN_NIX);
        return lines;
    }

    /** The texts of the files, by their paths with {@code /} as separator. */
    static SortedMap<String, String> files(InitRequest request) {
        FirstDeclarations declarations = FirstDeclarations.of(
                InitRequest.OPTION,
                request.packageName(),
                AskedRequirements.parse(InitRequest.OPTION + "Wheels", request.wheels()),
                request.pythons(),
                request.platforms());
        StarterFiles starter = new StarterFiles(
                group(request.packageName()), request.artifact(), request.version(), declarations.pythons());
        SortedMap<String, String> files = new TreeMap<>(starter.texts());
        files.keySet().removeAll(request.without());
        String directory = "src/main/java/" + request.packageName().replace('.', '/') + "/";
        declarations.sources().forEach((name, text) -> files.put(directory + name, text));
        return files;
    }

    /** {@code com.acme.python} belongs to {@code com.acme}. */
    static String group(String packageName) {
        int last = packageName.lastIndexOf('.');
        return last < 0 ? packageName : packageName.substring(0, last);
    }
}
