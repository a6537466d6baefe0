// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.importing.ImportedSet;
import dev.zeus.wheels.core.text.Counted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an import wrote.
 *
 * @param directory where the declarations are
 * @param imported what they are
 * @param begun the files of the project that it began around them; none where one was there
 * @param kept the files of such a project that were there already, and are as they were
 */
public record ImportOutcome(Path directory, ImportedSet imported, List<String> begun, List<String> kept) {
    public ImportOutcome {
        begun = List.copyOf(begun);
        kept = List.copyOf(kept);
    }

    /** The outcome for people; what was not carried over is last, each with its line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Declared " + Counted.of(imported.types(), "package") + " in " + directory);
        if (imported.lock().isPresent()) {
            lines.add("Kept the versions of " + Counted.of(imported.versions(), "package")
                    + " for the first wheels:generate");
        }
        if (!begun.isEmpty()) {
            lines.add("Wrote " + String.join(", ", begun));
        }
        if (!kept.isEmpty()) {
            lines.add("Left as it was: " + String.join(", ", kept));
        }
        if (!imported.left().isEmpty()) {
            lines.add("Not carried over:");
            imported.left().forEach(left -> lines.add("  " + left));
        }
        lines.add("Next: mvn wheels:generate" + (begun.contains("flake.nix") ? Init.THEN_NIX : ""));
        return lines;
    }
}
