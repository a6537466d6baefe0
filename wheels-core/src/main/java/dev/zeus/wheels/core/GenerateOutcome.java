package dev.zeus.wheels.core;

import dev.zeus.wheels.core.output.FileChanges;
import dev.zeus.wheels.core.report.LockChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run of {@link Generate} did, or would do.
 *
 * @param outputDirectory the generated directory
 * @param undeclared what was declared when the directory was last written, and is not any more
 * @param packages the packages whose versions differ from the lock before
 * @param files the generated files that differ from those before
 * @param dryRun whether nothing was written
 */
public record GenerateOutcome(
        Path outputDirectory, List<String> undeclared, List<LockChange> packages, FileChanges files, boolean dryRun) {
    public GenerateOutcome {
        undeclared = List.copyOf(undeclared);
        packages = List.copyOf(packages);
    }

    /** Whether everything was as it should be. */
    boolean isNothing() {
        return !dryRun && undeclared.isEmpty() && packages.isEmpty() && files.isEmpty();
    }

    /** The outcome for people, one line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!undeclared.isEmpty()) {
            lines.add("No longer declared: " + String.join(", ", undeclared));
        }
        packages.forEach(change -> lines.add(change.toString()));
        if (files.isEmpty()) {
            lines.add(outputDirectory + " is up to date");
            return lines;
        }
        files.added().forEach(name -> lines.add("  new      " + name));
        files.changed().forEach(name -> lines.add("  changed  " + name));
        files.removed().forEach(name -> lines.add("  removed  " + name));
        lines.add((dryRun ? "Dry run: would change " : "Wrote ") + outputDirectory);
        return lines;
    }
}
