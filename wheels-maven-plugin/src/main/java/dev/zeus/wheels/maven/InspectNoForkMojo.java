// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Inspect;
import dev.zeus.wheels.core.answer.Setting;
import dev.zeus.wheels.core.setup.AnswerFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Does the same as {@code inspect} for classes that are already compiled, for use in a phase binding. */
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
    void run(WheelSetDeclaration set) {
        AnswerFormat written = AnswerFormat.parse(format);
        List<Setting> options = new ArrayList<>(new OptionOrigins(session(), Optional.of(project())).of(plugin()));
        options.addAll(Inspect.machine(set, indexAccess(), System.getenv()));
        StandardOutput.print(Inspect.run(set, options, written));
    }
}
