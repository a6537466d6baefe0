package dev.zeus.wheels.core;

import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.importing.ImportedSet;
import dev.zeus.wheels.core.output.NewFiles;
import java.nio.file.Path;
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
        NewFiles.write(files, "move them away, or name another package with -Dwheels.importPackage=com.acme.other");
        return new ImportOutcome(directory, imported);
    }
}
