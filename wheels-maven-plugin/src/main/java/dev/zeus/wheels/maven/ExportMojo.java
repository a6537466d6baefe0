// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Export;
import dev.zeus.wheels.core.ExportRequest;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Exports the lock as a file of another tool: a requirements.txt with hashes or a pylock.toml for pip and uv, or a
 * CycloneDX bill of materials.
 *
 * <p>Reads the lock and uses no network.
 */
@Mojo(name = "export", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
final class ExportMojo extends WheelsMojo {

    /** {@code requirements}, {@code pylock}, {@code cyclonedx} or {@code spdx}. */
    @Parameter(property = "wheels.format", defaultValue = "requirements")
    private String format;

    /** The only Python to export, such as {@code 3.12}; by default, all of the wheel set. */
    @Parameter(property = "wheels.python")
    private @Nullable String python;

    /** The only platform to export, such as {@code x86_64-linux}; by default, all of the wheel set. */
    @Parameter(property = "wheels.platform")
    private @Nullable String platform;

    /** The name of the only environment to export; by default, everything that is locked. */
    @Parameter(property = "wheels.environment")
    private @Nullable String environment;

    /** The file to write, which may replace only an earlier export; by default, the text is printed. */
    @Parameter(property = "wheels.exportFile")
    private @Nullable File exportFile;

    @Override
    @SuppressWarnings("SystemOut") // the data itself, for pipes: not a log line
    void run(WheelSetDeclaration set) {
        String text = Export.run(new ExportRequest(
                set,
                outputDirectory(),
                ExportRequest.Format.parse(format),
                Optional.ofNullable(python),
                Optional.ofNullable(platform),
                Optional.ofNullable(environment),
                Optional.ofNullable(exportFile).map(File::toPath)));
        if (exportFile == null) {
            System.out.print(text);
        } else {
            getLog().info("Wrote " + exportFile);
        }
    }
}
