package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Inspect;
import dev.zeus.wheels.core.setup.AnswerFormat;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Does what {@code inspect} does for classes that are compiled already, as a binding to a phase needs it. */
@Mojo(
        name = "inspect-no-fork",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        threadSafe = true,
        requiresDependencyResolution = ResolutionScope.RUNTIME)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
class InspectNoForkMojo extends WheelsMojo {

    /** {@code text} or {@code json}. */
    @Parameter(property = "wheels.format", defaultValue = "text")
    private String format;

    @Override
    final boolean isAnswer() {
        return true;
    }

    @Override
    @SuppressWarnings("SystemOut") // the data itself, for pipes: not a log line
    void run(WheelSetDeclaration set) {
        System.out.print(Inspect.run(set, AnswerFormat.parse(format)));
    }
}
