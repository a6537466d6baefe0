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
 * Declares packages in the style of the existing declarations, and locks them.
 *
 * <p>Sources and generated files change together, or neither does.
 */
@Mojo(name = "add", threadSafe = true, requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
final class AddMojo extends RedeclareMojo {

    /**
     * The packages to add, as comma-separated requirements in pip's syntax: {@code httpx[http2]>=0.27,numpy}; a marker
     * becomes platforms and Pythons.
     */
    @Parameter(property = "wheels.add")
    private @Nullable String add;

    @Override
    Redeclaration change(ModuleSources sources) {
        if (add == null) {
            throw new WheelsException(
                    PluginProblem.NOTHING_NAMED,
                    "wheels.add names no package",
                    "give -Dwheels.add='httpx[http2]>=0.27'");
        }
        return Redeclaration.add(sources, add);
    }
}
