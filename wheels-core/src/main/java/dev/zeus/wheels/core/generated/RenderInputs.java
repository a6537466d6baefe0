// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.generated;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.project.OwnSources;
import java.nio.file.Path;

/**
 * All that generated files are made from besides the lock. Rendering gets nothing else, so that {@link Unchanged},
 * which remembers the inputs, cannot forget a file.
 *
 * @param set the declarations
 * @param own what is beside the generated directory of the user's own source
 */
public record RenderInputs(WheelSetDeclaration set, OwnSources own) {
    static RenderInputs of(WheelSetDeclaration set, Path directory) {
        return new RenderInputs(set, GeneratedFiles.own(set, directory));
    }
}
