// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.output.FileChanges;
import dev.zeus.wheels.core.question.HeldBack;
import dev.zeus.wheels.core.report.LockChange;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run of {@link Generate} did, or would do.
 *
 * @param outputDirectory the generated directory
 * @param undeclared what was declared when the directory was last written, and is not any more
 * @param packages the packages whose versions differ from the lock before
 * @param files the generated files that differ from those before
 * @param held what keeps packages from being newer
 * @param cost what the run took, as a line; empty if it sent no requests
 * @param dryRun whether nothing was written
 */
public record GenerateOutcome(
        Path outputDirectory,
        List<String> undeclared,
        List<LockChange> packages,
        FileChanges files,
        HeldBack held,
        String cost,
        boolean dryRun) {
    public GenerateOutcome {
        undeclared = List.copyOf(undeclared);
        packages = List.copyOf(packages);
    }

    /** The outcome for people, one line each. */
    public List<String> lines() {
        return GenerateLines.of(this);
    }
}
