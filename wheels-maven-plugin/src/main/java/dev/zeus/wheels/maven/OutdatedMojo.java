package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Inspect;
import dev.zeus.wheels.core.LockQuery;
import dev.zeus.wheels.core.Outdated;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows which declared packages have newer releases on their indexes, which of these are allowed, and what holds them.
 *
 * <p>With {@code -o} the cache of earlier runs answers. It changes nothing.
 */
@Mojo(name = "outdated", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
final class OutdatedMojo extends WheelsMojo {

    /** Whether all locked packages are asked for, and not the declared ones only. */
    @Parameter(property = "wheels.all", defaultValue = "false")
    private boolean all;

    /** {@code text} or {@code json}. */
    @Parameter(property = "wheels.format", defaultValue = "text")
    private String format;

    @Override
    void run(WheelSetDeclaration set) {
        Inspect.Format written = Inspect.Format.parse(format);
        LockQuery query = new LockQuery(set, outputDirectory(), sourceRoots());
        try (ConsoleProgress progress = progress()) {
            String answer = Outdated.run(query, all, indexAccess(), written, progress);
            StandardOutput.print(answer);
        }
    }
}
