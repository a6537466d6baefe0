// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.importing.ImportedSet;
import dev.zeus.wheels.core.output.NewFiles;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the declarations of a wheel set from a file of another tool. It overwrites nothing, and writes all or nothing.
 */
public final class Import {
    private Import() {}

    /**
     * Reads the file and writes the declarations.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException I101, I102, I103, I105 for the file, I106 where a declaration
     *     is there already, I107 where one cannot be written
     */
    public static ImportOutcome run(ImportRequest request) {
        return run(request, Optional.empty());
    }

    /**
     * The same where no project is, which is begun: what {@code wheels:init} would write beside the declarations, but
     * for the files that are there already.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException as for one that is there
     */
    public static ImportOutcome run(ImportRequest request, NewProject project) {
        return run(request, Optional.of(project));
    }

    private static ImportOutcome run(ImportRequest request, Optional<NewProject> project) {
        ImportedSet imported = ImportedSet.read(
                request.file(), request.packageName(), request.pythons(), request.platforms(), request.with());
        Path directory = request.sourceRoot();
        for (String segment : request.packageName().split("\\.", -1)) {
            directory = directory.resolve(segment);
        }
        SortedMap<Path, String> files = new TreeMap<>();
        for (var source : imported.sources().entrySet()) {
            files.put(directory.resolve(source.getKey()), source.getValue());
        }
        imported.lock().ifPresent(lock -> files.put(request.outputDirectory().resolve(GeneratedFiles.LOCK_FILE), lock));
        List<String> begun = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        project.ifPresent(each -> each.texts(request.packageName(), imported.pythons())
                .forEach((name, text) -> {
                    Path file = each.directory().resolve(name);
                    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                        kept.add(name);
                    } else {
                        begun.add(name);
                        files.put(file, text);
                    }
                }));
        NewFiles.write(files, "move them away, or name another package with -Dwheels.importPackage=com.acme.other");
        return new ImportOutcome(directory, imported, begun, kept);
    }
}
