// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.Redeclaration;
import dev.zeus.wheels.core.declaring.ModuleSources;
import dev.zeus.wheels.core.event.WheelsException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Removes declarations of packages, with their imports and their entries in environments, and locks the rest.
 *
 * <p>Sources and generated files change together, or neither does.
 */
@Mojo(name = "remove", threadSafe = true, requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
final class RemoveMojo extends RedeclareMojo {

    /** The packages to remove, separated by commas. */
    @Parameter(property = "wheels.remove")
    private @Nullable String remove;

    @Override
    Redeclaration change(ModuleSources sources) {
        if (remove == null) {
            throw new WheelsException(
                    PluginProblem.NOTHING_NAMED, "wheels.remove names no package", "give -Dwheels.remove=httpx");
        }
        return Redeclaration.remove(sources, remove);
    }
}
