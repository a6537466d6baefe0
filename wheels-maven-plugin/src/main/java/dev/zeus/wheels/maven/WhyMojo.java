package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Inspect;
import dev.zeus.wheels.core.LockQuery;
import dev.zeus.wheels.core.Why;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Says why a package is locked: who needs it up to the declaration, who bounds it, why it is not newer, and which file
 * of it each target installs.
 *
 * <p>It reads the lock and the cache and asks no index; what the cache does not have, it says.
 */
@Mojo(name = "why", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
final class WhyMojo extends WheelsMojo {

    /** The package that is asked about. */
    @Parameter(property = "wheels.package")
    private @Nullable String name;

    /** {@code text} or {@code json}. */
    @Parameter(property = "wheels.format", defaultValue = "text")
    private String format;

    @Override
    void run(WheelSetDeclaration set) {
        Inspect.Format written = Inspect.Format.parse(format);
        LockQuery query = new LockQuery(set, outputDirectory(), sourceRoots());
        try (ConsoleProgress progress = progress()) {
            StandardOutput.print(Why.run(query, Optional.ofNullable(name), indexAccess(), written, progress));
        }
    }
}
