package dev.zeus.wheels.core;

import dev.zeus.wheels.core.importing.ImportedSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an import wrote.
 *
 * @param directory where the declarations are
 * @param imported what they are
 */
public record ImportOutcome(Path directory, ImportedSet imported) {

    /** The outcome for people; what was not carried over is last, each with its line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Declared " + imported.types() + " packages in " + directory);
        if (imported.lock().isPresent()) {
            lines.add("Kept the versions of " + imported.versions() + " packages for the first wheels:generate");
        }
        if (!imported.left().isEmpty()) {
            lines.add("Not carried over:");
            imported.left().forEach(left -> lines.add("  " + left));
        }
        lines.add("Next: mvn wheels:generate");
        return lines;
    }
}
